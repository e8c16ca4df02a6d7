const LATER_MILLIS = 1000;

/** For what nobody waits for: it is fetched after the screen that people wait for is there. */
export function afterFirst<T>(load: () => Promise<T>): Promise<T> {
  return new Promise<void>((later) => setTimeout(later, LATER_MILLIS)).then(load);
}
