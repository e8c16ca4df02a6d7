import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { onEnter } from '@/lib/onEnter';
import { m } from '@/paraglide/messages';
import { Icon } from '../atoms/Icon';
import { Kbd } from '../atoms/Kbd';

export interface Command {
  id: string;
  label: string;
  icon: LucideIcon;
  run: () => void;
}

interface CommandPaletteProps {
  text: string;
  onText: (text: string) => void;
  groups: { title: string; commands: Command[] }[];
  onClose: () => void;
}

/** Type to go anywhere: arrows choose, Enter goes, Escape leaves. */
export function CommandPalette({ text, onText, groups, onClose }: CommandPaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [chosen, setChosen] = useState(0);
  const commands = groups.flatMap((group) => group.commands);
  const current = Math.min(chosen, commands.length - 1);
  useEffect(() => {
    const element = dialog.current!;
    element.showModal();
    return () => element.close();
  }, []);
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const enter = onEnter(() => run(commands[current]), 'go');
  const move = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return enter.onKeyDown(event);
    event.preventDefault();
    setChosen((current + step + commands.length) % Math.max(commands.length, 1));
  };
  return (
    <dialog
      ref={dialog}
      aria-label={m.palette_open()}
      onCancel={onClose}
      onMouseDown={(event) => event.target === event.currentTarget && onClose()}
      className="mx-auto mt-[12dvh] w-[calc(100vw-32px)] max-w-xl animate-rise overflow-hidden rounded-xl border border-line bg-surface p-0 shadow-float"
    >
      <input
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={commands[current] ? `palette-${commands[current].id}` : undefined}
        aria-label={m.palette_open()}
        placeholder={m.palette_placeholder()}
        value={text}
        maxLength={200}
        onChange={(event) => {
          onText(event.target.value);
          setChosen(0);
        }}
        className="h-14 w-full border-b border-line bg-transparent px-5 text-lg outline-none placeholder:text-ink-3"
        {...enter}
        onKeyDown={move}
      />
      <div
        id="palette-list"
        role="listbox"
        aria-label={m.palette_open()}
        className="max-h-[50dvh] overflow-y-auto p-2"
      >
        {groups.map(({ title, commands: listed }) => (
          <div key={title} role="group" aria-label={title}>
            <p aria-hidden className="px-3 pt-2 pb-1 text-xs text-ink-2">
              {title}
            </p>
            {listed.map((command) => {
              const selected = command === commands[current];
              return (
                <div
                  key={command.id}
                  id={`palette-${command.id}`}
                  role="option"
                  aria-selected={selected}
                  onMouseMove={() => setChosen(commands.indexOf(command))}
                  onClick={() => run(command)}
                  className={`flex h-10 cursor-pointer items-center gap-3 rounded-md px-3 text-sm ${selected ? 'bg-accent-soft text-ink' : 'text-ink-2'}`}
                >
                  <Icon of={command.icon} className={selected ? 'text-accent' : ''} />
                  <span className="min-w-0 flex-1 truncate">{command.label}</span>
                  {selected && <Kbd>↵</Kbd>}
                </div>
              );
            })}
          </div>
        ))}
        {commands.length === 0 && (
          <p className="px-3 py-8 text-center text-sm text-ink-2">{m.palette_nothing()}</p>
        )}
      </div>
    </dialog>
  );
}
