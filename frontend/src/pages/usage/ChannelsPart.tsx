import { Mail, Plus, Webhook } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { Skeleton } from '@/components/atoms/Skeleton';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { ErrorState } from '@/components/molecules/ErrorState';
import { useChannelChanges, useChannels } from '@/features/reporting/hooks/useReports';
import type { ReportChannel } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { ChannelDialog } from './ChannelDialog';
import { ChannelRow } from './ChannelRow';
import { SecretDialog } from './SecretDialog';

/** Where reports and alerts are sent to. */
export function ChannelsPart({ editable }: { editable: boolean }) {
  const query = useChannels();
  const { put, remove } = useChannelChanges();
  const [edited, setEdited] = useState<ReportChannel | 'new'>();
  const [leaving, setLeaving] = useState<ReportChannel>();
  const [renewed, setRenewed] = useState<ReportChannel>();
  const [secret, setSecret] = useState<string>();
  const saved = (channel: ReportChannel) => {
    setEdited(undefined);
    setRenewed(undefined);
    setSecret(channel.secret);
  };
  const channels = query.data?.items;
  return (
    <section className="mt-8" aria-labelledby="channels">
      <div className="mb-3 flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h2 id="channels" className="font-semibold">
            {m.channels()}
          </h2>
          <p className="text-sm text-ink-2">{m.channels_text()}</p>
        </div>
        {editable && (
          <Button icon={<Icon of={Plus} size={16} />} onClick={() => setEdited('new')}>
            {m.channel_add()}
          </Button>
        )}
      </div>
      {query.error && !channels ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !channels ? (
        <Skeleton rows={2} className="h-14" />
      ) : channels.length === 0 ? (
        <p className="text-sm text-ink-2">{m.channels_empty()}</p>
      ) : (
        <ul className="overflow-hidden rounded-lg border border-line bg-surface">
          {channels.map((channel) => (
            <ChannelRow
              key={channel.id}
              channel={channel}
              icon={channel.kind === 'email' ? Mail : Webhook}
              editable={editable}
              onEdit={() => setEdited(channel)}
              onRenew={() => setRenewed(channel)}
              onRemove={() => setLeaving(channel)}
            />
          ))}
        </ul>
      )}
      {edited && (
        <ChannelDialog
          channel={edited === 'new' ? undefined : edited}
          emailAvailable={query.data?.emailAvailable ?? false}
          onSaved={saved}
          onClose={() => setEdited(undefined)}
        />
      )}
      {secret && <SecretDialog secret={secret} onClose={() => setSecret(undefined)} />}
      {renewed && (
        <ConfirmDialog
          title={m.channel_renew_title({ target: renewed.target })}
          effect={m.channel_renew_effect()}
          verb={m.channel_renew()}
          busy={put.isPending}
          onConfirm={() => {
            const { id, kind, tells, language, enabled } = renewed;
            put.mutate(
              { id, channel: { kind, tells, language, enabled, newSecret: true } },
              { onSuccess: saved },
            );
          }}
          onClose={() => setRenewed(undefined)}
        />
      )}
      {leaving && (
        <ConfirmDialog
          title={m.channel_remove_title({ target: leaving.target })}
          effect={m.channel_remove_effect()}
          verb={m.delete_()}
          busy={remove.isPending}
          onConfirm={() => remove.mutate(leaving.id, { onSuccess: () => setLeaving(undefined) })}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </section>
  );
}
