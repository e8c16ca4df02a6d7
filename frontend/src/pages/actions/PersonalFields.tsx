import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Dialog } from '@/components/molecules/Dialog';
import type { ToolAction } from '@/lib/api/types';
import { m } from '@/paraglide/messages';

const MOST = 20;

interface PersonalFieldsProps {
  action: ToolAction;
  busy: boolean;
  onSave: (fields: string[]) => void;
  onClose: () => void;
}

/** Which arguments of an action may carry private values as they are, where placeholders go otherwise. */
export function PersonalFields({ action, busy, onSave, onClose }: PersonalFieldsProps) {
  const [chosen, setChosen] = useState(action.personalFields);
  // one that was said before its argument went is still there to be taken back
  const known = [...new Set([...action.fields, ...action.personalFields])].sort();
  return (
    <Dialog
      title={m.personal_title({ name: action.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button look="primary" disabled={busy} onClick={() => onSave(chosen)}>
            {m.save()}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-sm text-ink-2">{m.personal_text({ host: action.host })}</p>
      {known.length === 0 ? (
        <p className="text-ink-2">{m.personal_none()}</p>
      ) : (
        <ul aria-label={m.personal_fields()}>
          {known.map((field) => {
            const on = chosen.includes(field);
            return (
              <li key={field}>
                <label className="flex items-start gap-2.5 py-1.5">
                  <input
                    type="checkbox"
                    className="mt-1 accent-accent"
                    checked={on}
                    disabled={!on && chosen.length >= MOST}
                    onChange={() =>
                      setChosen(on ? chosen.filter((each) => each !== field) : [...chosen, field])
                    }
                  />
                  <span className="font-mono text-sm [overflow-wrap:anywhere]">{field}</span>
                </label>
              </li>
            );
          })}
        </ul>
      )}
    </Dialog>
  );
}
