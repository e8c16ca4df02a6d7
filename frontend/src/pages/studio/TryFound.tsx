import { Skeleton } from '@/components/atoms/Skeleton';
import { CandidateScores } from '@/components/molecules/CandidateScores';
import { ErrorState } from '@/components/molecules/ErrorState';
import { HitCard } from '@/components/organisms/HitCard';
import { InspectionSummary } from '@/components/organisms/InspectionSummary';
import { useCollections } from '@/features/library/hooks/useCollections';
import { useInspection } from '@/features/search/hooks/useSearch';
import { m } from '@/paraglide/messages';
import { useState } from 'react';
import { DocumentChooser } from '../search/DocumentChooser';

const MOST = 2_000;
const MOST_HITS = 10;

interface TryFoundProps {
  /** What was asked last. */
  question: string | undefined;
  collectionIds: string[];
}

/** What a question finds in the collections of a tool, why, and with which scores. */
export function TryFound({ question, collectionIds }: TryFoundProps) {
  const { collections } = useCollections();
  const [documentId, setDocumentId] = useState<string>();
  const [open, setOpen] = useState<string>();
  const text = question?.trim().slice(0, MOST);
  const reads = collectionIds.length > 0;
  const request = text && reads ? { text, collectionIds, limit: MOST_HITS } : undefined;
  const { data, error, refetch } = useInspection(request, documentId, true);
  return (
    <section
      aria-label={m.studio_try_found()}
      tabIndex={0}
      className="max-h-[50%] shrink-0 space-y-4 overflow-y-auto border-b border-line p-4"
    >
      {!reads || !text ? (
        <p className="text-sm text-ink-2">{reads ? m.studio_try_nothing() : m.studio_try_no_collections()}</p>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton rows={4} className="h-12" />
      ) : (
        <>
          <InspectionSummary
            inspection={data}
            chooser={
              <DocumentChooser
                collections={(collections ?? []).filter(({ id }) => collectionIds.includes(id))}
                chosen={documentId}
                onChange={setDocumentId}
              />
            }
          />
          <p role="status" className="text-sm text-ink-2">
            {m.search_count({ count: data.candidates.length })}
          </p>
          {data.candidates.length > 0 && (
            <ol className="overflow-hidden rounded-lg border border-line bg-surface">
              {data.candidates.map((candidate) => (
                <HitCard
                  key={candidate.hit.passageId}
                  hit={candidate.hit}
                  question={text}
                  open={open === candidate.hit.passageId}
                  onOpen={() => setOpen(candidate.hit.passageId)}
                >
                  <CandidateScores candidate={candidate} />
                </HitCard>
              ))}
            </ol>
          )}
        </>
      )}
    </section>
  );
}
