import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

interface PagesAbove {
  data: { pages: readonly unknown[] } | undefined;
  hasNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** Reads what is older as the reader nears the top of a view; what is in view stays where it is. The mark stands above the first that is read. */
export function useOlderAbove(
  viewport: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  { data, hasNextPage, fetchNextPage }: PagesAbove,
): RefObject<HTMLDivElement | null> {
  const mark = useRef<HTMLDivElement>(null);
  const first = useRef<{ element: Element; place: number }>(undefined);
  const pages = data?.pages.length;
  useLayoutEffect(() => {
    const placeOf = (element: Element) =>
      element.getBoundingClientRect().top - content.current!.getBoundingClientRect().top;
    const view = viewport.current!;
    const before = first.current;
    if (before?.element.isConnected) {
      // browsers that hold what is in view would move it twice, and at the very top they do not hold it
      view.style.setProperty('overflow-anchor', 'none');
      view.scrollBy({ top: placeOf(before.element) - before.place, behavior: 'instant' });
      requestAnimationFrame(() => requestAnimationFrame(() => view.style.removeProperty('overflow-anchor')));
    }
    const element = mark.current?.nextElementSibling;
    first.current = element ? { element, place: placeOf(element) } : undefined;
  }, [viewport, content, pages, hasNextPage]);
  useEffect(() => {
    if (!hasNextPage || !mark.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && void fetchNextPage(), {
      root: viewport.current,
      rootMargin: '600px 0px 0px 0px',
    });
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, [viewport, pages, hasNextPage, fetchNextPage]);
  return mark;
}
