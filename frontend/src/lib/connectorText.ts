import { m } from '@/paraglide/messages';
import type { Connector, ConnectorKind } from './api/types';
import { isDue } from './connectorDue';
import { dateText } from './format';
import { locale } from './locale';

const MINUTE_MS = 60_000;

/** How long ago something was, for signs of life. */
function agoText(instant: string, now = Date.now()): string {
  const minutes = Math.round((now - Date.parse(instant)) / MINUTE_MS);
  if (minutes < 1) return m.just_now();
  if (minutes < 60) return new Intl.RelativeTimeFormat(locale.get()).format(-minutes, 'minute');
  return dateText(instant);
}

export const kindText = (kind: ConnectorKind): string =>
  ({ web: m.connector_web, bucket: m.connector_bucket, drive: m.connector_drive })[kind]();

/** The state in words, with the last sign of life. */
export function connectorState(connector: Connector): string {
  const { state, heartbeatAt, finishedAt, nextAt, counts } = connector;
  switch (state) {
    case 'running':
      return heartbeatAt
        ? m.connector_running({ when: agoText(heartbeatAt), left: counts.open })
        : m.connector_starting();
    case 'silent':
      return m.connector_silent();
    case 'failed':
      return nextAt ? m.connector_failed({ when: dateText(nextAt) }) : m.connector_failed_now();
    case 'paused':
      return m.connector_paused();
    case 'waiting':
      return finishedAt && nextAt && !isDue(connector)
        ? m.connector_waiting({ when: agoText(finishedAt), next: dateText(nextAt) })
        : m.connector_starting();
  }
}

/** What a connector reads, shortly. */
export function sourceText({ source }: Connector): string {
  return (
    source.urls?.join(', ') ??
    (source.bucket ? `gs://${source.bucket}/${source.prefix ?? ''}` : (source.driveFolder ?? ''))
  );
}
