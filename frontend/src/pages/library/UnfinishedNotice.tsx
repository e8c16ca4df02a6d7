import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { useUnfinished } from '@/features/library/hooks/useUploads';
import { sizeText } from '@/lib/format';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';

const FEW = 5;

/** Says that an earlier upload was not finished, and which files to choose again so that it goes on. */
export function UnfinishedNotice({ collectionId }: { collectionId: string }) {
  const { files, giveUp } = useUnfinished(collectionId);
  const [asking, setAsking] = useState(false);
  const [whole, setWhole] = useState(false);
  if (!files.length) return null;
  const count = files.length;
  return (
    <div role="status" className="mt-4 rounded-lg border border-line bg-surface px-4 py-3">
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 basis-64 text-sm text-ink-2">{m.upload_unfinished({ count })}</p>
        <Button look="quiet" onClick={() => setAsking(true)}>
          {m.upload_give_up()}
        </Button>
      </div>
      <ul
        aria-label={m.upload_unfinished_files()}
        tabIndex={whole ? 0 : undefined}
        className="mt-2 max-h-60 overflow-y-auto text-sm"
      >
        {files.slice(0, whole ? count : FEW).map(({ name, size }, index) => (
          <li key={index} className="flex gap-3 py-0.5">
            <span className="min-w-0 truncate" title={name}>
              {shownName(name)}
            </span>
            <span className="shrink-0 text-ink-2 tabular-nums">{sizeText(size)}</span>
          </li>
        ))}
      </ul>
      {!whole && count > FEW && (
        <Button look="quiet" className="mt-1" onClick={() => setWhole(true)}>
          {m.upload_unfinished_all({ count })}
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title={m.upload_give_up_title({ count })}
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
