export type UploadPhase =
  'hashing' | 'waiting' | 'sending' | 'done' | 'failed' | 'duplicate' | 'there' | 'refused';

/** One file on its way, without what only the browser knows of it. */
export interface QueuedUpload {
  key: string;
  collectionId: string;
  file: { name: string; size: number };
  /** The folders above it in what was chosen. */
  folders: readonly string[];
  share: number;
  phase: UploadPhase;
  attempts: number;
  folderId?: string | undefined;
  sha256?: string | undefined;
  documentId?: string | undefined;
  batchId?: string | undefined;
  reason?: string | undefined;
  duplicateOf?: string | undefined;
}

/** A document that waits for its bytes since an earlier visit. */
export interface Waiting {
  id: string;
  name: string;
  size: number;
  folderId?: string | undefined;
}

/** Will not be sent: somebody else's bytes are the same, it is there, or it cannot be taken. */
const UNSENT: readonly UploadPhase[] = ['duplicate', 'there', 'refused'];

const OPEN: readonly UploadPhase[] = ['hashing', 'waiting', 'sending'];

export const isOpen = ({ phase }: Pick<QueuedUpload, 'phase'>): boolean => OPEN.includes(phase);

/** What the tray says of all files together; those that will not be sent do not count towards the share. */
export function summaryOf(uploads: readonly QueuedUpload[]) {
  const count = (wanted: UploadPhase) => uploads.filter(({ phase }) => phase === wanted).length;
  const sent = uploads.filter(({ phase }) => !UNSENT.includes(phase));
  const bytes = sent.reduce((sum, { file }) => sum + file.size, 0);
  const arrived = sent.reduce(
    (sum, { file, share, phase }) => sum + file.size * (phase === 'done' ? 1 : share),
    0,
  );
  return {
    total: sent.length,
    done: count('done'),
    failed: count('failed'),
    duplicates: count('duplicate'),
    there: count('there'),
    open: uploads.filter(isOpen).length,
    share: bytes ? arrived / bytes : 0,
  };
}

const RANKS: Record<UploadPhase, number> = {
  failed: 0,
  refused: 0,
  duplicate: 0,
  sending: 1,
  hashing: 2,
  waiting: 2,
  done: 3,
  there: 3,
};

/** As a person looks at them: what asks for a decision, what moves, what waits, and what is over. */
export const inSight = <T extends QueuedUpload>(uploads: readonly T[]): T[] =>
  [...uploads].sort((a, b) => RANKS[a.phase] - RANKS[b.phase]);

/** The next to send when fewer than so many are on their way, in the order in which they were chosen. */
export function nextToSend<T extends QueuedUpload>(uploads: readonly T[], parallel: number): T[] {
  const free = parallel - uploads.filter(({ phase }) => phase === 'sending').length;
  return free > 0 ? uploads.filter(({ phase }) => phase === 'waiting').slice(0, free) : [];
}

/** The same bytes on their way to the same collection already. */
export const twinOf = <T extends QueuedUpload>(uploads: readonly T[], upload: T): T | undefined =>
  uploads.find(
    (other) =>
      other.key !== upload.key &&
      other.sha256 !== undefined &&
      other.sha256 === upload.sha256 &&
      other.collectionId === upload.collectionId &&
      (isOpen(other) || other.phase === 'done'),
  );

/** Finds for each file the document that waits for it since an earlier visit, each document once. */
export function resumed(uploads: readonly QueuedUpload[], waiting: readonly Waiting[]): Map<string, Waiting> {
  const left = [...waiting];
  const found = new Map<string, Waiting>();
  for (const { key, file, folderId } of uploads) {
    const at = left.findIndex(
      ({ name, size, folderId: place }) => name === file.name && size === file.size && place === folderId,
    );
    if (at >= 0) found.set(key, left.splice(at, 1)[0]!);
  }
  return found;
}

/** Every folder that is needed, parents first, as the names from the top. */
export function foldersNeeded(uploads: readonly Pick<QueuedUpload, 'folders'>[]): string[][] {
  const needed = new Map<string, string[]>();
  for (const { folders } of uploads)
    folders.forEach((_, index) => {
      const path = folders.slice(0, index + 1);
      needed.set(JSON.stringify(path), path);
    });
  return [...needed.values()].sort((a, b) => a.length - b.length);
}

/** How long to wait before a file is sent once more. */
export const pauseAfter = (attempts: number): number => Math.min(1_000 * 2 ** attempts, 15_000);
