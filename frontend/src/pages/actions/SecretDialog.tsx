import { useId, useState, type FormEvent } from 'react';
import { Button } from '@/components/atoms/Button';
import { TextInput } from '@/components/atoms/TextInput';
import { Dialog } from '@/components/molecules/Dialog';
import type { ActionSource } from '@/lib/api/types';
import { m } from '@/paraglide/messages';

interface SecretDialogProps {
  source: ActionSource;
  busy: boolean;
  onSave: (secret: { header: string; value: string }) => void;
  onClose: () => void;
}

/** A source's secret put anew; what was there nobody sees. */
export function SecretDialog({ source, busy, onSave, onClose }: SecretDialogProps) {
  const form = useId();
  const [header, setHeader] = useState(source.secretHeader ?? '');
  const [value, setValue] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ header: header.trim(), value });
  };
  return (
    <Dialog
      title={m.secret_title({ name: source.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button look="primary" type="submit" form={form} disabled={busy || !header.trim() || !value}>
            {m.save()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="space-y-4">
        <p className="text-sm text-ink-2">{m.secret_text({ host: source.host })}</p>
        <TextInput
          required
          label={m.secret_header()}
          placeholder="Authorization"
          maxLength={60}
          value={header}
          onChange={(event) => setHeader(event.target.value)}
        />
        <TextInput
          required
          type="password"
          autoComplete="off"
          label={m.actions_secret_value()}
          placeholder="Bearer …"
          maxLength={2000}
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
