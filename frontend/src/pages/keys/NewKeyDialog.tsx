import { useId, useState, type FormEvent } from 'react';
import { Button } from '@/components/atoms/Button';
import { Select } from '@/components/atoms/Select';
import { TextInput } from '@/components/atoms/TextInput';
import { Dialog } from '@/components/molecules/Dialog';
import { m } from '@/paraglide/messages';

const DAYS = [7, 30, 90, 180, 365];

interface NewKeyDialogProps {
  busy: boolean;
  onCreate: (name: string, days: number) => void;
  onClose: () => void;
}

/** What a key is for and how long it works. */
export function NewKeyDialog({ busy, onCreate, onClose }: NewKeyDialogProps) {
  const form = useId();
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onCreate(name.trim(), Number(days));
  };
  return (
    <Dialog
      title={m.keys_new()}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button look="primary" type="submit" form={form} disabled={busy || !name.trim()}>
            {m.keys_create()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="space-y-4">
        <TextInput
          required
          label={m.keys_name()}
          placeholder={m.keys_name_example()}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <div>
          <span className="mb-1.5 block text-sm font-semibold text-ink-2">{m.keys_days()}</span>
          <Select
            label={m.keys_days()}
            value={days}
            options={DAYS.map((count) => ({ value: String(count), label: m.keys_days_count({ count }) }))}
            onChange={setDays}
          />
        </div>
      </form>
    </Dialog>
  );
}
