import { Button } from '@/components/atoms/Button';
import { CopyButton } from '@/components/molecules/CopyButton';
import { Dialog } from '@/components/molecules/Dialog';
import { KeySnippets } from '@/components/organisms/KeySnippets';
import { m } from '@/paraglide/messages';

interface ShownKeyDialogProps {
  name: string;
  apiKey: string;
  origin: string;
  onClose: () => void;
}

/** A new key, this once, and ready to paste. */
export function ShownKeyDialog({ name, apiKey, origin, onClose }: ShownKeyDialogProps) {
  return (
    <Dialog
      wide
      title={m.keys_created({ name })}
      onClose={onClose}
      footer={
        <Button look="primary" onClick={onClose}>
          {m.keys_done()}
        </Button>
      }
    >
      <p className="mb-3 text-ink-2">{m.keys_once()}</p>
      <div className="mb-5 flex items-center gap-2 rounded-md border border-accent bg-accent-soft px-3 py-1.5">
        <code aria-label={m.keys_value()} className="min-w-0 flex-1 font-mono text-sm break-all">
          {apiKey}
        </code>
        <CopyButton text={apiKey} />
      </div>
      <h3 className="mb-2 text-sm font-semibold text-ink-2">{m.keys_use()}</h3>
      <KeySnippets origin={origin} apiKey={apiKey} />
    </Dialog>
  );
}
