/** While something moves, ask again; slower the longer nothing has changed. */
const POLL_MS = [1_000, 1_500, 2_500, 4_000, 8_000, 15_000];
const POLLS_EACH = 2;

/** When to ask again for what is followed under a key: counted in answers, however often the page asks in between. */
export function nextPoll() {
  const seen = new Map<string, { print: string; since: number }>();
  return (key: string, moves: boolean, print: string, answers: number): number | false => {
    if (!moves) {
      seen.delete(key);
      return false;
    }
    const before = seen.get(key);
    // begun anew when the answers are counted anew
    const same = before?.print === print && before.since <= answers;
    const since = same ? before.since : answers;
    if (!same) seen.set(key, { print, since });
    return POLL_MS[Math.min(Math.floor((answers - since) / POLLS_EACH), POLL_MS.length - 1)]!;
  };
}
