import { expect, test } from 'vitest';
import { progressLine } from './progress-line.ts';

test('a progress line is written over at most twice a second, and makes room for what is printed', () => {
  let time = 0;
  let shown = '';
  const line = progressLine(
    (text) => {
      shown += text;
    },
    () => time,
  );
  line.show('1 read');
  time = 400;
  line.show('2 read');
  time = 900;
  line.show('3 read');
  line.clear();
  line.clear();
  line.show('');
  const over = '\r\u001b[2K';
  expect(shown).toBe(`1 read${over}3 read${over}`);
});
