import type { Page } from 'playwright-core';

/** The keys of a person who writes through an input method, as Chromium hears them from the system. */
export async function inputMethod(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  const key = async (code: string, ends: () => Promise<unknown>) => {
    const pressed = { key: code, code, windowsVirtualKeyCode: 229 };
    await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...pressed });
    await ends();
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...pressed });
  };
  const set = (text: string) =>
    devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  return {
    write: (text: string) => devtools.send('Input.insertText', { text }),
    /** Shows each state of the syllables or candidates in turn; nothing is in the field for good. */
    compose: async (...states: string[]) => {
      for (const state of states) await set(state);
    },
    /** The Enter that ends a composition. */
    enter: (text: string) => key('Enter', () => devtools.send('Input.insertText', { text })),
    /** The Escape that gives a composition up. */
    escape: () => key('Escape', () => set('')),
  };
}
