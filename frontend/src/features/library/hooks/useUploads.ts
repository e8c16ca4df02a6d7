import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { ProblemError } from '@/lib/api/problem';
import { createStore, useStore } from '@/lib/store';
import { deleteDocument } from '../api/documents';
import { sendBytes, startUpload } from '../api/upload';

/** One file on its way to storage. */
export interface Upload {
  key: string;
  collectionId: string;
  file: File;
  share: number;
  phase: 'waiting' | 'sending' | 'done' | 'failed';
  reason?: string;
  abort: AbortController;
}

const PARALLEL = 3;
const uploads = createStore<readonly Upload[]>([]);
let sending = 0;

const patch = (key: string, change: Partial<Upload>) =>
  uploads.set(uploads.get().map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));

async function send(client: QueryClient, { key, collectionId, file, abort }: Upload): Promise<void> {
  const refresh = () => client.invalidateQueries({ queryKey: ['documents', collectionId] });
  let documentId: string | undefined;
  try {
    const session = await startUpload(collectionId, file);
    documentId = session.document.id;
    void refresh();
    await sendBytes(session.upload, file, (share) => patch(key, { share }), abort.signal);
    patch(key, { phase: 'done', share: 1 });
    setTimeout(() => dismiss(key), 2_000);
  } catch (error) {
    if (documentId) await deleteDocument(documentId).catch(() => undefined);
    if (abort.signal.aborted) dismiss(key);
    else patch(key, { phase: 'failed', reason: error instanceof ProblemError ? error.message : '' });
  }
  await Promise.all([refresh(), client.invalidateQueries({ queryKey: ['collections'] })]);
}

function pump(client: QueryClient): void {
  while (sending < PARALLEL) {
    const next = uploads.get().find(({ phase }) => phase === 'waiting');
    if (!next) return;
    sending++;
    patch(next.key, { phase: 'sending' });
    void send(client, next).finally(() => {
      sending--;
      pump(client);
    });
  }
}

function dismiss(key: string): void {
  uploads.set(uploads.get().filter((upload) => upload.key !== key));
}

/** Files on their way, at most three at once; they go on while the person looks elsewhere. */
export function useUploads() {
  const client = useQueryClient();
  return {
    uploads: useStore(uploads),
    add: (collectionId: string, files: Iterable<File>) => {
      const added = [...files].map((file): Upload => ({
        key: crypto.randomUUID(),
        collectionId,
        file,
        share: 0,
        phase: 'waiting',
        abort: new AbortController(),
      }));
      uploads.set([...uploads.get(), ...added]);
      pump(client);
    },
    cancel: (key: string) => {
      const upload = uploads.get().find((each) => each.key === key);
      upload?.abort.abort();
      if (upload?.phase !== 'sending') dismiss(key);
    },
    again: (key: string) => {
      patch(key, { phase: 'waiting', share: 0, abort: new AbortController() });
      pump(client);
    },
  };
}
