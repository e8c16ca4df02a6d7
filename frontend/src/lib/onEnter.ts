import type { KeyboardEvent } from 'react';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Enter acts, Shift+Enter is left alone; what input methods do with Enter is kept away by `guardComposition`. */
export const onEnter = (act: (text: string) => void, enterKeyHint: 'send' | 'done' | 'go' = 'done') => ({
  enterKeyHint,
  onKeyDown: (event: KeyboardEvent<Field>) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    act(event.currentTarget.value);
  },
});
