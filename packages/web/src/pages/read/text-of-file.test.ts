import { describe, expect, it } from 'vitest';
import { textOfFile } from './text-of-file.ts';

const file = (name: string, bytes: Uint8Array, size = bytes.length) => ({
  name,
  size,
  arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer,
});

describe('a dropped file', () => {
  it('gives its text, Chinese characters too', async () => {
    const bytes = new TextEncoder().encode('290 亿元\n');
    expect(await textOfFile(file('a.txt', bytes))).toEqual({ ok: true, text: '290 亿元\n' });
  });

  it.each([
    ['is empty', new TextEncoder().encode(' \n'), 'empty'],
    ['holds a zero byte', new Uint8Array([80, 75, 0, 3]), 'not a text'],
    ['is in another encoding', new Uint8Array([0xb0, 0xa1, 0xff]), 'not a text in UTF-8'],
  ])('is refused when it %s', async (_why, bytes, words) => {
    expect(await textOfFile(file('b.txt', bytes))).toMatchObject({
      ok: false,
      reason: expect.stringContaining(words),
    });
  });

  it('is refused unread when it is too large', async () => {
    const large = { name: 'c.txt', size: 50_000_000, arrayBuffer: () => Promise.reject(new Error('read')) };
    expect(await textOfFile(large)).toMatchObject({ ok: false, reason: expect.stringContaining('50 MB') });
  });
});
