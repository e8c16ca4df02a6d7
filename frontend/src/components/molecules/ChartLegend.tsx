interface ChartLegendProps {
  series: readonly { name: string; values: readonly (number | null)[] }[];
  /** The point that is pointed at. */
  at: number | undefined;
  text: (value: number) => string;
}

/** As the lines of a chart look, in their order. */
const STROKES = ['stroke-accent', 'stroke-info', 'stroke-warn', 'stroke-danger', 'stroke-ok', 'stroke-ink-2'];
const DASHES = ['', '8 4', '2 4', '12 4 2 4', '4 4', '1 3'];

/** Which line is whose, and what it says where the pointer is. */
export function ChartLegend({ series, at, text }: ChartLegendProps) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 pt-1 pb-2 text-xs text-ink-2 tabular-nums">
      {series.map(({ name, values }, index) => {
        const value = at === undefined ? undefined : values[at];
        return (
          <li key={index} className="flex min-w-0 items-center gap-1.5">
            <svg aria-hidden width="24" height="4" className="shrink-0">
              <path
                d="M0 2h24"
                strokeWidth="2"
                strokeDasharray={DASHES[index % DASHES.length]}
                className={STROKES[index % STROKES.length]}
              />
            </svg>
            <span className="truncate">{name}</span>
            {value != null && <strong className="text-ink">{text(value)}</strong>}
          </li>
        );
      })}
    </ul>
  );
}
