import type { ReactNode } from 'react';

interface FramedTableProps {
  /** What it shows; the frame is scrolled by keys too, so it has a name. */
  label: string;
  /** What its rows are. */
  rows: string;
  columns: readonly string[];
  /** Whether the columns hold numbers, which stand under each other. */
  figures?: boolean;
  children: ReactNode;
}

/** A table that may be wider than its place. */
export function FramedTable({ label, rows, columns, figures = false, children }: FramedTableProps) {
  return (
    <div
      className="overflow-x-auto rounded-lg border border-line bg-surface"
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <table className={figures ? 'w-full text-sm tabular-nums' : 'w-full text-left text-sm'}>
        <thead className="text-ink-2">
          <tr>
            <th scope="col" className="px-3 py-2 text-left font-semibold">
              {rows}
            </th>
            {columns.map((name) => (
              <th
                key={name}
                scope="col"
                className={`px-3 py-2 font-semibold ${figures ? 'text-right whitespace-nowrap' : ''}`}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
