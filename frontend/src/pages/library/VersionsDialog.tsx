import { Download, FileUp } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { IconButton } from '@/components/atoms/IconButton';
import { Skeleton } from '@/components/atoms/Skeleton';
import { Dialog } from '@/components/molecules/Dialog';
import { ErrorState } from '@/components/molecules/ErrorState';
import { StatusBadge } from '@/components/molecules/StatusBadge';
import { useVersions } from '@/features/library/hooks/useDocuments';
import { addVersion } from '@/features/library/uploads';
import type { DocumentItem } from '@/lib/api/types';
import { dateText, sizeText } from '@/lib/format';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';

interface VersionsDialogProps {
  document: DocumentItem;
  editable: boolean;
  onDownload: (version: DocumentItem) => void;
  onClose: () => void;
}

const STANDINGS = {
  current: m.version_current,
  coming: m.version_reading,
  superseded: m.version_superseded,
};

/** A document's versions, newest first, and replacing it by a new one. */
export function VersionsDialog({ document, editable, onDownload, onClose }: VersionsDialogProps) {
  const picker = useRef<HTMLInputElement>(null);
  const { data, error, refetch } = useVersions(document.id);
  return (
    <Dialog wide title={m.versions_of({ name: shownName(document.name) })} onClose={onClose}>
      {editable && (
        <div className="mb-4">
          <p className="mb-3 text-sm text-ink-2">{m.versions_text()}</p>
          <Button icon={<Icon of={FileUp} />} onClick={() => picker.current!.click()}>
            {m.version_replace()}
          </Button>
          <input
            ref={picker}
            type="file"
            className="hidden"
            aria-label={m.version_replace()}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) addVersion(document.collectionId, document.id, file);
              target.value = '';
            }}
          />
        </div>
      )}
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton rows={3} className="h-14" />
      ) : (
        <ol aria-label={m.versions()} className="divide-y divide-line rounded-lg border border-line">
          {data.items.map((each) => (
            <li key={each.id} className="flex items-start gap-3 px-4 py-3">
              <div className="min-w-0 flex-1">
                <p className="font-semibold [overflow-wrap:anywhere]">{shownName(each.name)}</p>
                <p className="text-sm text-ink-2">
                  {[
                    m.version_number({ number: each.version ?? 1 }),
                    STANDINGS[each.standing ?? 'current'](),
                    dateText(each.createdAt),
                    shownName(each.createdBy.name),
                    sizeText(each.size),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                {each.status !== 'READY' && <StatusBadge document={each} />}
              </div>
              <IconButton
                icon={Download}
                label={m.version_download({ number: each.version ?? 1 })}
                onClick={() => onDownload(each)}
              />
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
