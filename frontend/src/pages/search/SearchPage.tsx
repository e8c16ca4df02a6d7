import { Search, SearchX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Button } from '@/components/atoms/Button';
import { Skeleton } from '@/components/atoms/Skeleton';
import { Switch } from '@/components/atoms/Switch';
import { CandidateScores } from '@/components/molecules/CandidateScores';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { HitCard } from '@/components/organisms/HitCard';
import { InspectionSummary } from '@/components/organisms/InspectionSummary';
import { useCollections } from '@/features/library/hooks/useCollections';
import { useInspection, useSearch } from '@/features/search/hooks/useSearch';
import { useMe } from '@/features/session/hooks/useMe';
import type { Hit } from '@/lib/api/types';
import { meaningText } from '@/lib/reasonText';
import { m } from '@/paraglide/messages';
import { DocumentChooser } from './DocumentChooser';
import { FoundPassage } from './FoundPassage';
import { changed, requestOf } from './searchAddress';
import { SearchFilters } from './SearchFilters';

/** Passages of the documents that the person may read; the address holds the search. */
export default function SearchPage() {
  const [params, setParams] = useSearchParams();
  const { data: me } = useMe();
  const { collections } = useCollections();
  const [inspecting, setInspecting] = useState(false);
  const [documentId, setDocumentId] = useState<string>();
  const [open, setOpen] = useState<Hit>();
  const request = requestOf(params);
  const builds = me?.roles.some((role) => role === 'builder' || role === 'admin') ?? false;
  const search = useSearch(request);
  const inspection = useInspection(request, documentId, builds && inspecting);
  const text = request?.text ?? '';
  useEffect(() => {
    document.title = `${text || m.search_title()} · ${m.brand()}`;
  }, [text]);
  const look = (next: URLSearchParams) => {
    setOpen(undefined);
    setParams(next);
  };
  const inspected = builds && inspecting ? inspection.data : undefined;
  const hits = inspected?.candidates.map(({ hit }) => hit) ?? search.data?.hits;
  const scores = new Map(inspected?.candidates.map((candidate) => [candidate.hit.passageId, candidate]));
  return (
    <>
      <section className="min-w-0 flex-1 overflow-y-auto px-4 py-5 lg:px-8" aria-labelledby="search-title">
        <div className="mx-auto max-w-3xl">
          <div className="mb-3 flex items-center justify-between gap-3">
            <h1 id="search-title" className="text-xl font-semibold">
              {m.search_title()}
            </h1>
            {me?.roles.includes('admin') && (
              <Link to="/glossary" className="text-sm font-semibold text-accent hover:underline">
                {m.glossary()}
              </Link>
            )}
          </div>
          <form
            role="search"
            onSubmit={(event) => {
              event.preventDefault();
              look(changed(params, 'q', [String(new FormData(event.currentTarget).get('q')).trim()]));
            }}
            className="mb-3 flex gap-2"
          >
            <input
              key={text}
              name="q"
              type="search"
              autoFocus={!text}
              aria-label={m.search_title()}
              placeholder={m.search_placeholder()}
              defaultValue={text}
              maxLength={2000}
              className="h-11 min-w-0 flex-1 rounded-md border border-line bg-surface px-4 text-base text-ink placeholder:text-ink-3 hover:border-line-strong"
            />
            <Button look="primary" type="submit" className="h-11">
              {m.search_verb()}
            </Button>
          </form>
          <SearchFilters params={params} collections={collections ?? []} onChange={look} />
          {builds && (
            <div className="mt-3 flex items-center gap-2 text-sm text-ink-2">
              <Switch label={m.inspect_switch()} on={inspecting} onChange={setInspecting} />
              {m.inspect_switch()}
            </div>
          )}
          <div className="mt-5 space-y-4">
            {!request ? (
              <EmptyState icon={Search} title={m.search_begin()}>
                {m.search_begin_text()}
              </EmptyState>
            ) : search.error ? (
              <ErrorState error={search.error} onRetry={() => void search.refetch()} />
            ) : !hits ? (
              <Skeleton rows={5} className="h-20" />
            ) : (
              <>
                {builds && inspecting && inspection.error && (
                  <ErrorState error={inspection.error} onRetry={() => void inspection.refetch()} />
                )}
                {inspected && (
                  <InspectionSummary
                    inspection={inspected}
                    chooser={
                      <DocumentChooser
                        collections={collections ?? []}
                        chosen={documentId}
                        onChange={setDocumentId}
                      />
                    }
                  />
                )}
                <p role="status" className="text-sm text-ink-2">
                  {m.search_count({ count: hits.length })}
                  {search.data?.meaning === 'unavailable' && ` ${meaningText('unavailable')}`}
                </p>
                {hits.length === 0 ? (
                  <EmptyState icon={SearchX} title={m.search_nothing()}>
                    {m.search_nothing_text()}
                  </EmptyState>
                ) : (
                  <ol
                    className={`overflow-hidden rounded-lg border border-line bg-surface ${search.isPlaceholderData ? 'opacity-60' : ''}`}
                  >
                    {hits.map((hit) => {
                      const candidate = scores.get(hit.passageId);
                      return (
                        <HitCard
                          key={hit.passageId}
                          hit={hit}
                          question={text}
                          open={open?.passageId === hit.passageId}
                          onOpen={() => setOpen(hit)}
                        >
                          {candidate && <CandidateScores candidate={candidate} />}
                        </HitCard>
                      );
                    })}
                  </ol>
                )}
              </>
            )}
          </div>
        </div>
      </section>
      {open && (
        <FoundPassage
          key={open.passageId}
          hit={open}
          number={(hits ?? []).findIndex((hit) => hit.passageId === open.passageId) + 1}
          question={text}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
