import { useId, useState, type FormEvent } from 'react';
import { Button } from '@/components/atoms/Button';
import { Select } from '@/components/atoms/Select';
import { TextInput } from '@/components/atoms/TextInput';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { Dialog } from '@/components/molecules/Dialog';
import { usePutProvider, useResetProvider } from '@/features/models/hooks/useAdministration';
import type { ModelProvider } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { CLEARANCES, clearanceText } from './clearance';

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
  const [baseUrl, setBaseUrl] = useState(provider?.baseUrl ?? '');
  const [clearance, setClearance] = useState(provider?.clearance ?? 'internal');
  const [leaving, setLeaving] = useState(false);
  const put = usePutProvider();
  const reset = useResetProvider();
  const editable = provider?.editable ?? true;
  const save = (event: FormEvent) => {
    event.preventDefault();
    put.mutate(
      { id: id.trim(), name: name.trim(), clearance, ...(editable ? { baseUrl: baseUrl.trim() } : {}) },
      { onSuccess: onClose },
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
          <Button look="primary" type="submit" form={form} disabled={put.isPending}>
            {m.save()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save} className="space-y-4">
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
        {editable && (
          <div>
            <TextInput
              label={m.provider_address()}
              required
              maxLength={300}
              placeholder="https://llm.example.com/v1"
              value={baseUrl}
              onChange={(event) => setBaseUrl(event.target.value)}
            />
            <p className="mt-1.5 text-sm text-ink-2">
              {provider?.key === 'set' ? m.provider_address_forgets() : m.provider_address_text()}
            </p>
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
