import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expectOk } from '@tranche/core/result';
import { parsePlainDate } from '@tranche/core/time';
import { expect, test } from 'vitest';
import { FIRST_RULES, MONEY_RULES, mayHoldClaim, OTHER_RULES } from '../src/discourse/rule-sets.ts';
import { frameOf, matchFrom, meets } from '../src/frame/index.ts';
import { partyBookOf } from '../src/party/index.ts';
import { partsOfDocument, sentencesOf } from '../src/text/index.ts';

const CORPUS = fileURLToPath(new URL('../corpus/texts', import.meta.url));
const RULES = [FIRST_RULES, MONEY_RULES, OTHER_RULES].flatMap((set) => set.all);

/** Leaving rules out by the words they need is only allowed where they cannot fit: every rule is tried on every sentence. */
test('no rule fits a sentence that does not meet its needs, and none fits a sentence that is passed over', () => {
  let fits = 0;
  for (const name of fs.readdirSync(CORPUS)) {
    const text = fs.readFileSync(`${CORPUS}/${name}`, 'utf8');
    const body = partsOfDocument(text).body.filter(({ kind }) => kind === 'prose');
    const book = partyBookOf(
      text,
      body.map((line) => ({ ...line, isHeadline: false })),
    );
    const published = expectOk(parsePlainDate('2025-06-01'));
    for (const line of body) {
      for (const { start, end } of sentencesOf(text, line.start, line.end)) {
        const { skeleton } = frameOf(text, start, end, { book, yuanByDefault: false, published });
        const live = mayHoldClaim(text.slice(start, end));
        for (const { pattern } of RULES) {
          if (matchFrom(pattern, skeleton, 0) === undefined) continue;
          fits += 1;
          expect(meets(skeleton.words, pattern.needs.need), pattern.regex.source).toBe(true);
          expect(live, text.slice(start, end)).toBe(true);
        }
      }
    }
  }
  expect(fits).toBeGreaterThan(1000);
});
