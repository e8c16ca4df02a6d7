import { useId, useState, type FormEvent } from 'react';
import { Button } from '@/components/atoms/Button';
import { TextInput } from '@/components/atoms/TextInput';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { Dialog } from '@/components/molecules/Dialog';
import { useRemoveKey, useSetKey } from '@/features/models/hooks/useAdministration';
import type { ModelProvider } from '@/lib/api/types';
import { m } from '@/paraglide/messages';

/** Where a key goes in; it is never shown again. */
export function KeyDialog({ provider, onClose }: { provider: ModelProvider; onClose: () => void }) {
  const form = useId();
  const [removing, setRemoving] = useState(false);
  const [key, setKey] = useState('');
  const set = useSetKey();
  const remove = useRemoveKey();
  const save = (event: FormEvent) => {
    event.preventDefault();
    set.mutate({ id: provider.id, key: key.trim() }, { onSuccess: onClose });
  };
  if (removing)
    return (
      <ConfirmDialog
        title={m.key_remove_title({ name: provider.name })}
        effect={m.key_remove_effect()}
        verb={m.key_remove()}
        busy={remove.isPending}
        onClose={() => setRemoving(false)}
        onConfirm={() => remove.mutate(provider.id, { onSuccess: onClose })}
      />
    );
  return (
    <Dialog
      title={m.key_of({ name: provider.name })}
      onClose={onClose}
      footer={
        <>
          {provider.key === 'set' && (
            <Button look="quiet" className="mr-auto" onClick={() => setRemoving(true)}>
              {m.key_remove()}
            </Button>
          )}
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button look="primary" type="submit" form={form} disabled={!key.trim() || set.isPending}>
            {provider.key === 'set' ? m.key_replace() : m.key_save()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save}>
        <TextInput
          autoFocus
          label={m.key()}
          type="password"
          autoComplete="off"
          maxLength={500}
          value={key}
          onChange={(event) => setKey(event.target.value)}
        />
        <p className="mt-2 text-sm text-ink-2">{m.key_text({ address: provider.baseUrl })}</p>
      </form>
    </Dialog>
  );
}
