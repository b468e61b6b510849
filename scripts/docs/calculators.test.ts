import { expect, test } from 'vitest';
import { CALCULATORS } from '../../packages/service/src/calculators/index.ts';
import { inRepo } from '../bootstrap/paths.mjs';
import { textOf } from '../tidy/tracked-files.ts';
import { chapterOf } from './calculators.ts';

const PAGE = 'docs/reference/calculators.md';
const MARK = '<!-- From here on written from the schemas; a test keeps it in step. -->';

test('the page on calculators describes each from its own schemas', async () => {
  const [head = ''] = textOf(PAGE).split(MARK);
  const page = `${head}${MARK}\n\n${CALCULATORS.map(chapterOf).join('\n\n')}\n`;
  // `vitest -u` writes it anew.
  await expect(page).toMatchFileSnapshot(inRepo(PAGE));
});

test('every field and figure of every calculator is described', () => {
  const silent = CALCULATORS.flatMap((calculator) =>
    chapterOf(calculator)
      .split('\n')
      .filter((line) => /\| {2}\|$/.test(line))
      .map((line) => `${calculator.name}: ${line}`),
  );
  expect(silent).toEqual([]);
});
