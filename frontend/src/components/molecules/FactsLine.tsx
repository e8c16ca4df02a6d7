interface FactsLineProps {
  facts: readonly string[];
}

/** Short facts with a dot between two on the same line: where a line begins, its dot is outside what is seen. */
export function FactsLine({ facts }: FactsLineProps) {
  return (
    <div className="overflow-hidden">
      <ul className="-ml-4 flex flex-wrap text-sm text-ink-2">
        {facts.map((fact) => (
          <li key={fact} className="relative pl-4 [overflow-wrap:anywhere]">
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
