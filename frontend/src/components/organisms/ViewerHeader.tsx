import { ArrowLeft, Download } from 'lucide-react';
import { Link } from 'react-router';
import type { DocumentItem } from '@/lib/api/types';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { Icon } from '../atoms/Icon';
import { IconButton } from '../atoms/IconButton';

interface ViewerHeaderProps {
  document: DocumentItem;
  /** Where the cited passage stands, in words. */
  place: string;
  /** The version that searches see, when this is another. */
  currentId?: string | undefined;
  onBack: () => void;
  onDownload: () => void;
}

/** Which document is open, in which version, and how to take it along. */
export function ViewerHeader({ document, place, currentId, onBack, onDownload }: ViewerHeaderProps) {
  const { name, version, standing } = document;
  return (
    <header className="shrink-0 border-b border-line bg-surface">
      <div className="flex items-center gap-2 px-3 py-2.5 lg:px-6">
        <IconButton icon={ArrowLeft} label={m.viewer_back()} onClick={onBack} />
        <div className="min-w-0 flex-1">
          <h1 className="truncate font-semibold" title={name}>
            {shownName(name)}
          </h1>
          {place && <p className="truncate text-sm text-ink-2">{place}</p>}
        </div>
        <Button
          className="max-sm:w-9 max-sm:px-0"
          icon={<Icon of={Download} size={16} />}
          aria-label={m.download()}
          onClick={onDownload}
        >
          <span className="max-sm:hidden">{m.download()}</span>
        </Button>
      </div>
      {standing && standing !== 'current' && (
        <p role="note" className="border-t border-line bg-warn-soft px-4 py-2 text-sm text-ink lg:px-8">
          {standing === 'superseded'
            ? m.viewer_older({ version: version ?? 1 })
            : m.viewer_coming({ version: version ?? 1 })}{' '}
          {currentId && (
            <Link
              to={`/documents/${currentId}`}
              className="font-semibold text-accent underline underline-offset-3"
            >
              {m.viewer_newest()}
            </Link>
          )}
        </p>
      )}
    </header>
  );
}
