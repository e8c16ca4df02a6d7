import type { Shown } from './pictures';

export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

// What a request holds; base64 is a third longer.
const MOST_BYTES = 740_000;
const LONGEST = 8_192;
// Longer sides are made smaller by the vendors themselves.
const USEFUL = [2_048, 1_568, 1_024];

const dataUrl = (blob: Blob) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(blob);
  });

/** A picture as it can be sent, made smaller when it is too large; nothing when it is none that models take. */
export async function readPicture(file: File): Promise<Shown | undefined> {
  if (!PICTURE_TYPES.includes(file.type)) return undefined;
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return undefined;
  try {
    const longest = Math.max(bitmap.width, bitmap.height);
    if (file.size <= MOST_BYTES && longest <= LONGEST) return { name: file.name, url: await dataUrl(file) };
    for (const side of USEFUL) {
      const scale = Math.min(1, side / longest);
      const canvas = new OffscreenCanvas(
        Math.max(1, Math.round(bitmap.width * scale)),
        Math.max(1, Math.round(bitmap.height * scale)),
      );
      const context = canvas.getContext('2d')!;
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
      if (blob.size <= MOST_BYTES) return { name: file.name, url: await dataUrl(blob) };
    }
    return undefined;
  } finally {
    bitmap.close();
  }
}
