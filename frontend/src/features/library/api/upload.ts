import { api, data, intentKey } from '@/lib/api/client';
import type { UploadSession } from '@/lib/api/types';

export type UploadAddress = UploadSession['upload'];

interface Announced {
  name: string;
  size: number;
  contentType?: string;
  sha256?: string;
}

const told = (file: File) => ({
  name: file.name,
  size: file.size,
  ...(file.type ? { contentType: file.type } : {}),
});

export const announced = (file: File, sha256: string | undefined): Announced => ({
  ...told(file),
  ...(sha256 ? { sha256 } : {}),
});

export const startUploads = (
  collectionId: string,
  files: Announced[],
  duplicates: 'skip' | 'keep',
  folderId?: string,
) =>
  data(
    api.POST('/v1/collections/{collectionId}/uploads', {
      params: { path: { collectionId } },
      body: { files, duplicates, ...(folderId ? { folderId } : {}) },
    }),
  );

export const addressUploads = (batchId: string, documentIds: string[]) =>
  data(api.POST('/v1/uploads/{batchId}/addresses', { params: { path: { batchId } }, body: { documentIds } }));

export const getUploads = (batchId: string, cursor?: string) =>
  data(
    api.GET('/v1/uploads/{batchId}', {
      params: { path: { batchId }, query: { limit: 100, ...(cursor ? { cursor } : {}) } },
    }),
  );

export const startVersion = (documentId: string, file: File) =>
  data(
    api.POST('/v1/documents/{documentId}/versions', {
      params: { path: { documentId }, header: { 'Idempotency-Key': intentKey() } },
      body: told(file),
    }),
  );

/** Nothing moved for so long: the connection is taken for lost. */
const STALL_MS = 30_000;

/** What storage says when the bytes are there already: create-only addresses take them once. */
const THERE = [409, 412];

/** Sends the bytes straight to storage; only XMLHttpRequest tells how far an upload has come. */
export function sendBytes(
  { url, headers }: UploadAddress,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // who took it back while its address was asked for waits for no event any more
    if (signal.aborted) return reject(new DOMException('cancelled', 'AbortError'));
    const request = new XMLHttpRequest();
    let stalled = false;
    let timer: ReturnType<typeof setTimeout>;
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        stalled = true;
        request.abort();
      }, STALL_MS);
    };
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => {
      alive();
      onProgress(total ? loaded / total : 0);
    };
    request.onload = () =>
      request.status < 300 || THERE.includes(request.status)
        ? resolve()
        : reject(new Error(`storage: ${request.status}`));
    request.onerror = () => reject(new Error('storage: unreachable'));
    request.onabort = () =>
      reject(stalled ? new Error('storage: stalled') : new DOMException('cancelled', 'AbortError'));
    request.onloadend = () => clearTimeout(timer);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    alive();
    request.send(file);
  });
}
