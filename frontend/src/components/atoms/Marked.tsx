import type { Segment } from '@/lib/highlight';

/** A text with its marked parts. */
export function Marked({ segments }: { segments: Segment[] }) {
  return segments.map(({ text, marked }, index) =>
    marked ? (
      <mark key={index} className="rounded-xs bg-mark text-ink">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
