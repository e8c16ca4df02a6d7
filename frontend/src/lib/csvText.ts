const BOMS: [number[], string][] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** What a strict reading gives; nothing when the bytes are not of that encoding, or no text at all. */
function read(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/**
 * The text of a file that a spreadsheet saved: UTF-8, with or without a mark, or else what Korean Windows saves.
 * Nothing when it is neither, such as a workbook.
 */
export function decodeCsv(bytes: Uint8Array): { text: string; korean: boolean } | undefined {
  const marked = BOMS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  const unicode = read(bytes, marked?.[1] ?? 'utf-8');
  if (unicode !== undefined) return { text: unicode, korean: false };
  const korean = marked ? undefined : read(bytes, 'euc-kr');
  return korean === undefined ? undefined : { text: korean, korean: true };
}

interface FieldError {
  field: string;
  message: string;
}

/** What the server found wrong in a row, counted as a spreadsheet counts it; without a row it is about the whole. */
export interface RowError {
  row?: number;
  column?: string;
  message: string;
}

/** Errors such as `rows[3].facts[1]` by row, the first row first. */
export const rowErrors = (errors: readonly FieldError[]): RowError[] =>
  errors
    .map(({ field, message }): RowError => {
      const [, row, column] = /^rows\[(\d+)\](?:\.(\w+))?/.exec(field) ?? [];
      return { ...(row ? { row: Number(row) } : {}), ...(column ? { column } : {}), message };
    })
    .sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
