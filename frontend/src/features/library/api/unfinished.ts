import type { Waiting } from '@/lib/uploadQueue';
import { getUploads } from './upload';

/** A batch of files whose bytes were not all sent; remembered over reloads. */
export interface UnfinishedBatch {
  batchId: string;
  collectionId: string;
}

const KEY = 'madang.uploads';

export function unfinished(): UnfinishedBatch[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as UnfinishedBatch[];
  } catch {
    return [];
  }
}

export function remember(batch: UnfinishedBatch): void {
  localStorage.setItem(
    KEY,
    JSON.stringify([...unfinished().filter(({ batchId }) => batchId !== batch.batchId), batch]),
  );
}

export function forget(gone: readonly string[]): void {
  localStorage.setItem(KEY, JSON.stringify(unfinished().filter(({ batchId }) => !gone.includes(batchId))));
}

/** What still waits for its bytes in a collection since earlier visits. */
export async function waitingIn(collectionId: string): Promise<(Waiting & { batchId: string })[]> {
  const waiting: (Waiting & { batchId: string })[] = [];
  for (const { batchId } of unfinished().filter((batch) => batch.collectionId === collectionId)) {
    let left = 0;
    let cursor: string | undefined;
    do {
      // a batch that is gone has nothing that waits
      const page = await getUploads(batchId, cursor).catch(() => undefined);
      for (const { id, name, size, folderId, status, failure } of page?.items ?? [])
        if (status === 'UPLOADING' || failure?.code === 'upload_expired') {
          left++;
          waiting.push({ id, name, size, folderId, batchId });
        }
      cursor = page?.nextCursor;
    } while (cursor);
    if (!left) forget([batchId]);
  }
  return waiting;
}
