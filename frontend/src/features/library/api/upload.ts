import { api, data, intentKey } from '@/lib/api/client';
import type { UploadSession } from '@/lib/api/types';
import { putBytes, sendParts, THERE, type SessionPlace } from './resumable';

export type UploadAddresses = Pick<UploadSession, 'upload' | 'resumable'>;

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

/** A file of more than one part is worth the request that begins it. */
const LARGE = 8 * 1024 * 1024;

/** Sends the bytes straight to storage: small files at once, large ones in parts that a break does not lose. */
export async function sendBytes(
  address: () => Promise<UploadAddresses | undefined>,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
  place: SessionPlace,
): Promise<boolean> {
  let there = false;
  const asked = async () => {
    const known = await address();
    there = !known;
    return known;
  };
  if (file.size > LARGE) {
    await sendParts(async () => (await asked())?.resumable, file, onProgress, signal, place);
    return !there;
  }
  const upload = (await asked())?.upload;
  if (!upload) return false;
  const { status } = await putBytes(
    upload.url,
    upload.headers,
    file,
    (sent) => onProgress(file.size ? sent / file.size : 0),
    signal,
  );
  if (status >= 300 && status !== THERE) throw new Error(`storage: ${status}`);
  return true;
}
