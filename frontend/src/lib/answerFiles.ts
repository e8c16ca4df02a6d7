const ROW = /^\s*\|?(.*?)\|?\s*$/;
const RULE = /^\s*\|?\s*:?-{1,}:?\s*(\|\s*:?-{1,}:?\s*)*\|?\s*$/;
const NUMBER = /^[+-]?\d[\d,]*(\.\d+)?%?$/;

export function isJson(text: string): boolean {
  if (!/^[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const cellsOf = (line: string) =>
  (ROW.exec(line)?.[1] ?? '').split(/(?<!\\)\|/).map((cell) =>
    cell
      .replaceAll('\\|', '|')
      .replace(/<br\s*\/?>/gi, '\n')
      .trim(),
  );

/** A cell that no spreadsheet takes for a formula. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The first Markdown table of a text as CSV; nothing without one. */
export function tableCsv(text: string): string | undefined {
  const lines = text.split('\n');
  const rule = lines.findIndex((line, at) => at > 0 && line.includes('|') && RULE.test(line));
  if (rule < 1 || !lines[rule - 1]!.includes('|')) return undefined;
  const rest = lines.slice(rule + 1);
  const end = rest.findIndex((line) => !line.includes('|'));
  const rows = [lines[rule - 1]!, ...(end < 0 ? rest : rest.slice(0, end))];
  return rows.map((row) => cellsOf(row).map(csvCell).join(',')).join('\r\n');
}
