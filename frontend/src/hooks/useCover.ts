import { useEffect, type RefObject } from 'react';

/** Where the layout lays panels over the page instead of beside it. */
const NARROW = '(width < 64rem)';
/** Layers of their own, and what only darkens the page. */
const LEFT_ALONE = '[popover], dialog, [aria-hidden]';

/**
 * A panel that covers a narrow page: while it is there nothing behind it can be reached, and when it goes the focus
 * returns to where it was. `shown` is what it shows, nothing while it is closed.
 */
export function useCover(panel: RefObject<HTMLElement | null>, shown: unknown): void {
  useEffect(() => {
    if (!shown) return;
    const before = document.activeElement;
    const element = panel.current!;
    const narrow = matchMedia(NARROW);
    let covered: Element[] = [];
    const uncover = () => {
      for (const element of covered) element.removeAttribute('inert');
      covered = [];
    };
    const cover = () => {
      uncover();
      if (!narrow.matches) return;
      for (let at: Element = element; at.parentElement; at = at.parentElement) {
        const beside = [...at.parentElement.children].filter(
          (each) => each !== at && !each.matches(`${LEFT_ALONE}, [inert]`),
        );
        for (const each of beside) each.setAttribute('inert', '');
        covered.push(...beside);
        if (at.parentElement === document.body) return;
      }
    };
    cover();
    narrow.addEventListener('change', cover);
    return () => {
      narrow.removeEventListener('change', cover);
      uncover();
      // a person who went on elsewhere stays there
      const lost = document.activeElement === document.body || element.contains(document.activeElement);
      if (before instanceof HTMLElement && lost) before.focus({ preventScroll: true });
    };
  }, [panel, shown]);
}
