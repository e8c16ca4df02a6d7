import { useEffect, useMemo, useRef, type CompositionEvent, type KeyboardEvent } from 'react';

const HANGUL = /^[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]+$/;
/** Safari reports the Enter that ended a composition once more as a plain keydown within this time. */
const ECHO_MS = 30;

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Enter that submits and is safe with input methods: while Hangul is composed one Enter submits once, with the
 * last syllable; the Enter that picks a Japanese or Chinese candidate never submits. Shift+Enter is left alone.
 */
export function useImeEnter(submit: (text: string) => void) {
  const state = useRef({ composing: false, text: '', waiting: false, endedAt: -Infinity });
  const latest = useRef(submit);
  useEffect(() => {
    latest.current = submit;
  });
  return useMemo(
    () => ({
      onCompositionStart: () => {
        Object.assign(state.current, { composing: true, text: '', waiting: false });
      },
      onCompositionUpdate: (event: CompositionEvent) => {
        state.current.text = event.data;
      },
      onCompositionEnd: (event: CompositionEvent<Field>) => {
        const field = event.currentTarget;
        const { waiting } = state.current;
        Object.assign(state.current, { composing: false, waiting: false, endedAt: event.timeStamp });
        if (waiting) queueMicrotask(() => latest.current(field.value));
      },
      onKeyDown: (event: KeyboardEvent<Field>) => {
        const { current } = state;
        const enter = event.key === 'Enter' || /^(Numpad)?Enter$/.test(event.code);
        if (!enter || event.shiftKey) return;
        if (current.composing || event.nativeEvent.isComposing || event.keyCode === 229) {
          if (!HANGUL.test(current.text)) return;
          event.preventDefault();
          current.waiting = true;
          return;
        }
        event.preventDefault();
        if (event.timeStamp - current.endedAt < ECHO_MS) return;
        latest.current(event.currentTarget.value);
      },
    }),
    [],
  );
}
