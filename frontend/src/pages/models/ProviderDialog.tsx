import { useId, useState, type FormEvent } from 'react';
import { Button } from '@/components/atoms/Button';
import { Select } from '@/components/atoms/Select';
import { TextInput } from '@/components/atoms/TextInput';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { Dialog } from '@/components/molecules/Dialog';
import { usePutProvider, useResetProvider, useSetKey } from '@/features/models/hooks/useAdministration';
import type { ModelProvider, PutProvider } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { CLEARANCES, clearanceText } from './clearance';

type ProviderKind = NonNullable<PutProvider['kind']>;

const KINDS: readonly ProviderKind[] = ['openai_compatible', 'openai', 'anthropic', 'gemini', 'vertex_ai'];
const NAMES = { openai: 'OpenAI', anthropic: 'Anthropic', gemini: 'Gemini API', vertex_ai: 'Vertex AI' };
const kindText = (kind: ProviderKind) =>
  kind === 'openai_compatible' ? m.provider_kind_compatible() : NAMES[kind];

/** Where a vendor is found when nobody says another address. */
const HOMES: Partial<Record<ProviderKind, string>> = {
  openai: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com/v1',
  gemini: 'https://generativelanguage.googleapis.com/v1beta',
};

interface ProviderDialogProps {
  /** Absent for a new one. */
  provider: ModelProvider | undefined;
  onClose: () => void;
}

/** Who runs models, where, and the most that may be sent there. */
export function ProviderDialog({ provider, onClose }: ProviderDialogProps) {
  const form = useId();
  const [id, setId] = useState(provider?.id ?? '');
  const [name, setName] = useState(provider?.name ?? '');
  const [kind, setKind] = useState<ProviderKind>(
    provider && provider.kind !== 'local' ? provider.kind : 'openai_compatible',
  );
  const [baseUrl, setBaseUrl] = useState(provider?.baseUrl ?? '');
  const [region, setRegion] = useState(provider?.region ?? 'asia-northeast3');
  const [project, setProject] = useState(/\/projects\/([^/]+)\//.exec(provider?.baseUrl ?? '')?.[1] ?? '');
  const [key, setKey] = useState('');
  const [clearance, setClearance] = useState(provider?.clearance ?? 'internal');
  const [leaving, setLeaving] = useState(false);
  const put = usePutProvider();
  const keep = useSetKey();
  const reset = useResetProvider();
  const editable = provider?.editable ?? true;
  const vertex = kind === 'vertex_ai';
  const home = HOMES[kind];
  const moves = !!provider && provider.baseUrl !== baseUrl.trim();
  const where = vertex
    ? { kind, region: region.trim(), project: project.trim() }
    : { kind, ...(baseUrl.trim() ? { baseUrl: baseUrl.trim() } : {}) };
  const save = (event: FormEvent) => {
    event.preventDefault();
    put.mutate(
      { id: id.trim(), name: name.trim(), clearance, ...(editable ? where : {}) },
      {
        onSuccess: () =>
          key.trim() ? keep.mutate({ id: id.trim(), key: key.trim() }, { onSuccess: onClose }) : onClose(),
      },
    );
  };
  if (leaving && provider)
    return (
      <ConfirmDialog
        title={
          provider.added
            ? m.provider_remove_title({ name: provider.name })
            : m.provider_reset_title({ name: provider.name })
        }
        effect={
          provider.added
            ? m.provider_remove_effect({ name: provider.name, count: provider.models })
            : m.provider_reset_effect()
        }
        verb={provider.added ? m.delete_() : m.model_reset()}
        busy={reset.isPending}
        onClose={() => setLeaving(false)}
        onConfirm={() => reset.mutate(provider.id, { onSuccess: onClose })}
      />
    );
  return (
    <Dialog
      title={provider ? m.model_edit({ name: provider.name }) : m.provider_add()}
      onClose={onClose}
      footer={
        <>
          {provider && (provider.added || provider.changed) && (
            <Button look="quiet" className="mr-auto" onClick={() => setLeaving(true)}>
              {provider.added ? m.provider_remove({ count: provider.models }) : m.model_reset()}
            </Button>
          )}
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button look="primary" type="submit" form={form} disabled={put.isPending || keep.isPending}>
            {m.save()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save} className="space-y-4">
        {!provider && (
          <Select
            labelled
            label={m.provider_kind()}
            value={kind}
            options={KINDS.map((value) => ({ value, label: kindText(value) }))}
            onChange={setKind}
          />
        )}
        {!provider && (
          <TextInput
            label={m.model_id()}
            required
            pattern="[a-z0-9][a-z0-9\-]{0,39}"
            title={m.model_id_hint()}
            placeholder="vllm"
            value={id}
            onChange={(event) => setId(event.target.value)}
          />
        )}
        <TextInput
          label={m.model_name()}
          required
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {editable && vertex && (
          <>
            <div className="grid gap-4 sm:grid-cols-2">
              <TextInput
                label={m.provider_region()}
                required
                pattern="[a-z0-9][a-z0-9\-]{0,39}"
                value={region}
                onChange={(event) => setRegion(event.target.value)}
              />
              <TextInput
                label={m.provider_project()}
                required
                pattern="[a-z][a-z0-9\-]{4,28}[a-z0-9]"
                placeholder="my-project-1234"
                value={project}
                onChange={(event) => setProject(event.target.value)}
              />
            </div>
            <p className="text-sm text-ink-2">{m.provider_vertex_text()}</p>
          </>
        )}
        {editable && !vertex && (
          <div>
            <TextInput
              label={m.provider_address()}
              required={!home}
              maxLength={300}
              placeholder={home ?? 'https://llm.example.com/v1'}
              value={baseUrl}
              onChange={(event) => setBaseUrl(event.target.value)}
            />
            <p className="mt-1.5 text-sm text-ink-2">
              {provider?.key === 'set'
                ? m.provider_address_forgets()
                : home
                  ? m.provider_address_home({ address: home })
                  : m.provider_address_text()}
            </p>
          </div>
        )}
        {editable && !vertex && (!provider || (moves && provider.key !== 'not_needed')) && (
          <div>
            <TextInput
              label={provider ? m.provider_new_key() : m.key()}
              type="password"
              autoComplete="off"
              maxLength={500}
              value={key}
              onChange={(event) => setKey(event.target.value)}
            />
            {home && <p className="mt-1.5 text-sm text-ink-2">{m.provider_key_needed()}</p>}
          </div>
        )}
        <div>
          <span className="mb-1.5 block text-sm font-semibold text-ink-2">{m.clearance()}</span>
          <Select
            label={m.clearance()}
            value={clearance}
            options={CLEARANCES.map((value) => ({ value, label: clearanceText(value) }))}
            onChange={setClearance}
          />
        </div>
      </form>
    </Dialog>
  );
}
