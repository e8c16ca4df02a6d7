import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from 'lucide-react';
import { m } from '@/paraglide/messages';
import { IconButton } from '../atoms/IconButton';

interface PageControlsProps {
  page: number;
  count: number;
  /** 1 is a page that just fits. */
  zoom: number;
  onPage: (page: number) => void;
  /** Absent at the smallest. */
  onZoomOut?: () => void;
  /** Absent at the largest. */
  onZoomIn?: () => void;
}

/** Which page of how many, and how large. */
export function PageControls({ page, count, zoom, onPage, onZoomOut, onZoomIn }: PageControlsProps) {
  const go = (typed: string) => {
    const number = Number.parseInt(typed, 10);
    if (number) onPage(number);
  };
  return (
    <div
      role="group"
      aria-label={m.viewer_pages()}
      className="flex shrink-0 items-center justify-center gap-1 border-b border-line bg-surface px-2 py-1.5"
    >
      <IconButton
        icon={ChevronLeft}
        label={m.viewer_previous()}
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      />
      <span className="flex items-center gap-1.5 text-sm text-ink-2 tabular-nums">
        <input
          key={page}
          inputMode="numeric"
          aria-label={m.viewer_page()}
          defaultValue={page}
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') go(event.currentTarget.value);
            if (event.key.length === 1 || event.key === 'Home' || event.key === 'End')
              event.stopPropagation();
          }}
          onBlur={(event) => go(event.currentTarget.value)}
          className="h-8 w-12 rounded-md border border-line bg-paper text-center text-ink hover:border-line-strong"
        />
        / {count}
      </span>
      <IconButton
        icon={ChevronRight}
        label={m.viewer_next()}
        disabled={page >= count}
        onClick={() => onPage(page + 1)}
      />
      <span aria-hidden className="mx-1.5 h-5 w-px bg-line" />
      <IconButton icon={ZoomOut} label={m.viewer_zoom_out()} disabled={!onZoomOut} onClick={onZoomOut} />
      <span className="w-11 text-center text-sm text-ink-2 tabular-nums" aria-live="polite">
        {Math.round(zoom * 100)}%
      </span>
      <IconButton icon={ZoomIn} label={m.viewer_zoom_in()} disabled={!onZoomIn} onClick={onZoomIn} />
    </div>
  );
}
