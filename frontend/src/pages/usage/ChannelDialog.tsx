import { useId, useState, type FormEvent } from 'react';
import { Button } from '@/components/atoms/Button';
import { Segments } from '@/components/atoms/Segments';
import { TextInput } from '@/components/atoms/TextInput';
import { Dialog } from '@/components/molecules/Dialog';
import { useChannelChanges } from '@/features/reporting/hooks/useReports';
import type { PutReportChannel, ReportChannel } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { tellsText } from './deliveryText';

interface ChannelDialogProps {
  /** Absent for a new one; mail stays mail and a webhook a webhook. */
  channel: ReportChannel | undefined;
  emailAvailable: boolean;
  onSaved: (channel: ReportChannel) => void;
  onClose: () => void;
}

const TELLS = ['day', 'month', 'alert'] as const;
const label = 'mb-1.5 block text-sm font-semibold text-ink-2';
const EMPTY: PutReportChannel = {
  kind: 'webhook',
  target: '',
  tells: ['month', 'alert'],
  language: 'ko',
  enabled: true,
  newSecret: false,
};

/** Where to, in which language, and which of the reports and alerts. */
export function ChannelDialog({ channel, emailAvailable, onSaved, onClose }: ChannelDialogProps) {
  const form = useId();
  const [id] = useState(() => channel?.id ?? crypto.randomUUID());
  const [draft, setDraft] = useState<PutReportChannel>(() => {
    if (!channel) return EMPTY;
    const { kind, target, tells, language, enabled } = channel;
    // of a webhook only the host is known: its address stays unless another is written
    return { kind, target: kind === 'webhook' ? '' : target, tells, language, enabled, newSecret: false };
  });
  const { put } = useChannelChanges();
  const set = (change: Partial<PutReportChannel>) => setDraft({ ...draft, ...change });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const { target, ...rest } = draft;
    const written = target?.trim();
    put.mutate({ id, channel: { ...rest, ...(written ? { target: written } : {}) } }, { onSuccess: onSaved });
  };
  const mail = draft.kind === 'email';
  return (
    <Dialog
      wide
      title={channel ? m.channel_edit() : m.channel_add()}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button
            look="primary"
            type="submit"
            form={form}
            disabled={put.isPending || !draft.tells.length || (mail && !emailAvailable)}
          >
            {m.save()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save} className="grid gap-4">
        {!channel && (
          <div>
            <span className={label}>{m.channel_kind()}</span>
            <Segments
              label={m.channel_kind()}
              value={draft.kind}
              options={[
                { value: 'webhook', label: m.channel_webhook() },
                { value: 'email', label: m.channel_email() },
              ]}
              onChange={(kind) => set({ kind })}
            />
            <p className="mt-1.5 text-sm text-ink-2">
              {!mail ? m.channel_webhook_text() : emailAvailable ? '' : m.channel_email_missing()}
            </p>
          </div>
        )}
        <TextInput
          label={mail ? m.channel_to() : m.channel_address()}
          required={mail || !channel}
          type={mail ? 'email' : 'url'}
          maxLength={2000}
          placeholder={mail ? 'finance@example.com' : 'https://hooks.example.com/madang'}
          value={draft.target ?? ''}
          onChange={(event) => set({ target: event.target.value })}
        />
        {channel?.kind === 'webhook' && (
          <p className="-mt-2 text-sm text-ink-2">
            {draft.target ? m.channel_address_renews() : m.channel_address_kept({ host: channel.target })}
          </p>
        )}
        <fieldset>
          <legend className={label}>{m.channel_tells()}</legend>
          <div className="flex flex-wrap gap-x-5 gap-y-2">
            {TELLS.map((each) => (
              <label key={each} className="flex items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  className="size-4 accent-(--accent)"
                  checked={draft.tells.includes(each)}
                  onChange={({ target }) =>
                    set({
                      tells: TELLS.filter((one) =>
                        one === each ? target.checked : draft.tells.includes(one),
                      ),
                    })
                  }
                />
                {tellsText(each)}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="flex flex-wrap gap-x-8 gap-y-4">
          <div>
            <span className={label}>{m.channel_language()}</span>
            <Segments
              label={m.channel_language()}
              value={draft.language}
              options={[
                { value: 'ko', label: m.language_ko() },
                { value: 'en', label: m.language_en() },
              ]}
              onChange={(language) => set({ language })}
            />
          </div>
          <label className="flex items-center gap-2 self-end pb-2 text-sm">
            <input
              type="checkbox"
              className="size-4 accent-(--accent)"
              checked={draft.enabled}
              onChange={({ target }) => set({ enabled: target.checked })}
            />
            {m.channel_enabled()}
          </label>
        </div>
      </form>
    </Dialog>
  );
}
