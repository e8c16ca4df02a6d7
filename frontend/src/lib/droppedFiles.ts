/** A file with the folders above it in what was chosen or dropped. */
export interface FoundFile {
  file: File;
  folders: string[];
}

/** What operating systems leave behind in folders is nobody's document. */
const isLitter = (name: string) => name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini';

/** What a file control holds: of a whole folder each file knows its path. */
export const chosenFiles = (files: Iterable<File>): FoundFile[] =>
  [...files]
    .map((file) => ({ file, folders: file.webkitRelativePath.split('/').slice(0, -1) }))
    .filter(({ file, folders }) => !folders.length || ![...folders, file.name].some(isLitter));

async function filesOf(entry: FileSystemEntry, folders: string[]): Promise<FoundFile[]> {
  if (folders.length && isLitter(entry.name)) return [];
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [{ file, folders }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FoundFile[] = [];
  for (;;) {
    // browsers give a hundred at a time
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (!some.length) return found;
    for (const each of some) found.push(...(await filesOf(each, [...folders, entry.name])));
  }
}

/** What was dropped, whole folders with all below them; take it while the event lasts. */
export function droppedFiles(data: DataTransfer): Promise<FoundFile[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (!entries.some((entry) => entry?.isDirectory)) return Promise.resolve(chosenFiles(data.files));
  return Promise.all(entries.flatMap((entry) => (entry ? [filesOf(entry, [])] : []))).then((found) =>
    found.flat(),
  );
}
