/** Marks that turn the direction of what follows, also of words that are not the name's. */
const CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const ISOLATE = '\u2068';
const END = '\u2069';

/** A name as it may stand among other words: it turns nothing round, neither itself nor what is beside it. */
export function shownName(name: string): string {
  const plain = name.replace(CONTROLS, '');
  return RIGHT_TO_LEFT.test(plain) ? ISOLATE + plain + END : plain;
}
