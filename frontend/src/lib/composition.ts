const HANGUL = /^[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]+$/;
/** Input methods that end a composition with Enter may pass that Enter on once more within this time. */
const ECHO_MS = 30;
const ENTER = /^(Numpad)?Enter$/;

type Field = HTMLInputElement | HTMLTextAreaElement;

/** A field in which Enter does something: a line of a form, or an area that says what its Enter is for. */
const acts = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement || (target instanceof HTMLTextAreaElement && target.enterKeyHint !== '');

function hide(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** As the browser does when Enter is pressed in a line: through the form's button, if it may be pressed. */
function submit({ form }: HTMLInputElement): void {
  if (!form) return;
  const button = [...form.elements].find(
    (each) =>
      (each instanceof HTMLButtonElement || each instanceof HTMLInputElement) && each.type === 'submit',
  );
  if (button) (button as HTMLElement).click();
  else form.requestSubmit();
}

/**
 * Makes every field of the page safe with input methods, once, before anything else listens: keys that belong to a
 * composition reach no handler, no form is sent and no dialog closed by them. The Enter that ends a Hangul syllable
 * acts once, when the syllable is in the field; the one that picks a Japanese or Chinese candidate only picks it.
 */
export function guardComposition(): void {
  let composing = false;
  let text = '';
  let waiting: Field | undefined;
  let endedAt = -Infinity;
  let actedAt = -Infinity;
  let passed: Event | undefined;
  const held = new Set<string>();

  const act = (field: Field) => {
    if (!field.isConnected) return;
    passed = new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true });
    if (field.dispatchEvent(passed) && field instanceof HTMLInputElement) submit(field);
  };
  const actSoon = (field: Field, now: number) => {
    actedAt = now;
    // some browsers tell of the last syllable's input after the composition's end
    setTimeout(() => act(field));
  };
  const handlers: { [kind in keyof WindowEventMap]?: (event: WindowEventMap[kind]) => void } = {
    compositionstart: () => {
      composing = true;
      text = '';
      waiting = undefined;
    },
    compositionupdate: ({ data }) => (text = data),
    compositionend: ({ timeStamp }) => {
      composing = false;
      endedAt = timeStamp;
      if (waiting) actSoon(waiting, timeStamp);
      waiting = undefined;
    },
    keydown: (event) => {
      if (event === passed || event.ctrlKey || event.metaKey || event.altKey) return;
      const enter = event.key === 'Enter' || ENTER.test(event.code);
      if (!composing && !event.isComposing && event.keyCode !== 229) {
        if (enter && event.timeStamp - actedAt < ECHO_MS) hide(event);
        return;
      }
      event.stopImmediatePropagation();
      held.add(event.code);
      if (event.key === 'Escape' || event.code === 'Escape') event.preventDefault();
      if (!enter || event.shiftKey || !acts(event.target)) return;
      event.preventDefault();
      if (!HANGUL.test(text)) return;
      if (composing) waiting = event.target;
      // Safari tells of the key after the composition's end
      else if (event.timeStamp - endedAt < ECHO_MS) actSoon(event.target, event.timeStamp);
    },
    keyup: (event) => {
      if (held.delete(event.code)) event.stopImmediatePropagation();
    },
    submit: (event) => composing && hide(event),
    // of a dialog: Escape gave up the composition only
    cancel: (event) => composing && hide(event),
  };
  for (const [kind, handle] of Object.entries(handlers))
    addEventListener(kind, handle as (event: Event) => void, { capture: true });
}
