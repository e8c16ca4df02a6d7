import { FileText } from 'lucide-react';
import { Skeleton } from '@/components/atoms/Skeleton';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { DocumentText } from '@/components/organisms/DocumentText';
import { useDocumentText } from '@/features/viewer/hooks/useViewedDocument';
import { m } from '@/paraglide/messages';

interface TextViewProps {
  documentId: string;
  passageId: string | undefined;
  quote: string;
}

/** A document that a browser cannot draw: what was read of it. */
export default function TextView({ documentId, passageId, quote }: TextViewProps) {
  const { query, pieces } = useDocumentText(documentId, passageId);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" tabIndex={0} role="region" aria-label={m.viewer_text()}>
      {query.error && !pieces ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !pieces ? (
        <div className="mx-auto max-w-[720px] px-8 py-6">
          <Skeleton rows={9} />
        </div>
      ) : pieces.length === 0 ? (
        <EmptyState icon={FileText} title={m.viewer_nothing()}>
          {m.viewer_nothing_detail()}
        </EmptyState>
      ) : (
        <DocumentText
          pieces={pieces}
          citedId={passageId}
          quote={quote}
          busy={query.isFetching}
          onEarlier={query.hasPreviousPage ? () => void query.fetchPreviousPage() : undefined}
          onLater={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
        />
      )}
    </div>
  );
}
