import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../atoms/Icon';

const QUIET_MS = 220;

/** Searches while the person types, once they pause. */
export function SearchField({ label, onSearch }: { label: string; onSearch: (query: string) => void }) {
  const [text, setText] = useState('');
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  });
  useEffect(() => {
    const timer = setTimeout(() => search.current(text.trim()), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <label className="relative block">
      <span className="sr-only">{label}</span>
      <Icon of={Search} size={16} className="pointer-events-none absolute top-2.5 left-3 text-ink-3" />
      <input
        type="search"
        value={text}
        placeholder={label}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        className="h-9 w-full rounded-md border border-line bg-surface pr-2 pl-9 text-sm text-ink placeholder:text-ink-3 hover:border-line-strong"
      />
    </label>
  );
}
