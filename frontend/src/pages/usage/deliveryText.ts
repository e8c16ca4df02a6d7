import type { Delivery, ReportChannel } from '@/lib/api/types';
import { dateText } from '@/lib/format';
import { m } from '@/paraglide/messages';

export const tellsText = (tells: ReportChannel['tells'][number]): string =>
  ({ day: m.tells_day, month: m.tells_month, alert: m.tells_alert })[tells]();

const PROBLEMS: Record<string, () => string> = {
  redirect: m.delivery_redirect,
  email_not_configured: m.delivery_no_email,
  email: m.delivery_email,
  unreachable: m.delivery_unreachable,
  unknown_host: m.delivery_unknown_host,
  private_address: m.delivery_private,
  tls: m.delivery_tls,
  not_http: m.delivery_not_http,
};

/** Why something did not arrive; what has no sentence of its own is shown as it is. */
export function problemText(problem: string | undefined): string {
  const status = /^status_(\d+)$/.exec(problem ?? '')?.[1];
  if (status) return m.delivery_status({ status });
  return PROBLEMS[problem ?? '']?.() ?? m.delivery_problem({ problem: problem ?? '?' });
}

export function stateText({ state, attempts, sentAt, nextAt }: Delivery): string {
  if (state === 'sent') return m.delivery_sent({ when: sentAt ? dateText(sentAt) : '' });
  if (state === 'failed') return m.delivery_failed({ count: String(attempts) });
  return attempts ? m.delivery_waiting_again({ when: nextAt ? dateText(nextAt) : '' }) : m.delivery_waiting();
}
