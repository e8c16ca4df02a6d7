import { Pencil } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { onEnter } from '@/lib/onEnter';
import type { Turn } from '@/lib/messageTree';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { IconButton } from '../atoms/IconButton';
import { BranchSwitch } from '../molecules/BranchSwitch';
import { CopyButton } from '../molecules/CopyButton';

interface QuestionProps {
  turn: Turn;
  busy: boolean;
  /** What it shows, over the words. */
  pictures?: ReactNode;
  onEdit: (text: string) => void;
  /** Where a form was filled: fills it again instead. */
  onRefill?: (() => void) | undefined;
  onStep: (step: -1 | 1) => void;
}

/** What the person asked; an edited question becomes a branch beside it. */
export function Question({ turn, busy, pictures, onEdit, onRefill, onStep }: QuestionProps) {
  const [draft, setDraft] = useState<string>();
  const { text } = turn.message;
  const submit = (value: string) => {
    if (!value.trim()) return;
    setDraft(undefined);
    onEdit(value.trim());
  };
  const enter = onEnter(submit, 'send');
  if (draft !== undefined)
    return (
      <div className="rounded-xl border border-accent bg-surface p-3">
        <textarea
          autoFocus
          rows={Math.min(8, draft.split('\n').length + 1)}
          value={draft}
          maxLength={20000}
          aria-label={m.question_edit()}
          onChange={(event) => setDraft(event.target.value)}
          className="block w-full resize-none bg-transparent px-1 outline-none"
          {...enter}
          onKeyDown={(event) => (event.key === 'Escape' ? setDraft(undefined) : enter.onKeyDown(event))}
        />
        <div className="mt-2 flex justify-end gap-2">
          <Button onClick={() => setDraft(undefined)}>{m.cancel()}</Button>
          <Button look="primary" disabled={!draft.trim()} onClick={() => submit(draft)}>
            {m.question_ask_again()}
          </Button>
        </div>
      </div>
    );
  return (
    <div className="group flex flex-col items-end">
      {pictures}
      <div className="flex w-full items-end justify-end gap-1">
        <div className="flex transition-opacity duration-150 group-focus-within:opacity-100 group-hover:opacity-100 lg:opacity-0">
          <CopyButton text={text} />
          <IconButton
            icon={Pencil}
            label={onRefill ? m.form_again() : m.question_edit()}
            disabled={busy}
            onClick={onRefill ?? (() => setDraft(text))}
          />
        </div>
        <p className="max-w-[85%] min-w-0 rounded-xl rounded-br-md bg-sunken px-4 py-2.5 whitespace-pre-wrap">
          {text}
        </p>
      </div>
      <BranchSwitch position={turn.position} count={turn.count} onStep={onStep} />
    </div>
  );
}
