import { leftBatches, leftFiles } from '@/lib/leftUploads';
import type { Waiting } from '@/lib/uploadQueue';
import { getUploads } from './upload';

/** What still waits for its bytes in a collection since earlier visits. */
export async function waitingIn(collectionId: string): Promise<(Waiting & { batchId: string })[]> {
  const waiting: (Waiting & { batchId: string })[] = [];
  for (const { batchId } of leftBatches.mine().filter((batch) => batch.collectionId === collectionId)) {
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
    if (!left) forgetBatches([batchId]);
  }
  return waiting;
}

export const forgetBatches = (gone: readonly string[]) =>
  leftBatches.drop(({ batchId }) => gone.includes(batchId));

/** Chosen in a collection at an earlier visit that ended before anybody was told. */
export const untoldIn = (collectionId: string) =>
  leftFiles.mine().filter((file) => file.collectionId === collectionId);
