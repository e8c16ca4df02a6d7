import type { FormValue } from './formValues';
import { PICTURE_TYPES, readPicture } from './readPicture';

const TEXT = /\.(txt|md|markdown|csv|tsv|json)$/i;
const MOST = 100_000;

/** A text file's words or a picture; nothing of a file that is neither, or too long. */
export async function readFormFile(file: File): Promise<FormValue | undefined> {
  if (PICTURE_TYPES.includes(file.type)) {
    const picture = await readPicture(file);
    return picture && { picture };
  }
  // four bytes a character at most
  if (!TEXT.test(file.name) || file.size > MOST * 4) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return text.trim() && text.length <= MOST && !text.includes('\0')
      ? { value: text, fileName: file.name.slice(0, 255) }
      : undefined;
  } catch {
    return undefined;
  }
}
