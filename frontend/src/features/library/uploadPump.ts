import { ProblemError } from '@/lib/api/problem';
import { leftBatches, leftParts } from '@/lib/leftUploads';
import { isOpen, nextToSend, pauseAfter } from '@/lib/uploadQueue';
import { deleteDocument, getDocument } from './api/documents';
import type { SessionPlace } from './api/resumable';
import { forgetBatches } from './api/unfinished';
import { addressUploads, sendBytes, startVersion, type UploadAddresses } from './api/upload';
import { changed, dismiss, find, patch, paused, reasonOf, uploads, type Upload } from './uploadState';

const PARALLEL = 3;
const ATTEMPTS = 4;
const ADDRESSED_AT_ONCE = 20;
const GOOD_FOR_MS = 60_000;
const REST_MS = 2_500;

const addresses = new Map<string, UploadAddresses>();
/** Documents whose addresses are being asked for, so that files side by side ask for each once. */
const asked = new Map<string, Promise<void>>();

/** An address that is good for a while; nothing when storage has the bytes already. */
async function addressOf({ documentId, batchId }: Upload): Promise<UploadAddresses | undefined> {
  await asked.get(documentId!);
  const known = addresses.get(documentId!);
  if (known && Date.parse(known.upload.expiresAt) > Date.now() + GOOD_FOR_MS) return known;
  const next = uploads
    .get()
    .filter(
      (each) =>
        each.batchId === batchId &&
        each.phase === 'waiting' &&
        !addresses.has(each.documentId!) &&
        !asked.has(each.documentId!),
    )
    .slice(0, ADDRESSED_AT_ONCE - 1)
    .map((each) => each.documentId!);
  addresses.delete(documentId!);
  const ids = [documentId!, ...next];
  const answer = addressUploads(batchId!, ids).then(({ items }) => {
    for (const item of items) addresses.set(item.documentId, item);
  });
  // who waits beside it asks for itself when this comes to nothing
  const settled = answer.catch(() => undefined).finally(() => ids.forEach((id) => asked.delete(id)));
  for (const id of ids) asked.set(id, settled);
  await answer;
  return addresses.get(documentId!);
}

async function versionAddress({ key, replaces, file, documentId }: Upload): Promise<UploadAddresses> {
  // an address of a version cannot be had anew: what was begun and not sent makes room
  if (documentId) await deleteDocument(documentId).catch(() => undefined);
  const session = await startVersion(replaces!, file);
  patch(key, { documentId: session.document.id });
  return session;
}

/** Where the parts of a large file go, over reloads: for the very bytes of which some are there. */
function placeOf({ key, file, replaces }: Upload): SessionPlace {
  const id = () => find(key)?.documentId;
  return {
    get: () =>
      leftParts
        .mine()
        .find(
          ({ documentId, size, lastModified }) =>
            documentId === id() && size === file.size && lastModified === file.lastModified,
        )?.url,
    keep: (url, { expiresAt }) => {
      const documentId = id();
      if (!documentId) return;
      const { name, size, lastModified } = file;
      // a version waits no longer than its first address lives
      const until = replaces ? Date.parse(expiresAt) : undefined;
      leftParts.keep([{ documentId, name, size, lastModified, replaces, url }], until);
    },
    drop: () => leftParts.drop(({ documentId }) => documentId === id()),
  };
}

async function send(upload: Upload): Promise<void> {
  const { key, collectionId, file, abort } = upload;
  try {
    const sent = await sendBytes(
      () => (upload.replaces ? versionAddress(upload) : addressOf(upload)),
      file,
      (share) => {
        if (share === 1 || share - (find(key)?.share ?? 0) > 0.01) patch(key, { share });
      },
      abort.signal,
      placeOf(upload),
    );
    // no address: its bytes are there, unless somebody deleted it meanwhile
    if (!sent) await getDocument(find(key)!.documentId!);
    patch(key, { phase: 'done', share: 1 });
  } catch (error) {
    await notSent(key, error);
  }
  addresses.delete(find(key)?.documentId ?? '');
  changed(collectionId);
}

/** Paused: it waits. Broken: once more after a pause, and then the person decides; the document stays for it. */
async function notSent(key: string, error: unknown): Promise<void> {
  const upload = find(key);
  if (!upload) return;
  const again = { share: 0, abort: new AbortController() };
  if (paused.get() && upload.abort.signal.aborted) return patch(key, { ...again, phase: 'waiting' });
  const attempts = upload.attempts + 1;
  const final = error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500;
  if (final || attempts >= ATTEMPTS || !navigator.onLine)
    return patch(key, { ...again, attempts, phase: 'failed', reason: reasonOf(error) });
  await new Promise((resolve) => setTimeout(resolve, pauseAfter(attempts)));
  if (find(key)) patch(key, { ...again, attempts, phase: 'waiting' });
}

export function pump(): void {
  if (paused.get()) return;
  for (const next of nextToSend(uploads.get(), PARALLEL)) {
    patch(next.key, { phase: 'sending' });
    void send(next).finally(() => {
      pump();
      rest();
    });
  }
}

/** When nothing moves any more, batches are over and what is done leaves the tray. */
export function rest(): void {
  const all = uploads.get();
  if (all.some(isOpen)) return;
  const failed = new Set(all.filter(({ phase }) => phase === 'failed').map(({ batchId }) => batchId));
  const ours = new Set(all.map(({ batchId }) => batchId));
  forgetBatches(
    leftBatches
      .mine()
      .map(({ batchId }) => batchId)
      .filter((id) => ours.has(id) && !failed.has(id)),
  );
  setTimeout(() => {
    if (uploads.get().some(isOpen)) return;
    dismiss(
      uploads
        .get()
        .filter(({ phase }) => phase === 'done')
        .map(({ key }) => key),
    );
  }, REST_MS);
}
