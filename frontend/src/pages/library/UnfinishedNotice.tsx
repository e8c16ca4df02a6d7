import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { useUnfinished } from '@/features/library/hooks/useUploads';
import { m } from '@/paraglide/messages';

/** Says that an earlier upload was not finished, and how it goes on. */
export function UnfinishedNotice({ collectionId }: { collectionId: string }) {
  const { waiting, giveUp } = useUnfinished(collectionId);
  const [asking, setAsking] = useState(false);
  if (!waiting.length) return null;
  return (
    <div
      role="status"
      className="mt-4 flex flex-wrap items-center gap-3 rounded-lg border border-line bg-surface px-4 py-3"
    >
      <p className="min-w-0 flex-1 basis-64 text-sm text-ink-2">
        {m.upload_unfinished({ count: waiting.length })}
      </p>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {m.upload_give_up()}
      </Button>
      {asking && (
        <ConfirmDialog
          title={m.upload_give_up_title({ count: waiting.length })}
          effect={m.upload_give_up_effect()}
          verb={m.upload_give_up()}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            void giveUp();
          }}
        />
      )}
    </div>
  );
}
