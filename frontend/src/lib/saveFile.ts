import { m } from '@/paraglide/messages';
import { ProblemError } from './api/problem';
import { shownName } from './shownName';
import { dismissToast, tell } from './toasts';

/** After so long the person is told that the file is coming. */
const PATIENCE_MS = 600;

/** Fetches a file and gives it to the browser to keep. The page stays; the promise fails when the file does not come. */
export async function saveFile(name: string, address: Promise<{ url: string }>): Promise<void> {
  let told: number | undefined;
  const timer = setTimeout(() => (told = tell(m.download_coming(), shownName(name))), PATIENCE_MS);
  try {
    const { url } = await address;
    const response = await fetch(url, { credentials: 'omit' });
    // storage speaks no language of ours
    if (!response.ok)
      throw new ProblemError({
        code: 'download_failed',
        status: response.status,
        title: m.download_failed(),
        detail: m.download_failed_text(),
      });
    const file = URL.createObjectURL(await response.blob());
    const link = document.createElement('a');
    link.href = file;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(file), 60_000);
  } finally {
    clearTimeout(timer);
    if (told) dismissToast(told);
  }
}
