import { useState } from 'react';
import { onEnter } from '@/lib/onEnter';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { TextInput } from '../atoms/TextInput';
import { Dialog } from './Dialog';

interface NameDialogProps {
  title: string;
  label: string;
  verb: string;
  initial?: string;
  hint?: string;
  maxLength: number;
  busy?: boolean;
  onSubmit: (name: string) => void;
  onClose: () => void;
}

/** Asks for one name: of a new collection, a group, a conversation. */
export function NameDialog(props: NameDialogProps) {
  const { title, label, verb, initial = '', hint, maxLength, busy, onSubmit, onClose } = props;
  const [name, setName] = useState(initial);
  const submit = (text: string) => {
    if (text.trim() && !busy) onSubmit(text.trim());
  };
  const enter = onEnter(submit);
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button look="primary" disabled={!name.trim() || busy} onClick={() => submit(name)}>
            {verb}
          </Button>
        </>
      }
    >
      <TextInput
        label={label}
        value={name}
        maxLength={maxLength}
        onChange={(event) => setName(event.target.value)}
        {...enter}
      />
      {hint && <p className="mt-2 text-sm text-ink-2">{hint}</p>}
    </Dialog>
  );
}
