import { useId, useState, type FormEvent } from 'react';
import { Button } from '@/components/atoms/Button';
import { Dialog } from '@/components/molecules/Dialog';
import type { GlossaryDraft } from '@/features/search/api/glossary';
import { numberText } from '@/lib/format';
import { m } from '@/paraglide/messages';
import { entriesOf } from './glossaryText';

const MOST = 1000;

interface PasteDialogProps {
  busy: boolean;
  onSave: (entries: GlossaryDraft[]) => void;
  onClose: () => void;
}

/** Many entries at once, from a sheet or a list. */
export function PasteDialog({ busy, onSave, onClose }: PasteDialogProps) {
  const form = useId();
  const [text, setText] = useState('');
  const { entries, unread } = entriesOf(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(entries);
  };
  return (
    <Dialog
      wide
      title={m.glossary_paste()}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button
            look="primary"
            type="submit"
            form={form}
            disabled={busy || !entries.length || entries.length > MOST}
          >
            {entries.length
              ? m.glossary_paste_add({ count: numberText(entries.length) })
              : m.glossary_paste_verb()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <label className="block">
          <span className="mb-1.5 block text-sm text-ink-2">{m.glossary_paste_text()}</span>
          <textarea
            rows={9}
            value={text}
            placeholder={m.glossary_paste_example()}
            onChange={(event) => setText(event.target.value)}
            className="w-full rounded-md border border-line bg-surface px-3 py-2 font-mono text-sm placeholder:text-ink-3 hover:border-line-strong"
          />
        </label>
        <p role="status" className="mt-1 min-h-5 text-sm text-warn">
          {entries.length > MOST
            ? m.glossary_paste_most({ count: numberText(MOST) })
            : unread > 0 && m.glossary_paste_unread({ count: numberText(unread) })}
        </p>
      </form>
    </Dialog>
  );
}
