import type { ToolCategory } from '@/lib/api/types';
import { CATEGORIES, CATEGORY_TEXT } from '@/lib/toolText';
import { m } from '@/paraglide/messages';

interface CategoryChipsProps {
  chosen: ToolCategory | undefined;
  onChoose: (category: ToolCategory | undefined) => void;
}

/** What the store is narrowed to; pressing the chosen one again widens it. */
export function CategoryChips({ chosen, onChoose }: CategoryChipsProps) {
  return (
    <div
      role="group"
      aria-label={m.tool_category()}
      className="-mx-4 mb-5 flex gap-2 overflow-x-auto px-4 py-1 [scrollbar-width:none] lg:mx-0 lg:px-0"
    >
      {CATEGORIES.map((category) => (
        <button
          key={category}
          type="button"
          aria-pressed={category === chosen}
          onClick={() => onChoose(category === chosen ? undefined : category)}
          className={`h-8 shrink-0 rounded-full border px-3 text-sm transition-colors duration-150 ${category === chosen ? 'border-accent bg-accent-soft font-semibold text-ink' : 'border-line bg-surface text-ink-2 hover:border-line-strong hover:text-ink'}`}
        >
          {CATEGORY_TEXT[category]()}
        </button>
      ))}
    </div>
  );
}
