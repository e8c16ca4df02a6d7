import { useId, useState, type FormEvent } from 'react';
import { Button } from '@/components/atoms/Button';
import { TextInput } from '@/components/atoms/TextInput';
import { Dialog } from '@/components/molecules/Dialog';
import type { GlossaryDraft } from '@/features/search/api/glossary';
import type { GlossaryEntry } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { synonymsOf } from './glossaryText';

interface EntryDialogProps {
  /** Absent for a new one; the term of an entry is what it is known by. */
  entry: GlossaryEntry | undefined;
  busy: boolean;
  onSave: (draft: GlossaryDraft) => void;
  onClose: () => void;
}

/** One term and the words that mean the same. */
export function EntryDialog({ entry, busy, onSave, onClose }: EntryDialogProps) {
  const form = useId();
  const [term, setTerm] = useState(entry?.term ?? '');
  const [words, setWords] = useState(entry?.synonyms.join(', ') ?? '');
  const synonyms = synonymsOf(words).filter((word) => word !== term.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ term: term.trim(), synonyms });
  };
  return (
    <Dialog
      title={entry ? m.glossary_edit({ term: entry.term }) : m.glossary_add()}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button
            look="primary"
            type="submit"
            form={form}
            disabled={busy || !term.trim() || !synonyms.length}
          >
            {m.save()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="space-y-4">
        <TextInput
          required
          readOnly={!!entry}
          label={m.glossary_term()}
          placeholder="CPO"
          maxLength={100}
          value={term}
          onChange={(event) => setTerm(event.target.value)}
        />
        <TextInput
          required
          label={m.glossary_synonyms()}
          placeholder={m.glossary_synonyms_example()}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {synonyms.length > 0 && (
          <ul aria-label={m.glossary_preview()} className="flex flex-wrap gap-1.5">
            {synonyms.map((word) => (
              <li key={word} className="rounded-full bg-accent-soft px-2.5 text-sm text-accent">
                {word}
              </li>
            ))}
          </ul>
        )}
      </form>
    </Dialog>
  );
}
