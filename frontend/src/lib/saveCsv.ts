import { authorizedFetch } from './api/client';
import { toProblem } from './api/problem';

/** A report as a file, saved by the browser; the access token goes along, so a plain link cannot do it. */
export async function saveCsv(path: string, name: string): Promise<void> {
  const response = await authorizedFetch(path);
  if (!response.ok) throw toProblem(await response.json().catch(() => undefined), response.status);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
