import { Globe } from 'lucide-react';
import { useState } from 'react';
import type { AnswerAction } from '@/lib/api/types';
import { actionText } from '@/lib/actionText';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { Icon } from '../atoms/Icon';

interface ActionCardProps {
  action: AnswerAction;
  /** Resolves when the word is given; a refusal is told elsewhere. */
  onDecide: (action: AnswerAction, allow: boolean) => Promise<void>;
}

/** What a tool wants to do outside, in plain words, and the person's word on it. */
export default function ActionCard({ action, onDecide }: ActionCardProps) {
  const { state, source, name, host, method, path, writing, reason } = action;
  const [busy, setBusy] = useState(false);
  const decide = (allow: boolean) => {
    setBusy(true);
    void onDecide(action, allow).finally(() => setBusy(false));
  };
  if (state !== 'waiting')
    return (
      <p className="mt-2 flex items-center gap-2 text-sm text-ink-2">
        <Icon of={Globe} size={16} className="shrink-0" />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          {`${source} · ${name}: ${actionText(state, reason)}`}
        </span>
      </p>
    );
  return (
    <section
      aria-label={m.action_confirm_title({ source })}
      className="mt-3 rounded-lg border border-line bg-surface px-4 py-3.5"
    >
      <h2 className="font-semibold">{m.action_confirm_title({ source })}</h2>
      <p className="mt-0.5 text-sm text-ink-2">
        {writing ? m.action_confirm_writing({ host }) : m.action_confirm_reading({ host })}
      </p>
      <p className="mt-2 rounded-md bg-sunken px-3 py-1.5 font-mono text-sm [overflow-wrap:anywhere]">
        {`${method} ${host}${path}`}
      </p>
      <dl className="mt-2 max-h-60 space-y-2 overflow-y-auto text-sm">
        {action.arguments.map((argument) => (
          <div key={argument.name}>
            <dt className="text-ink-2">{argument.name}</dt>
            <dd className="whitespace-pre-wrap [overflow-wrap:anywhere]">{argument.value}</dd>
          </div>
        ))}
      </dl>
      {action.arguments.length === 0 && <p className="mt-2 text-sm text-ink-2">{m.action_no_arguments()}</p>}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button look="primary" disabled={busy} onClick={() => decide(true)}>
          {m.action_allow()}
        </Button>
        <Button disabled={busy} onClick={() => decide(false)}>
          {m.action_decline()}
        </Button>
      </div>
    </section>
  );
}
