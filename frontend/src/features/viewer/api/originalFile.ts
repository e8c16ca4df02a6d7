interface Part {
  bytes: Uint8Array;
  /** Of the whole file. */
  size: number;
}

const sizeOf = (response: Response) =>
  Number(/\/(\d+)$/.exec(response.headers.get('Content-Range') ?? '')?.[1] ?? NaN);

/** A document's file, read by parts; its address is short-lived, so a part that is refused is asked for once more. */
export function originalFile(addressOf: () => Promise<{ url: string }>) {
  let address: Promise<{ url: string }> | undefined;
  const ask = async (begin: number, end: number, signal?: AbortSignal) => {
    address ??= addressOf();
    const used = address;
    const { url } = await used;
    const response = await fetch(url, {
      headers: { Range: `bytes=${begin}-${end - 1}` },
      credentials: 'omit',
      ...(signal ? { signal } : {}),
    });
    if (!response.ok && address === used) address = undefined;
    return response;
  };
  return async (begin: number, end: number, signal?: AbortSignal): Promise<Part> => {
    let response = await ask(begin, end, signal);
    if (response.status === 401 || response.status === 403) response = await ask(begin, end, signal);
    if (!response.ok) throw new Error(`the original answered ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    // A store that knows no parts gives the whole.
    return response.status === 206
      ? { bytes, size: sizeOf(response) }
      : { bytes: bytes.slice(begin, end), size: bytes.length };
  };
}

/** Whether a file begins as a PDF does; its announced type is only what its sender said. */
export const isPdf = (start: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(start.subarray(0, 1024)).includes('%PDF-');
