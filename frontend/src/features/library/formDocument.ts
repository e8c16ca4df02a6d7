import { api, data, intentKey } from '@/lib/api/client';
import type { FormFile } from '@/lib/api/types';
import { ProblemError } from '@/lib/api/problem';
import { describeError } from '@/lib/describeError';
import type { TakeDocument } from '@/lib/formValues';
import type { SessionPlace } from './api/resumable';
import { sendBytes, type UploadAddresses } from './api/upload';

const ATTEMPTS = 4;
const PAUSE_MS = 1_000;

const start = (file: File) =>
  data(
    api.POST('/v1/form-files', {
      params: { header: { 'Idempotency-Key': intentKey() } },
      body: {
        name: file.name.slice(-255),
        size: file.size,
        ...(file.type ? { contentType: file.type } : {}),
      },
    }),
  );

const path = (fileId: string) => ({ params: { path: { fileId } } });
const look = (fileId: string) => data(api.GET('/v1/form-files/{fileId}', path(fileId)));
const readAgain = (fileId: string) => data(api.POST('/v1/form-files/{fileId}/retry', path(fileId)));
const remove = (fileId: string) => data(api.DELETE('/v1/form-files/{fileId}', path(fileId)));

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Worth another try: a break in the line, not what the server refused. */
const passes = (error: unknown) =>
  !(error instanceof ProblemError) || error.problem.status === 0 || error.problem.status >= 500;

/** Each try that broke is made again after a while; what the server refuses is told at once. */
async function patiently<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || attempt === ATTEMPTS || !passes(error)) throw error;
      await pause(PAUSE_MS * attempt);
    }
  }
}

/** A document of a tool's form: its bytes go to storage, and the page follows how it is read. */
export const takeDocument: TakeDocument = (file, tell) => {
  const abort = new AbortController();
  const { signal } = abort;
  let held: { fileId: string; addresses: UploadAddresses; sent: boolean } | undefined;
  let part: string | undefined;
  let failed: FormFile['failure'];
  const place: SessionPlace = {
    get: () => part,
    keep: (url) => (part = url),
    drop: () => (part = undefined),
  };
  const forget = () => {
    held = undefined;
    place.drop();
  };
  const send = async () => {
    if (!held) {
      const { file: made, upload, resumable } = await start(file);
      held = { fileId: made.id, addresses: { upload, resumable }, sent: false };
    }
    const { addresses } = held;
    const told = (share: number) => tell({ phase: 'uploading', share });
    await sendBytes(() => Promise.resolve(addresses), file, told, signal, place);
    held.sent = true;
  };
  const follow = async (fileId: string) => {
    while (!signal.aborted) {
      const {
        status,
        failure,
        pages,
        characters = 0,
        omissions = [],
      } = await patiently(() => look(fileId), signal);
      if (signal.aborted) return;
      if (status === 'READY')
        return tell({
          phase: 'ready',
          fileId,
          characters,
          pages,
          left: omissions.map(({ message }) => message),
        });
      failed = failure;
      if (failure) return tell({ phase: 'failed', reason: failure.message });
      await pause(PAUSE_MS);
    }
  };
  const run = async (again: boolean) => {
    try {
      // what never came whole, or has nowhere to go any more, begins anew
      const over = held && !held.sent && Date.parse(held.addresses.upload.expiresAt) < Date.now();
      if (over || failed?.code === 'upload_expired') forget();
      tell(held?.sent ? { phase: 'reading' } : { phase: 'uploading', share: 0 });
      if (!held?.sent) await patiently(send, signal);
      else if (again && failed) await readAgain(held.fileId);
      failed = undefined;
      if (signal.aborted) return;
      tell({ phase: 'reading' });
      await follow(held!.fileId);
    } catch (error) {
      if (signal.aborted) return;
      if (!passes(error)) forget();
      tell({ phase: 'failed', reason: describeError(error).detail });
    }
  };
  void run(false);
  return {
    retry: () => void run(true),
    leave: () => abort.abort(),
    remove: () => {
      abort.abort();
      if (held) void remove(held.fileId).catch(() => undefined);
    },
  };
};
