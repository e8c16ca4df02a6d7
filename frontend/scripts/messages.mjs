// Korean and English must say the same things: same keys, same placeholders, nothing empty.
import { readFile } from 'node:fs/promises';

const read = async (locale) =>
  JSON.parse(await readFile(new URL(`../src/locales/${locale}/messages.json`, import.meta.url), 'utf8'));
const placeholders = (text) =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map((match) => match[1])
    .sort()
    .join();

/** Names every difference between two catalogues. */
export function differences(ko, en) {
  const keys = [...new Set([...Object.keys(ko), ...Object.keys(en)])].filter((key) => key !== '$schema');
  return keys.flatMap((key) => {
    if (!ko[key]?.trim()) return [`${key}: missing in ko`];
    if (!en[key]?.trim()) return [`${key}: missing in en`];
    return placeholders(ko[key]) === placeholders(en[key]) ? [] : [`${key}: placeholders differ`];
  });
}

export async function checkMessages() {
  const found = differences(await read('ko'), await read('en'));
  if (found.length) throw new Error(`Messages are incomplete:\n  ${found.join('\n  ')}`);
}

if (process.argv[1]?.endsWith('messages.mjs')) await checkMessages();
