import { api, data, intentKey } from '@/lib/api/client';
import type { UploadSession } from '@/lib/api/types';

export const startUpload = (collectionId: string, file: File) =>
  data(
    api.POST('/v1/collections/{collectionId}/documents', {
      params: { path: { collectionId }, header: { 'Idempotency-Key': intentKey() } },
      body: { name: file.name, size: file.size, ...(file.type ? { contentType: file.type } : {}) },
    }),
  );

/** Sends the bytes straight to storage; only XMLHttpRequest tells how far an upload has come. */
export function sendBytes(
  { url, headers }: UploadSession['upload'],
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new Error(`storage: ${request.status}`));
    request.onerror = () => reject(new Error('storage: unreachable'));
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
