import { useState } from 'react';
import type { Connector, ConnectorDraft, ConnectorKind, ConnectorSource } from '@/lib/api/types';
import { kindText } from '@/lib/connectorText';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { Select } from '../atoms/Select';
import { Switch } from '../atoms/Switch';
import { TextInput } from '../atoms/TextInput';
import { Dialog } from '../molecules/Dialog';

interface ConnectorDialogProps {
  /** Absent for a new one. */
  connector?: Connector | undefined;
  busy: boolean;
  onSave: (draft: ConnectorDraft) => void;
  onClose: () => void;
}

const KINDS: readonly ConnectorKind[] = ['web', 'bucket', 'drive'];
const PERIODS = [60, 360, 1_440, 10_080];
const OFTEN: Record<number, () => string> = {
  60: m.every_hour,
  1_440: m.every_day,
  10_080: m.every_week,
};
const periodText = (minutes: number) =>
  OFTEN[minutes]?.() ??
  (minutes % 1_440 === 0
    ? m.every_days({ count: minutes / 1_440 })
    : minutes % 60 === 0
      ? m.every_hours({ count: minutes / 60 })
      : m.every_minutes({ count: minutes }));

/** The id in a folder's address, or what was typed. */
const folderId = (text: string) => /\/folders\/([\w-]+)/.exec(text)?.[1] ?? text.trim();

const isWhole = (kind: ConnectorKind, { urls, bucket, driveFolder }: ConnectorSource) =>
  kind === 'web' ? !!urls?.some((url) => url.trim()) : !!(kind === 'bucket' ? bucket : driveFolder)?.trim();

/** Sets up a place that documents come from. */
export function ConnectorDialog({ connector, busy, onSave, onClose }: ConnectorDialogProps) {
  const [kind, setKind] = useState<ConnectorKind>(connector?.kind ?? 'web');
  const [name, setName] = useState(connector?.name ?? '');
  const [every, setEvery] = useState(connector?.everyMinutes ?? 1_440);
  const [source, setSource] = useState<ConnectorSource>(
    connector?.source ?? { maxPages: 500, maxDepth: 5, delaySeconds: 1, sitemap: true },
  );
  const put = (change: ConnectorSource) => setSource((now) => ({ ...now, ...change }));
  const periods = PERIODS.includes(every) ? PERIODS : [every, ...PERIODS];
  const save = () => {
    const { urls, pathPrefix, maxPages, maxDepth, delaySeconds, sitemap, bucket, prefix, driveFolder } =
      source;
    const addresses = urls?.map((url) => url.trim()).filter((url) => url);
    const fitting: ConnectorSource =
      kind === 'web'
        ? {
            ...(addresses ? { urls: addresses } : {}),
            ...(pathPrefix ? { pathPrefix } : {}),
            ...(maxPages ? { maxPages } : {}),
            ...(maxDepth === undefined ? {} : { maxDepth }),
            ...(delaySeconds === undefined ? {} : { delaySeconds }),
            ...(sitemap === undefined ? {} : { sitemap }),
          }
        : kind === 'bucket'
          ? { ...(bucket ? { bucket: bucket.trim() } : {}), ...(prefix ? { prefix } : {}) }
          : { ...(driveFolder ? { driveFolder: folderId(driveFolder) } : {}) };
    onSave({ kind, name: name.trim(), everyMinutes: every, source: fitting });
  };
  return (
    <Dialog
      wide
      title={connector ? m.connector_edit() : m.connector_new()}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button look="primary" disabled={busy || !name.trim() || !isWhole(kind, source)} onClick={save}>
            {connector ? m.save() : m.connector_connect()}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        <div className="flex flex-wrap gap-4">
          <Select
            labelled
            label={m.connector_kind()}
            value={kind}
            disabled={!!connector}
            options={KINDS.map((value) => ({ value, label: kindText(value) }))}
            onChange={setKind}
          />
          <Select
            labelled
            label={m.connector_every()}
            value={String(every)}
            options={periods.map((value) => ({ value: String(value), label: periodText(value) }))}
            onChange={(value) => setEvery(Number(value))}
          />
        </div>
        <TextInput
          label={m.connector_name()}
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.target.value)}
        />
        {kind === 'web' && (
          <>
            <TextInput
              label={m.connector_url()}
              type="url"
              placeholder="https://"
              value={source.urls?.join(' ') ?? ''}
              maxLength={4_000}
              onChange={(event) => put({ urls: event.target.value.split(/\s+/) })}
            />
            <div className="grid gap-4 sm:grid-cols-2">
              <TextInput
                label={m.connector_prefix()}
                placeholder="/"
                value={source.pathPrefix ?? ''}
                maxLength={200}
                onChange={(event) => put({ pathPrefix: event.target.value })}
              />
              <TextInput
                label={m.connector_pages()}
                type="number"
                min={1}
                max={10_000}
                value={source.maxPages ?? 500}
                onChange={(event) => put({ maxPages: Number(event.target.value) })}
              />
            </div>
            <div className="flex items-center gap-3 text-sm">
              <Switch
                label={m.connector_sitemap()}
                on={!!source.sitemap}
                onChange={(sitemap) => put({ sitemap })}
              />
              <span aria-hidden>{m.connector_sitemap()}</span>
            </div>
            <p className="text-sm text-ink-2">{m.connector_web_text()}</p>
          </>
        )}
        {kind === 'bucket' && (
          <>
            <TextInput
              label={m.connector_bucket_name()}
              value={source.bucket ?? ''}
              maxLength={222}
              onChange={(event) => put({ bucket: event.target.value })}
            />
            <TextInput
              label={m.connector_bucket_prefix()}
              value={source.prefix ?? ''}
              maxLength={500}
              onChange={(event) => put({ prefix: event.target.value })}
            />
            <p className="text-sm text-ink-2">{m.connector_bucket_text()}</p>
          </>
        )}
        {kind === 'drive' && (
          <>
            <TextInput
              label={m.connector_drive_folder()}
              value={source.driveFolder ?? ''}
              maxLength={300}
              onChange={(event) => put({ driveFolder: event.target.value })}
            />
            <p className="text-sm text-ink-2">{m.connector_drive_text()}</p>
          </>
        )}
      </div>
    </Dialog>
  );
}
