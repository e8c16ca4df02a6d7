import { ShieldCheck, Trash2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Button } from '@/components/atoms/Button';
import { IconButton } from '@/components/atoms/IconButton';
import { Skeleton } from '@/components/atoms/Skeleton';
import { TextInput } from '@/components/atoms/TextInput';
import { ChangedBy } from '@/components/molecules/ChangedBy';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import {
  useAddPattern,
  useMaskPatterns,
  useMaskTrial,
  useRemovePattern,
} from '@/features/models/hooks/useAdministration';
import { m } from '@/paraglide/messages';

const EMPTY = { name: '', label: '', regex: '' };

/** What else this company keeps to itself: patterns, and a text to try them on. */
export function MasksSection() {
  const query = useMaskPatterns();
  const add = useAddPattern();
  const remove = useRemovePattern();
  const trial = useMaskTrial();
  const [draft, setDraft] = useState(EMPTY);
  const [text, setText] = useState('');
  const [leaving, setLeaving] = useState<{ id: string; name: string }>();
  const save = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(draft, { onSuccess: () => setDraft(EMPTY) });
  };
  const attempt = () =>
    trial.mutate({
      text,
      ...(draft.regex ? { regex: draft.regex, ...(draft.label ? { label: draft.label } : {}) } : {}),
    });
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton rows={3} className="h-12" />;
  return (
    <>
      <p className="mb-4 text-sm text-ink-2">{m.masks_text()}</p>
      {query.data.items.length === 0 ? (
        <EmptyState icon={ShieldCheck} title={m.masks_empty()}>
          {m.masks_empty_text()}
        </EmptyState>
      ) : (
        <ul className="mb-5 overflow-hidden rounded-lg border border-line bg-surface">
          {query.data.items.map(({ id, name, regex, label, changed }) => (
            <li key={id} className="flex items-center gap-3 border-b border-line px-4 py-3 last:border-b-0">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-baseline gap-x-2 font-semibold">
                  {name}
                  <span className="text-sm font-normal text-ink-2">{`[[${label}_1]]`}</span>
                </p>
                <p className="font-mono text-sm break-all text-ink-2">{regex}</p>
                <ChangedBy changed={changed} />
              </div>
              <IconButton
                icon={Trash2}
                label={m.mask_remove({ name })}
                onClick={() => setLeaving({ id, name })}
              />
            </li>
          ))}
        </ul>
      )}
      <form
        onSubmit={save}
        className="grid gap-3 rounded-lg border border-line bg-surface p-4 sm:grid-cols-2"
      >
        <h2 className="font-semibold sm:col-span-2">{m.mask_new()}</h2>
        <TextInput
          label={m.model_name()}
          required
          maxLength={100}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
        <TextInput
          label={m.mask_label()}
          required
          maxLength={20}
          placeholder="EMPLOYEE"
          value={draft.label}
          onChange={(event) => setDraft({ ...draft, label: event.target.value.toUpperCase() })}
        />
        <div className="sm:col-span-2">
          <TextInput
            label={m.mask_regex()}
            required
            maxLength={500}
            className="font-mono"
            placeholder="EMP-[0-9]{6}"
            value={draft.regex}
            onChange={(event) => setDraft({ ...draft, regex: event.target.value })}
          />
        </div>
        <label className="block sm:col-span-2">
          <span className="mb-1.5 block text-sm font-semibold text-ink-2">{m.mask_try_text()}</span>
          <textarea
            rows={3}
            maxLength={5000}
            value={text}
            placeholder={m.mask_try_placeholder()}
            onChange={(event) => setText(event.target.value)}
            className="w-full rounded-md border border-line bg-surface px-3 py-2 placeholder:text-ink-3 hover:border-line-strong"
          />
        </label>
        {trial.data && (
          <p
            role="status"
            className="rounded-md bg-sunken px-3 py-2 break-words whitespace-pre-wrap sm:col-span-2"
          >
            {trial.data.text}
          </p>
        )}
        <div className="flex flex-wrap justify-end gap-2 sm:col-span-2">
          <Button disabled={!text.trim() || trial.isPending} onClick={attempt}>
            {m.mask_try()}
          </Button>
          <Button look="primary" type="submit" disabled={add.isPending}>
            {m.mask_add()}
          </Button>
        </div>
      </form>
      {leaving && (
        <ConfirmDialog
          title={m.mask_remove({ name: leaving.name })}
          effect={m.mask_remove_effect()}
          verb={m.delete_()}
          busy={remove.isPending}
          onConfirm={() => remove.mutate(leaving.id, { onSuccess: () => setLeaving(undefined) })}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </>
  );
}
