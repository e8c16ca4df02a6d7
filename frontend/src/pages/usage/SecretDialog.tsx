import { Button } from '@/components/atoms/Button';
import { CopyButton } from '@/components/molecules/CopyButton';
import { Dialog } from '@/components/molecules/Dialog';
import { m } from '@/paraglide/messages';

/** A webhook's secret, this once. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <Dialog
      title={m.channel_secret()}
      onClose={onClose}
      footer={
        <Button look="primary" onClick={onClose}>
          {m.close()}
        </Button>
      }
    >
      <p className="mb-3 text-ink-2">{m.channel_secret_text()}</p>
      <div className="flex items-center gap-2 rounded-md bg-sunken px-3 py-2">
        <code className="min-w-0 flex-1 font-code text-sm break-all">{secret}</code>
        <CopyButton text={secret} />
      </div>
    </Dialog>
  );
}
