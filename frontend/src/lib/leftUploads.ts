import { session } from './session';

/** As long as Cloud Storage keeps a session of an upload in parts. */
const WEEK_MS = 7 * 24 * 3_600_000;

interface Kept {
  person: string;
  /** When it is of no use any more, in milliseconds since 1970. */
  until: number;
}

/** Where nothing can be kept over reloads it is kept until the next one. */
const memory = new Map<string, string>();

/** Records of this browser, each of one person and for some time. */
function kept<T extends object>(key: string) {
  const all = (): (T & Kept)[] => {
    try {
      const read = JSON.parse(memory.get(key) ?? localStorage.getItem(key) ?? '[]') as (T & Kept)[];
      return read.filter(({ until }) => until > Date.now());
    } catch {
      return [];
    }
  };
  const write = (records: (T & Kept)[]) => {
    const text = JSON.stringify(records);
    try {
      if (records.length) localStorage.setItem(key, text);
      else localStorage.removeItem(key);
      memory.delete(key);
    } catch {
      memory.set(key, text);
    }
  };
  const person = () => session.get()?.person;
  return {
    mine: (): (T & Kept)[] => all().filter((each) => each.person === person()),
    keep: (records: T[], until = Date.now() + WEEK_MS) => {
      const me = person();
      if (me && records.length) write([...all(), ...records.map((each) => ({ ...each, person: me, until }))]);
    },
    drop: (over: (each: T & Kept) => boolean) => {
      const before = all();
      const after = before.filter((each) => each.person !== person() || !over(each));
      if (before.length !== after.length) write(after);
    },
    /** Also takes away what is too old. */
    onlyOf: (someone: string | undefined) => write(all().filter((each) => each.person === someone)),
  };
}

/** Batches of files whose bytes were not all sent. */
export const leftBatches = kept<{ batchId: string; collectionId: string }>('madang.uploads.batches');

/** Files that were chosen, and of which nobody was told before the page went. */
export const leftFiles = kept<{ collectionId: string; name: string; size: number }>('madang.uploads.files');

/** Where the parts of large files go. Who has the address may send bytes there: it goes as soon as it can. */
export const leftParts = kept<{
  documentId: string;
  name: string;
  size: number;
  lastModified: number;
  replaces?: string | undefined;
  url: string;
}>('madang.uploads.parts');

const ALL = [leftBatches, leftFiles, leftParts];

/** Who signs in finds nothing of somebody else, and nothing that is over. */
export const leftUploadsOf = (person: string) => ALL.forEach(({ onlyOf }) => onlyOf(person));

export const dropLeftUploads = () => ALL.forEach(({ drop }) => drop(() => true));
