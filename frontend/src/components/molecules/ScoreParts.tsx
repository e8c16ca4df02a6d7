import type { EvaluationResult } from '@/lib/api/types';
import { partsOf, scoreText } from '@/lib/goldenText';

/** What a score is the mean of; what is not whole stands out. */
export function ScoreParts({ result }: { result: EvaluationResult }) {
  return (
    <ul className="text-xs text-ink-2 tabular-nums">
      {partsOf(result).map(({ key, name, score }) => (
        <li
          key={key}
          data-part={key}
          className={`whitespace-nowrap ${score < 1 ? 'font-semibold text-ink' : ''}`}
        >
          {`${name} ${scoreText(score)}`}
        </li>
      ))}
    </ul>
  );
}
