import type { SearchCandidate } from '@/lib/api/types';
import { locale } from '@/lib/locale';
import { m } from '@/paraglide/messages';

const number = (value: number, digits: number) =>
  value.toLocaleString(locale.get(), { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** What decided a candidate's place: its rank by words and by meaning, before and after both were joined. */
export function CandidateScores({ candidate }: { candidate: SearchCandidate }) {
  const { hit, rank, fusedRank, wordsRank, meaningRank, bm25, terms } = candidate;
  const rows = [
    {
      name: m.inspect_words(),
      rank: wordsRank,
      value: bm25 === undefined ? undefined : `BM25 ${number(bm25, 2)}`,
      part: hit.words,
    },
    {
      name: m.inspect_meaning(),
      rank: meaningRank,
      value: hit.meaning === undefined ? undefined : `cos ${number(hit.meaning, 3)}`,
    },
    { name: m.inspect_joined(), rank: fusedRank ?? rank, value: number(hit.score, 3) },
    ...(hit.relevance === undefined
      ? []
      : [{ name: m.inspect_reranked(), rank, value: number(hit.relevance, 3) }]),
  ];
  return (
    <div className="grid gap-2 px-4 pb-3.5 text-sm">
      <dl className="grid gap-2 sm:grid-cols-3">
        {rows.map((row) => (
          <div key={row.name} className="rounded-md bg-sunken px-3 py-1.5">
            <dt className="text-xs text-ink-2">{row.name}</dt>
            <dd className="tabular-nums">
              {row.rank === undefined ? (
                <span className="text-ink-2">{m.inspect_not_found()}</span>
              ) : (
                <>
                  <span className="font-semibold">{m.inspect_rank({ rank: row.rank })}</span>
                  {row.value && <span className="ml-2 text-ink-2">{row.value}</span>}
                  {row.part !== undefined && <span className="ml-2 text-ink-2">{number(row.part, 2)}</span>}
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {terms.length > 0 && (
        <p className="flex flex-wrap gap-1.5">
          <span className="sr-only">{m.inspect_terms()}</span>
          {terms.map((term) => (
            <span key={term} className="rounded-full border border-line px-2 text-xs leading-5 text-ink-2">
              {term}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
