import { CircleAlert, CircleCheck, CircleSlash, CircleX, LoaderCircle, type LucideIcon } from 'lucide-react';
import type { Evaluation } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { Icon } from './Icon';

const LOOKS: Record<Evaluation['state'], [LucideIcon, string, () => string]> = {
  RUNNING: [LoaderCircle, 'text-info', m.golden_state_running],
  PASSED: [CircleCheck, 'text-ok', m.golden_state_passed],
  FAILED: [CircleX, 'text-danger', m.golden_state_failed],
  ERROR: [CircleAlert, 'text-warn', m.golden_state_error],
  CANCELLED: [CircleSlash, 'text-ink-2', m.golden_state_cancelled],
};

/** How an evaluation stands or ended, in words. */
export function EvaluationBadge({ state }: Pick<Evaluation, 'state'>) {
  const [icon, tone, words] = LOOKS[state];
  return (
    <span
      data-evaluation={state}
      className={`inline-flex items-center gap-1.5 text-sm font-semibold ${tone}`}
    >
      <Icon of={icon} size={16} className={icon === LoaderCircle ? 'animate-spin' : ''} />
      {words()}
    </span>
  );
}
