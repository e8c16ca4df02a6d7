import { useCallback, useEffect, useRef, useState } from 'react';

const NEAR = 48;

/** Keeps the newest words in view while they arrive, unless the reader has scrolled away. */
export function useStickToBottom() {
  const viewport = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const stuck = useRef(true);
  const [atBottom, setAtBottom] = useState(true);
  const toBottom = useCallback(() => {
    stuck.current = true;
    const view = viewport.current;
    if (view) view.scrollTop = view.scrollHeight;
  }, []);
  useEffect(() => {
    const view = viewport.current!;
    const onScroll = () => {
      stuck.current = view.scrollHeight - view.scrollTop - view.clientHeight < NEAR;
      setAtBottom(stuck.current);
    };
    const observer = new ResizeObserver(() => {
      if (stuck.current) view.scrollTop = view.scrollHeight;
      else onScroll();
    });
    observer.observe(content.current!);
    observer.observe(view);
    view.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      view.removeEventListener('scroll', onScroll);
    };
  }, []);
  return { viewport, content, atBottom, toBottom };
}
