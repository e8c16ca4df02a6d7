import type { FoundFile } from '@/lib/droppedFiles';
import { leftBatches, leftFiles, leftParts } from '@/lib/leftUploads';
import { sha256 } from '@/lib/sha256';
import { foldersNeeded, isOpen, resumed, twinOf } from '@/lib/uploadQueue';
import { deleteDocument } from './api/documents';
import { createFolder, listFolders } from './api/folders';
import { waitingIn } from './api/unfinished';
import { announced, startUploads } from './api/upload';
import { pump, rest } from './uploadPump';
import { changed, dismiss, find, patch, paused, reasonOf, uploads, type Upload } from './uploadState';

const ANNOUNCED_AT_ONCE = 200;
/** The first are told of early, so that something moves while the rest is read. */
const ANNOUNCED_FIRST = 10;

/** Makes the folders that are missing and gives each file its own. */
async function placed(collectionId: string, top: string | undefined, added: Upload[]): Promise<void> {
  const needed = foldersNeeded(added);
  const byPath = new Map<string, string | undefined>([['[]', top]]);
  if (needed.length) {
    const { items } = await listFolders(collectionId);
    for (const path of needed) {
      const parentId = byPath.get(JSON.stringify(path.slice(0, -1)));
      const name = path.at(-1)!;
      const there = items.find(
        (folder) =>
          folder.parentId === parentId && folder.name.toLowerCase() === name.normalize('NFC').toLowerCase(),
      );
      const folder = there ?? (await createFolder(collectionId, name.normalize('NFC'), parentId));
      byPath.set(JSON.stringify(path), folder.id);
    }
    changed(collectionId);
  }
  for (const { key, folders } of added) patch(key, { folderId: byPath.get(JSON.stringify(folders)) });
}

/** The same document already, or another one with the same bytes. */
function asDuplicate({ file, folderId }: Upload, name: string, place: string | undefined): Partial<Upload> {
  const same = name.normalize('NFC') === file.name.trim().normalize('NFC') && place === folderId;
  return { phase: same ? 'there' : 'duplicate', duplicateOf: name };
}

async function announce(keys: readonly string[], duplicates: 'skip' | 'keep'): Promise<void> {
  const alive = keys.map(find).filter((upload) => upload !== undefined);
  for (const folderId of new Set(alive.map((upload) => upload.folderId))) {
    const some = alive.filter((upload) => upload.folderId === folderId);
    const { collectionId } = some[0]!;
    const batch = await startUploads(
      collectionId,
      some.map(({ file, sha256: hash }) => announced(file, hash)),
      duplicates,
      folderId,
    );
    if (batch.files.some(({ documentId }) => documentId))
      leftBatches.keep([{ batchId: batch.batchId, collectionId }]);
    batch.files.forEach(({ documentId, duplicateOf, problem }, index) => {
      const { key } = some[index]!;
      if (problem) patch(key, { phase: 'refused', reason: problem.message });
      else if (duplicateOf) patch(key, asDuplicate(some[index]!, duplicateOf.name, duplicateOf.folderId));
      else if (find(key)) patch(key, { phase: 'waiting', documentId, batchId: batch.batchId });
      // taken back while it was announced
      else if (documentId) void deleteDocument(documentId).catch(() => undefined);
    });
  }
}

function failAll(keys: readonly string[], error: unknown): void {
  for (const key of keys)
    if (find(key)?.phase === 'hashing') patch(key, { phase: 'failed', reason: reasonOf(error) });
}

/** Hashes, tells and sends, in portions: the first files are on their way while the last are read. */
async function prepare(keys: string[], duplicates: 'skip' | 'keep'): Promise<void> {
  let portion: string[] = [];
  let enough = ANNOUNCED_FIRST;
  const tell = async () => {
    const told = portion;
    portion = [];
    enough = ANNOUNCED_AT_ONCE;
    if (told.length) await announce(told, duplicates);
    pump();
  };
  try {
    for (const key of keys) {
      const upload = find(key);
      if (upload?.phase !== 'hashing') continue;
      const hash = upload.sha256 ?? (await sha256(upload.file));
      const twin = duplicates === 'skip' && twinOf(uploads.get(), { ...upload, sha256: hash });
      if (twin) patch(key, { sha256: hash, ...asDuplicate(upload, twin.file.name, twin.folderId) });
      else {
        patch(key, { sha256: hash });
        portion.push(key);
      }
      if (portion.length >= enough) await tell();
    }
    await tell();
  } catch (error) {
    failAll(keys, error);
  }
  rest();
}

const fresh = (collectionId: string, { file, folders }: FoundFile): Upload => ({
  key: crypto.randomUUID(),
  collectionId,
  file,
  folders,
  share: 0,
  phase: 'hashing',
  attempts: 0,
  abort: new AbortController(),
});

/** Files and folders into a collection's folder; what waits for its bytes since an earlier visit goes on. */
export async function addUploads(
  collectionId: string,
  folderId: string | undefined,
  found: FoundFile[],
): Promise<void> {
  const added = found.map((each) => fresh(collectionId, each));
  const keys = added.map(({ key }) => key);
  uploads.set([...uploads.get(), ...added]);
  const chosen = new Set(added.map(({ file }) => `${file.size} ${file.name}`));
  leftFiles.drop((left) => left.collectionId === collectionId && chosen.has(`${left.size} ${left.name}`));
  try {
    await placed(collectionId, folderId, added);
    const busy = new Set(uploads.get().map(({ documentId }) => documentId));
    const waiting = (await waitingIn(collectionId)).filter(({ id }) => !busy.has(id));
    const now = keys.map(find).filter((upload) => upload !== undefined);
    for (const [key, { id }] of resumed(now, waiting))
      patch(key, {
        phase: 'waiting',
        documentId: id,
        batchId: waiting.find((each) => each.id === id)!.batchId,
      });
  } catch (error) {
    return failAll(keys, error);
  }
  await prepare(keys, 'skip');
}

/** A file that becomes a document's next version. */
export function addVersion(collectionId: string, documentId: string, file: File): void {
  const begun = leftParts
    .mine()
    .find(
      ({ replaces, name, size, lastModified }) =>
        replaces === documentId &&
        name === file.name &&
        size === file.size &&
        lastModified === file.lastModified,
    );
  uploads.set([
    ...uploads.get(),
    {
      ...fresh(collectionId, { file, folders: [] }),
      phase: 'waiting',
      replaces: documentId,
      documentId: begun?.documentId,
    },
  ]);
  pump();
}

/** Stops files on their way; the documents that waited for them go. */
export async function cancelUploads(keys: readonly string[]): Promise<void> {
  const gone = keys.map(find).filter((upload) => upload !== undefined);
  dismiss(keys);
  for (const { abort } of gone) abort.abort();
  for (const { documentId, phase, collectionId } of gone) {
    leftParts.drop((parts) => parts.documentId === documentId);
    if (documentId && phase !== 'done') await deleteDocument(documentId).catch(() => undefined);
    changed(collectionId);
  }
  pump();
  rest();
}

/** Once more: what was announced goes on where it waits, the rest begins anew. */
export async function againUploads(keys: readonly string[]): Promise<void> {
  const anew: string[] = [];
  for (const upload of keys.map(find)) {
    if (!upload) continue;
    const ready = upload.batchId !== undefined || upload.replaces !== undefined;
    patch(upload.key, {
      phase: ready ? 'waiting' : 'hashing',
      attempts: 0,
      share: 0,
      abort: new AbortController(),
    });
    if (!ready) anew.push(upload.key);
  }
  pump();
  await prepare(anew, 'skip');
}

/** What has the same bytes as a document is added all the same. */
export async function keepUploads(keys: readonly string[]): Promise<void> {
  for (const key of keys) patch(key, { phase: 'hashing' });
  await prepare([...keys], 'keep');
}

export function pauseUploads(pause: boolean): void {
  paused.set(pause);
  if (pause) for (const { phase, abort } of uploads.get()) if (phase === 'sending') abort.abort();
  if (!pause) pump();
}

/** Leaving now would stop what is on its way: the browser asks first. */
addEventListener('beforeunload', (event) => {
  if (uploads.get().some(isOpen)) event.preventDefault();
});

/** Of what was chosen a moment ago nobody has been told: only this page knows what to choose again. */
addEventListener('pagehide', () =>
  leftFiles.keep(
    uploads
      .get()
      .filter(({ phase, documentId }) => phase === 'hashing' || (phase === 'failed' && !documentId))
      .map(({ collectionId, file: { name, size } }) => ({ collectionId, name, size })),
  ),
);

addEventListener('online', () => {
  void againUploads(
    uploads
      .get()
      .filter(({ phase }) => phase === 'failed')
      .map(({ key }) => key),
  );
});
