/** A part of one piece of a page's text. */
export interface PieceRange {
  piece: number;
  from: number;
  to: number;
}

interface Letters {
  text: string;
  /** For each letter: the piece that it comes from and where it begins and ends there. */
  places: PieceRange[];
}

const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });
// A sentence shorter than this is found by chance.
const LEAST = 8;

/** What counts when texts are compared: composed letters and signs, no spaces, no ligatures, nothing invisible. */
const plain = (cluster: string) => cluster.normalize('NFKC').replace(/[\s\p{Cf}\p{Cc}]/gu, '');

function letters(pieces: readonly string[]): Letters {
  const places: PieceRange[] = [];
  let text = '';
  pieces.forEach((words, piece) => {
    for (const { segment, index } of clusters.segment(words)) {
      const counted = plain(segment);
      text += counted;
      for (let i = 0; i < counted.length; i++)
        places.push({ piece, from: index, to: index + segment.length });
    }
  });
  return { text, places };
}

/** The letters from one place to another, as ranges of the pieces. */
function ranges(places: PieceRange[], from: number, to: number): PieceRange[] {
  const found: PieceRange[] = [];
  for (const place of places.slice(from, to)) {
    const last = found.at(-1);
    if (last?.piece === place.piece) last.to = place.to;
    else found.push({ ...place });
  }
  return found;
}

/**
 * Finds a quote in a page's text however its lines, spaces and composed letters differ; a quote that is not there as
 * a whole is looked for sentence by sentence, as one may go on over the page.
 */
export function matchQuote(pieces: readonly string[], quote: string): PieceRange[] {
  const page = letters(pieces);
  const seek = (words: string, after: number) => {
    const sought = letters([words]).text;
    const at = sought ? page.text.indexOf(sought, after) : -1;
    return at < 0 ? undefined : { from: at, to: at + sought.length };
  };
  const whole = seek(quote, 0);
  if (whole) return ranges(page.places, whole.from, whole.to);
  let after = 0;
  return quote.split(/(?<=[.!?。…])\s+|\n+|\s*…\s*/).flatMap((sentence) => {
    if (plain(sentence).length < LEAST) return [];
    const found = seek(sentence, after) ?? seek(sentence, 0);
    if (!found) return [];
    after = found.to;
    return ranges(page.places, found.from, found.to);
  });
}
