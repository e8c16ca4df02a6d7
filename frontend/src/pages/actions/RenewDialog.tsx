import { useEffect, useRef, useState, type ChangeEvent } from 'react';
import { Button } from '@/components/atoms/Button';
import { Skeleton } from '@/components/atoms/Skeleton';
import { TextArea } from '@/components/atoms/TextArea';
import { Dialog } from '@/components/molecules/Dialog';
import { Compared } from '@/components/organisms/ToolFacts';
import { useActionRenewal } from '@/features/tools/hooks/useActionSources';
import { ProblemError } from '@/lib/api/problem';
import type { ActionDifference, ActionSource } from '@/lib/api/types';
import { describeError } from '@/lib/describeError';
import { m } from '@/paraglide/messages';

type Change = ActionDifference['changes'][number];

const KINDS = { added: m.renew_added, gone: m.renew_gone, changed: m.renew_changed };
const schemaOf = (definition: Change['after']) => JSON.stringify(definition?.schema ?? null, null, 2);
const TONES = { added: 'text-ok', gone: 'text-danger', changed: 'text-warn' };

/** All that is called and that a model is told, line by line; the arguments where they are not the same as in the other. */
const linesOf = (definition: Change['after'], other: Change['after']) =>
  definition
    ? [
        definition.name,
        `${definition.method} ${definition.path}`,
        definition.writing ? m.tool_action_writes() : m.tool_action_reads(),
        ...(definition.personalFields.length
          ? [`${m.personal_fields()}: ${definition.personalFields.join(', ')}`]
          : []),
        ...(definition.description?.split('\n') ?? []),
        ...(schemaOf(definition) === schemaOf(other) ? [] : schemaOf(definition).split('\n')),
      ]
    : [];

function Differs({ change: { kind, before, after } }: { change: Change }) {
  return (
    <li className="py-3">
      <p className="flex flex-wrap items-center gap-x-3">
        <span className="font-semibold [overflow-wrap:anywhere]">{(after ?? before)?.name}</span>
        <span className={`text-sm font-semibold ${TONES[kind]}`}>{KINDS[kind]()}</span>
      </p>
      <div className="mt-2 text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">
        <Compared before={linesOf(before, after)} after={linesOf(after, before)} />
      </div>
    </li>
  );
}

interface RenewDialogProps {
  source: ActionSource;
  onClose: () => void;
}

/** Reads a source again, shows what is different by action, and takes just that over. */
export function RenewDialog({ source, onClose }: RenewDialogProps) {
  const server = source.kind === 'mcp';
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const { compare, renew } = useActionRenewal(source.id);
  const { mutate: look } = compare;
  const document = server ? undefined : text;
  const shown = compare.data;
  useEffect(() => {
    if (server) look(undefined);
  }, [server, look]);
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = target.files?.[0];
    if (chosen) setText(await chosen.text());
  };
  const stale = renew.error instanceof ProblemError && renew.error.code === 'conflict';
  const error = compare.error ?? renew.error;
  return (
    <Dialog
      title={m.renew_title({ name: source.name })}
      onClose={onClose}
      wide
      footer={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          {shown && !stale ? (
            <Button
              look="primary"
              disabled={renew.isPending || shown.changes.length === 0}
              onClick={() => renew.mutate({ document, expected: shown.expected }, { onSuccess: onClose })}
            >
              {m.renew_take()}
            </Button>
          ) : (
            <Button
              look="primary"
              disabled={compare.isPending || (!server && !text.trim())}
              onClick={() => {
                renew.reset();
                look(document);
              }}
            >
              {m.renew_compare()}
            </Button>
          )}
        </>
      }
    >
      {!server && (!shown || stale) && (
        <div className="mb-4 space-y-3">
          <TextArea
            required
            label={m.actions_document()}
            rows={6}
            maxLength={1000000}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              compare.reset();
              renew.reset();
            }}
          />
          <input
            ref={file}
            type="file"
            accept=".json,.yaml,.yml"
            className="hidden"
            aria-label={m.renew_file()}
            onChange={(event) => void take(event)}
          />
          <Button onClick={() => file.current?.click()}>{m.renew_choose_file()}</Button>
        </div>
      )}
      {compare.isPending && <Skeleton rows={3} className="h-10" />}
      {error && (
        <p role="alert" className="rounded-md bg-danger-soft px-4 py-2.5 text-sm">
          {stale ? m.renew_stale() : describeError(error).detail}
        </p>
      )}
      {shown && !stale && (
        <div role="status">
          {shown.changes.length === 0 ? (
            <p className="text-ink-2">{m.renew_same()}</p>
          ) : (
            <>
              <p className="text-sm text-ink-2">{m.renew_effect()}</p>
              <ul aria-label={m.renew_differences()} className="divide-y divide-line">
                {shown.changes.map((change) => (
                  <Differs key={`${change.kind} ${(change.after ?? change.before)?.name}`} change={change} />
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </Dialog>
  );
}
