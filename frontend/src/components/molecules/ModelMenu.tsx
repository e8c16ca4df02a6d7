import { Check, ChevronDown, ImageIcon, LockKeyhole, Shuffle, Sparkles } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import type { ModelChoice } from '@/lib/api/types';
import { modelGroups } from '@/lib/modelGroups';
import { m } from '@/paraglide/messages';
import { Icon } from '../atoms/Icon';
import { IconButton } from '../atoms/IconButton';

interface ModelMenuProps {
  title: string;
  models: readonly ModelChoice[];
  chosen?: string | undefined;
  onChoose: (id: string) => void;
  /** What the button shows; without it an icon stands for the title. */
  name?: string;
  disabled?: boolean;
}

const HINTS: Record<string, () => string> = {
  best: m.policy_best_hint,
  fast: m.policy_fast_hint,
  cheap: m.policy_cheap_hint,
  private: m.policy_private_hint,
};

/** The models that may be chosen, policies first; arrows, Home, End and first letters move, Escape closes. */
export function ModelMenu({ title, models, chosen, onChoose, name, disabled }: ModelMenuProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const items = () => [...list.current!.querySelectorAll('button')];
  const open = () => {
    const menu = list.current!;
    menu.showPopover();
    const at = anchor.current!.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = menu;
    const above = at.top - height - 6;
    menu.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
    menu.style.top = `${above >= 8 ? above : Math.max(8, Math.min(at.bottom + 6, innerHeight - height - 8))}px`;
    (items().find((item) => item.ariaChecked === 'true') ?? items()[0])?.focus();
  };
  const move = (event: KeyboardEvent) => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const to = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    const letter = event.key.length === 1 ? event.key.toLocaleLowerCase() : undefined;
    const named = (item: HTMLElement) => item.textContent.toLocaleLowerCase().startsWith(letter ?? '\n');
    const target = to === undefined ? (all.slice(at + 1).find(named) ?? all.find(named)) : all[to];
    if (!target || event.key === ' ') return;
    event.preventDefault();
    target.focus();
  };
  return (
    <>
      {name ? (
        <button
          ref={anchor}
          type="button"
          aria-haspopup="menu"
          aria-label={m.model_label({ model: name })}
          onClick={open}
          className="inline-flex h-8 min-w-0 shrink items-center gap-1.5 rounded-full border border-line px-3 text-sm text-ink-2 transition-colors duration-150 hover:border-line-strong hover:text-ink"
        >
          <Icon of={Sparkles} size={15} />
          <span className="truncate">{name}</span>
          <Icon of={ChevronDown} size={14} />
        </button>
      ) : (
        <IconButton
          ref={anchor}
          icon={Shuffle}
          label={title}
          aria-haspopup="menu"
          disabled={disabled}
          onClick={open}
        />
      )}
      <div
        ref={list}
        role="menu"
        popover="auto"
        aria-label={title}
        tabIndex={-1}
        onKeyDown={move}
        className="max-h-[min(420px,calc(100dvh-96px))] w-72 max-w-[calc(100vw-16px)] overflow-y-auto rounded-lg border border-line bg-surface p-1 shadow-float"
      >
        {modelGroups(models).map(({ provider, models: group }) => (
          <div key={provider ?? ''} role="group" aria-label={provider ?? title}>
            <p className="px-2.5 pt-2 pb-1 text-xs font-semibold text-ink-3">{provider ?? title}</p>
            {group.map((choice) => (
              <button
                key={choice.id}
                type="button"
                role="menuitemradio"
                aria-checked={choice.id === chosen}
                onClick={() => {
                  list.current!.hidePopover();
                  anchor.current?.focus();
                  onChoose(choice.id);
                }}
                className="flex min-h-9 w-full items-center gap-2 rounded-md px-2.5 py-1.5 text-left text-sm hover:bg-sunken focus-visible:-outline-offset-2"
              >
                <span className="min-w-0 flex-1">
                  <span className={`block truncate ${choice.id === chosen ? 'font-semibold' : ''}`}>
                    {choice.name}
                  </span>
                  {choice.policy && <span className="block text-xs text-ink-2">{HINTS[choice.id]?.()}</span>}
                </span>
                {choice.images && (
                  <span title={m.model_reads_images()} className="text-ink-3">
                    <Icon of={ImageIcon} size={14} />
                  </span>
                )}
                {choice.clearance === 'confidential' && (
                  <span title={m.model_confidential()} className="text-ink-3">
                    <Icon of={LockKeyhole} size={14} />
                  </span>
                )}
                <span className="w-4 shrink-0 text-accent">
                  {choice.id === chosen && <Icon of={Check} size={16} />}
                </span>
              </button>
            ))}
          </div>
        ))}
      </div>
    </>
  );
}
