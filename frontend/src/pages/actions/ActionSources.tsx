import { Globe, KeyRound, Plus, RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { IconButton } from '@/components/atoms/IconButton';
import { Skeleton } from '@/components/atoms/Skeleton';
import { Switch } from '@/components/atoms/Switch';
import { TextArea } from '@/components/atoms/TextArea';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { useActionChanges, useActionHosts, useActionSources } from '@/features/tools/hooks/useActionSources';
import type { ActionSource, ToolAction } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { PersonalFields } from './PersonalFields';
import { RenewDialog } from './RenewDialog';
import { SecretDialog } from './SecretDialog';
import { SourceDialog } from './SourceDialog';

function Hosts({
  hosts,
  busy,
  onSave,
}: {
  hosts: string[];
  busy: boolean;
  onSave: (hosts: string[]) => void;
}) {
  const [text, setText] = useState(hosts.join('\n'));
  const wanted = text
    .split(/\s+/)
    .map((host) => host.toLowerCase())
    .filter(Boolean);
  return (
    <div className="mb-6">
      <TextArea
        label={m.actions_hosts()}
        rows={3}
        placeholder="api.example.com"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <Button disabled={busy || wanted.join() === hosts.join()} onClick={() => onSave(wanted)}>
          {m.save()}
        </Button>
        <span className="text-sm text-ink-2">{m.actions_hosts_hint()}</span>
      </div>
    </div>
  );
}

function Unmasked({ action, onPress }: { action: ToolAction; onPress: () => void }) {
  const { name, personalFields } = action;
  const text = personalFields.length
    ? `${m.personal_fields()}: ${personalFields.join(', ')}`
    : m.personal_nothing();
  return (
    <button
      type="button"
      aria-label={`${name}: ${text}`}
      className="text-left text-sm text-accent underline underline-offset-4 [overflow-wrap:anywhere]"
      onClick={onPress}
    >
      {text}
    </button>
  );
}

/** What tools may reach outside: the hosts, and the APIs and MCP servers with what they do. */
export function ActionSources() {
  const query = useActionSources();
  const { data: allowed } = useActionHosts();
  const { create, remove, putHosts, putSecret, set } = useActionChanges();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<ActionSource>();
  const [renewing, setRenewing] = useState<ActionSource>();
  const [rotating, setRotating] = useState<ActionSource>();
  const [unmasking, setUnmasking] = useState<ToolAction>();
  const sources = query.data?.items;
  const add = (
    <Button look="primary" icon={<Icon of={Plus} />} onClick={() => setAdding(true)}>
      {m.actions_add()}
    </Button>
  );
  return (
    <>
      <div className="mb-5 flex flex-wrap items-start justify-between gap-3">
        <p className="min-w-0 flex-1 basis-64 text-sm text-ink-2">{m.actions_text()}</p>
        {!!sources?.length && add}
      </div>
      {allowed && (
        <Hosts
          key={allowed.hosts.join()}
          hosts={allowed.hosts}
          busy={putHosts.isPending}
          onSave={(hosts) => putHosts.mutate(hosts)}
        />
      )}
      {query.error && !sources ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !sources ? (
        <Skeleton rows={4} className="h-14" />
      ) : sources.length === 0 ? (
        <EmptyState icon={Globe} title={m.actions_empty()} action={add}>
          {m.actions_empty_text()}
        </EmptyState>
      ) : (
        <ul aria-label={m.actions_title()} className="space-y-4">
          {sources.map((source) => (
            <li key={source.id} className="rounded-lg border border-line bg-surface px-4 py-3">
              <div className="flex items-start gap-2">
                <div className="min-w-0 flex-1">
                  <p className="font-semibold">{source.name}</p>
                  <p className="text-sm [overflow-wrap:anywhere] text-ink-2">
                    {`${source.kind === 'mcp' ? m.actions_kind_mcp() : m.actions_kind_openapi()} · ${source.baseUrl}`}
                  </p>
                  {!source.hostAllowed && <p className="text-sm text-warn">{m.actions_host_missing()}</p>}
                </div>
                <IconButton
                  icon={RefreshCw}
                  label={m.renew_title({ name: source.name })}
                  onClick={() => setRenewing(source)}
                />
                <IconButton
                  icon={KeyRound}
                  label={m.secret_title({ name: source.name })}
                  onClick={() => setRotating(source)}
                />
                <IconButton
                  icon={Trash2}
                  label={m.actions_remove({ name: source.name })}
                  onClick={() => setRemoving(source)}
                />
              </div>
              <ul className="mt-2 divide-y divide-line">
                {source.actions.map((action) => (
                  <li key={action.id} className="flex items-center gap-3 py-2">
                    <div className="min-w-0 flex-1">
                      <span className="block truncate">{action.name}</span>
                      <span className="block truncate font-mono text-xs text-ink-2">
                        {`${action.method} ${action.path}`}
                      </span>
                      {action.description && (
                        <details className="text-sm text-ink-2">
                          <summary aria-label={m.actions_description_of({ name: action.name })}>
                            {m.tool_description()}
                          </summary>
                          <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{action.description}</p>
                        </details>
                      )}
                      <Unmasked action={action} onPress={() => setUnmasking(action)} />
                      {!action.mayRead && <p className="text-sm text-ink-2">{m.actions_writes_always()}</p>}
                    </div>
                    <span aria-hidden className="text-sm text-ink-2">
                      {m.actions_writes()}
                    </span>
                    <Switch
                      label={m.actions_writes_of({ name: action.name })}
                      on={action.writing}
                      disabled={set.isPending || !action.mayRead}
                      onChange={(writing) => set.mutate({ action, writing })}
                    />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
      {adding && (
        <SourceDialog
          busy={create.isPending}
          onSave={(source) => create.mutate(source, { onSuccess: () => setAdding(false) })}
          onClose={() => setAdding(false)}
        />
      )}
      {renewing && <RenewDialog source={renewing} onClose={() => setRenewing(undefined)} />}
      {rotating && (
        <SecretDialog
          source={rotating}
          busy={putSecret.isPending}
          onSave={(secret) =>
            putSecret.mutate({ id: rotating.id, ...secret }, { onSuccess: () => setRotating(undefined) })
          }
          onClose={() => setRotating(undefined)}
        />
      )}
      {unmasking && (
        <PersonalFields
          action={unmasking}
          busy={set.isPending}
          onSave={(personalFields) =>
            set.mutate({ action: unmasking, personalFields }, { onSuccess: () => setUnmasking(undefined) })
          }
          onClose={() => setUnmasking(undefined)}
        />
      )}
      {removing && (
        <ConfirmDialog
          title={m.actions_remove({ name: removing.name })}
          effect={m.actions_remove_effect()}
          verb={m.actions_remove_verb()}
          busy={remove.isPending}
          onConfirm={() => remove.mutate(removing.id, { onSuccess: () => setRemoving(undefined) })}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </>
  );
}
