import { Children, type ReactNode } from 'react';

interface FactsLineProps {
  /** Texts, or what can be pressed. */
  facts: readonly ReactNode[];
}

/** Short facts with a dot between two on the same line: where a line begins, its dot is outside what is seen (a focus ring is not). */
export function FactsLine({ facts }: FactsLineProps) {
  return (
    <div className="[clip-path:inset(-0.25rem)]">
      <ul className="-ml-4 flex flex-wrap text-sm text-ink-2">
        {Children.map(facts, (fact) => (
          <li className="relative pl-4 [overflow-wrap:anywhere]">
            <span aria-hidden className="absolute left-1.5 text-ink-3">
              ·
            </span>
            {fact}
          </li>
        ))}
      </ul>
    </div>
  );
}
