import { useEffect, useRef, useState } from 'react';
import { ProblemError } from '@/lib/api/problem';

const PAUSE_MS = 1_500;
const AGAIN_MS = [4_000, 10_000, 30_000];

export type Saving =
  | { state: 'idle' }
  | { state: 'saving' }
  /** Tried again by itself. */
  | { state: 'failed' }
  /** Only another text can be saved. */
  | { state: 'refused'; problem: string };

const reasonOf = (error: ProblemError) =>
  (error.problem.errors ?? []).map(({ message }) => message).join(' ') || error.message;

/**
 * Saves by itself after a pause of typing, and again when the network failed.
 *
 * @param text what would be saved, as one text; nothing when there is nothing to save
 * @param save says whether it was saved: false when somebody else was earlier
 */
export function useAutosave(text: string | undefined, save: () => Promise<boolean>) {
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });
  const [refused, setRefused] = useState<string>();
  const [failures, setFailures] = useState(0);
  const running = useRef<Promise<boolean>>(undefined);
  const newest = useRef({ text, save });
  useEffect(() => {
    newest.current = { text, save };
  });

  const run = async (): Promise<boolean> => {
    const { text: sent, save: send } = newest.current;
    if (sent === undefined) return true;
    setSaving({ state: 'saving' });
    try {
      const done = await send();
      setFailures(0);
      setSaving({ state: 'idle' });
      return done;
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500) {
        setRefused(sent);
        setSaving({ state: 'refused', problem: reasonOf(error) });
      } else {
        setFailures((before) => before + 1);
        setSaving({ state: 'failed' });
      }
      return false;
    }
  };
  /** One save at a time: who comes meanwhile waits, and saves what was written since. */
  const flush = async (): Promise<boolean> => {
    while (running.current) await running.current;
    const mine = run().finally(() => {
      if (running.current === mine) running.current = undefined;
    });
    running.current = mine;
    return mine;
  };
  const latest = useRef(flush);
  useEffect(() => {
    latest.current = flush;
  });

  useEffect(() => {
    if (text === undefined || text === refused) return;
    const wait = failures ? AGAIN_MS[Math.min(failures, AGAIN_MS.length) - 1] : PAUSE_MS;
    const timer = setTimeout(() => void latest.current(), wait);
    const online = () => void latest.current();
    addEventListener('online', online);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', online);
    };
  }, [text, refused, failures]);
  return {
    saving: text === undefined && saving.state !== 'saving' ? ({ state: 'idle' } as Saving) : saving,
    flush,
  };
}
