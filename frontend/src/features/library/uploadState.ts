import { ProblemError } from '@/lib/api/problem';
import { createStore } from '@/lib/store';
import type { QueuedUpload } from '@/lib/uploadQueue';
import { m } from '@/paraglide/messages';

/** One file on its way to storage. */
export interface Upload extends QueuedUpload {
  file: File;
  abort: AbortController;
  /** The document of which it is a new version. */
  replaces?: string | undefined;
}

export const uploads = createStore<readonly Upload[]>([]);
export const paused = createStore(false);

/** Told now and then, not after each of a thousand files. */
let listener: (collectionId: string) => void = () => undefined;
export const changed = (collectionId: string) => listener(collectionId);
export const onUploadsChanged = (next: typeof listener) => (listener = next);

export const find = (key: string) => uploads.get().find((upload) => upload.key === key);
export const patch = (key: string, change: Partial<Upload>) =>
  uploads.set(uploads.get().map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
export const reasonOf = (error: unknown) =>
  error instanceof ProblemError
    ? error.message
    : error instanceof Error && /stalled/.test(error.message)
      ? m.upload_stalled()
      : '';

export function dismiss(keys: readonly string[]): void {
  uploads.set(uploads.get().filter(({ key }) => !keys.includes(key)));
}
