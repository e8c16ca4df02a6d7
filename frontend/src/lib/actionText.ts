import type { AnswerAction } from '@/lib/api/types';
import { m } from '@/paraglide/messages';

const REASONS: Record<string, () => string> = {
  host_not_allowed: m.action_reason_host,
  private_address: m.action_reason_private,
  redirect: m.action_reason_redirect,
  arguments: m.action_reason_arguments,
  too_large: m.action_reason_large,
  changed: m.action_reason_changed,
};

/** What became of an action, and why. */
export function actionText(state: AnswerAction['state'], reason?: string): string {
  const why = reason === undefined ? undefined : REASONS[reason]?.();
  switch (state) {
    case 'waiting':
      return m.action_waiting();
    case 'running':
      return m.action_running();
    case 'done':
      return m.action_done();
    case 'declined':
      return m.action_declined();
    case 'expired':
      return m.action_expired();
    case 'refused':
      return why ?? m.action_refused();
    case 'failed':
      return why ?? m.action_failed();
  }
}
