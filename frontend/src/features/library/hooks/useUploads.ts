import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { leftBatches, leftFiles, leftParts } from '@/lib/leftUploads';
import { perFrame } from '@/lib/perFrame';
import { createStore, useStore } from '@/lib/store';
import { isOpen } from '@/lib/uploadQueue';
import { deleteDocument } from '../api/documents';
import { untoldIn, waitingIn } from '../api/unfinished';
import { againUploads, cancelUploads, keepUploads, pauseUploads } from '../uploads';
import { onUploadsChanged, paused, uploads } from '../uploadState';

const CALM_MS = 800;
/** While many are on their way nobody reads each line of the table. */
const MANY = 20;
const CALM_OF_MANY_MS = 4_000;

/** What the page draws of them: once a frame, however many move. */
const shown = createStore(uploads.get());
uploads.subscribe(perFrame(() => shown.set(uploads.get())));

const due = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** What shows documents follows, at most about once a second, more rarely while there are many. */
function refreshSoon(client: QueryClient, collectionId: string): void {
  due.add(collectionId);
  const open = uploads.get().filter(isOpen).length;
  timer ??= setTimeout(
    () => {
      timer = undefined;
      for (const id of due)
        for (const kind of [
          'documents',
          'folders',
          'storage',
          ...(uploads.get().some(isOpen) ? [] : ['unfinished']),
        ])
          void client.invalidateQueries({ queryKey: [kind, id] });
      due.clear();
      for (const kind of ['collections', 'versions']) void client.invalidateQueries({ queryKey: [kind] });
    },
    open > MANY ? CALM_OF_MANY_MS : CALM_MS,
  );
}

/** Files on their way; they go on while the person looks elsewhere. */
export function useUploads() {
  const client = useQueryClient();
  useEffect(() => {
    onUploadsChanged((collectionId) => refreshSoon(client, collectionId));
  }, [client]);
  return {
    uploads: useStore(shown),
    paused: useStore(paused),
    cancel: (keys: readonly string[]) => void cancelUploads(keys),
    again: (keys: readonly string[]) => void againUploads(keys),
    keep: (keys: readonly string[]) => void keepUploads(keys),
    pause: pauseUploads,
  };
}

/** Files of a collection that an earlier visit did not send. */
export function useUnfinished(collectionId: string) {
  const client = useQueryClient();
  const all = useStore(shown);
  const remembered = leftBatches.mine().some((batch) => batch.collectionId === collectionId);
  const query = useQuery({
    queryKey: ['unfinished', collectionId],
    queryFn: () => waitingIn(collectionId),
    enabled: remembered,
  });
  const here = new Set(all.map(({ documentId }) => documentId));
  // what was asked while all was still on its way is no longer true when nothing is remembered
  const waiting = (remembered ? (query.data ?? []) : []).filter(({ id }) => !here.has(id));
  const untold = untoldIn(collectionId).filter(
    ({ name, size }) => !all.some(({ file }) => file.name === name && file.size === size),
  );
  return {
    /** To be chosen again. */
    files: [...waiting, ...untold].map(({ name, size }) => ({ name, size })),
    giveUp: async () => {
      leftFiles.drop((file) => file.collectionId === collectionId);
      for (const { id } of waiting) {
        leftParts.drop(({ documentId }) => documentId === id);
        await deleteDocument(id).catch(() => undefined);
      }
      refreshSoon(client, collectionId);
    },
  };
}
