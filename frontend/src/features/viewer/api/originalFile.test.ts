import { afterEach, describe, expect, it, vi } from 'vitest';
import { isPdf, originalFile } from './originalFile';

const part = (text: string, range: string) =>
  new Response(text, { status: 206, headers: { 'Content-Range': `bytes ${range}` } });

describe('originalFile', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('asks for a new address when the old one has run out, once', async () => {
    const fetched = vi
      .fn()
      .mockResolvedValueOnce(part('%PDF', '0-3/9'))
      .mockResolvedValueOnce(new Response('', { status: 403 }))
      .mockResolvedValueOnce(part('-1.7', '4-7/9'))
      .mockResolvedValue(new Response('', { status: 403 }));
    vi.stubGlobal('fetch', fetched);
    let addresses = 0;
    const file = originalFile(async () => ({ url: `https://store/${++addresses}` }));
    expect((await file(0, 4)).size).toBe(9);
    expect(new TextDecoder().decode((await file(4, 8)).bytes)).toBe('-1.7');
    expect(fetched.mock.calls.map(([url]) => url)).toEqual([
      'https://store/1',
      'https://store/1',
      'https://store/2',
    ]);
    await expect(file(8, 9)).rejects.toThrow('403');
    expect(addresses).toBe(3);
  });

  it('takes its part out of a whole file', async () => {
    vi.stubGlobal('fetch', vi.fn().mockResolvedValue(new Response('0123456789')));
    const { bytes, size } = await originalFile(async () => ({ url: 'https://store/1' }))(2, 5);
    expect([new TextDecoder().decode(bytes), size]).toEqual(['234', 10]);
  });

  it('knows a PDF by its bytes', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(isPdf(bytes('%PDF-1.7'))).toBe(true);
    expect(isPdf(bytes('\n\n%PDF-1.4'))).toBe(true);
    expect(isPdf(bytes('PK\u0003\u0004'))).toBe(false);
    expect(isPdf(bytes(`${' '.repeat(2000)}%PDF-1.7`))).toBe(false);
  });
});
