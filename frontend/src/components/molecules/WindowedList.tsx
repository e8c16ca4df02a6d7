import { useState, type ReactNode } from 'react';

interface WindowedListProps<T> {
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  children: (item: T) => ReactNode;
}

const ROW = 52;
const HEIGHT = 260;
const MARGIN = 4;

/** The room of rows that are not there; a style attribute would break the security policy, this does not. */
function Room({ rows }: { rows: number }) {
  return (
    <li
      aria-hidden
      ref={(element) => {
        if (element) element.style.height = `${rows * ROW}px`;
      }}
    />
  );
}

/** A long list of equal rows of which only those in sight are there. */
export function WindowedList<T>({ label, items, keyOf, children }: WindowedListProps<T>) {
  const [top, setTop] = useState(0);
  const first = Math.max(0, Math.min(Math.floor(top / ROW), items.length - 1) - MARGIN);
  const last = Math.min(items.length, Math.ceil((top + HEIGHT) / ROW) + MARGIN);
  return (
    <div
      tabIndex={0}
      role="group"
      aria-label={label}
      className="max-h-[260px] overflow-y-auto"
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <ul>
        <Room rows={first} />
        {items.slice(first, last).map((item, index) => (
          <li
            key={keyOf(item)}
            aria-setsize={items.length}
            aria-posinset={first + index + 1}
            className="h-[52px]"
          >
            {children(item)}
          </li>
        ))}
        <Room rows={items.length - last} />
      </ul>
    </div>
  );
}
