import { KeyRound, MoreHorizontal, Pencil, Send, Trash2, type LucideIcon } from 'lucide-react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { Menu } from '@/components/molecules/Menu';
import { StatusLine } from '@/components/molecules/StatusLine';
import { useChannelChanges } from '@/features/reporting/hooks/useReports';
import type { ReportChannel } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { problemText, tellsText } from './deliveryText';

interface ChannelRowProps {
  channel: ReportChannel;
  icon: LucideIcon;
  editable: boolean;
  onEdit: () => void;
  onRenew: () => void;
  onRemove: () => void;
}

/** One channel: where to, what it tells, and a word sent now to see whether it arrives. */
export function ChannelRow({ channel, icon, editable, onEdit, onRenew, onRemove }: ChannelRowProps) {
  const { test } = useChannelChanges();
  const { target, tells, language, enabled, kind } = channel;
  const about = [
    tells.map(tellsText).join(', '),
    language === 'ko' ? m.language_ko() : m.language_en(),
    ...(enabled ? [] : [m.channel_off()]),
  ].join(' · ');
  return (
    <li className="border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Icon of={icon} className="text-ink-2" />
        <div className="min-w-0 flex-1 basis-48">
          <p className="truncate font-semibold" title={target}>
            {target}
          </p>
          <p className="text-sm text-ink-2">{about}</p>
        </div>
        {editable && (
          <div className="flex items-center gap-1">
            <Button
              icon={<Icon of={Send} size={15} />}
              disabled={test.isPending}
              onClick={() => test.mutate(channel.id)}
            >
              {m.channel_test()}
            </Button>
            <Menu
              label={m.channel_menu({ target })}
              icon={MoreHorizontal}
              items={[
                { label: m.channel_edit(), icon: Pencil, onSelect: onEdit },
                ...(kind === 'webhook'
                  ? [{ label: m.channel_renew(), icon: KeyRound, onSelect: onRenew }]
                  : []),
                { label: m.delete_(), icon: Trash2, danger: true, onSelect: onRemove },
              ]}
            />
          </div>
        )}
      </div>
      <div role="status">
        {test.isPending && <StatusLine busy>{m.channel_testing()}</StatusLine>}
        {test.data && (
          <StatusLine tone={test.data.sent ? 'quiet' : 'danger'}>
            {test.data.sent ? m.channel_test_good() : problemText(test.data.problem)}
          </StatusLine>
        )}
      </div>
    </li>
  );
}
