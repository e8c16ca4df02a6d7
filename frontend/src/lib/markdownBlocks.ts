const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Cuts Markdown at blank lines outside fences, lists and tables' inner lines, so that while an answer streams
 * only its last block is parsed again. Joining the blocks with a blank line gives the text back.
 */
export function markdownBlocks(text: string): string[] {
  const blocks: string[] = [];
  let current: string[] = [];
  let fence = '';
  const close = () => {
    if (current.some((line) => line.trim())) blocks.push(current.join('\n'));
    current = [];
  };
  for (const line of text.split('\n')) {
    const mark = FENCE.exec(line)?.[1];
    if (mark && !fence) fence = mark;
    else if (mark && fence && mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark)
      fence = '';
    else if (!fence && line.trim() === '') {
      if (!inList(current)) close();
      else current.push(line);
      continue;
    }
    if (!fence && current.at(-1)?.trim() === '' && !continuesList(line)) close();
    current.push(line);
  }
  close();
  return blocks;
}

const LIST_ITEM = /^ {0,3}([-*+]|\d{1,9}[.)])\s/;
const inList = (lines: string[]) => lines.some((line) => LIST_ITEM.test(line));
const continuesList = (line: string) => LIST_ITEM.test(line) || /^ {2,}\S/.test(line);
