/** What this browser keeps under a key; a page in a foreign frame may be refused the place for it. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
