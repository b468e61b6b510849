import { readFileSync } from 'node:fs';
import { expectOk } from '@tranche/core/result';
import { amountFromJson } from '@tranche/ledger/claim';
import { expect, it } from 'vitest';
import { scanAmounts, scanPercents, yenSignMeansYuan } from '../money/index.ts';
import { readReport } from '../read/index.ts';
import { type DraftContext, draftContext } from './draft-context.ts';
import type { DropReason } from './dropped.ts';
import { gateDrafts } from './gate.ts';
import { amountKey } from './grounding.ts';

interface Annotated {
  readonly file: string;
  readonly claims: readonly (Readonly<Record<string, unknown>> & { readonly quote: string })[];
}

const CORPUS = new URL('../../corpus/', import.meta.url);
const GOLD: readonly Annotated[] = JSON.parse(readFileSync(new URL('gold.json', CORPUS), 'utf8'));

/** The words of a quote for an annotated sum or percentage, as a careful model would copy them. */
function wordsFor(quote: string, value: unknown, yuanByDefault: boolean): string | null {
  if (typeof value === 'number') {
    const found = scanPercents(quote, 0).find(({ percent }) => percent.toApproximateNumber() === value);
    return found === undefined ? null : quote.slice(...found.span);
  }
  const wanted = amountFromJson(value, '');
  if (!wanted.ok) return null;
  const found = scanAmounts(quote, 0, { yuanByDefault }).find(
    ({ amount }) => amountKey(amount) === amountKey(wanted.value),
  );
  return found === undefined ? null : quote.slice(found.start, found.span[1]);
}

/** What a model would send that reads as the annotators did, without dates and conditions. */
function draftFrom(claim: Annotated['claims'][number], yuanByDefault: boolean): Record<string, unknown> {
  const { quote } = claim;
  const sum = (value: unknown) => (value === undefined ? null : wordsFor(quote, value, yuanByDefault));
  return {
    ...claim,
    amount: sum(claim.amount),
    valuation: sum(claim.pre_money ?? claim.post_money ?? claim.valuation_unspecified),
    percent: sum(claim.percent),
    from: sum(claim.from),
    to: typeof claim.to === 'string' ? claim.to : sum(claim.to),
    value: null,
    date: null,
    when: null,
    condition: null,
    period: null,
  };
}

const DOCUMENTS = GOLD.map(({ file, claims }) => {
  const text = readFileSync(new URL(file, CORPUS), 'utf8');
  const { source, claims: ruled } = expectOk(readReport(text, { name: file }));
  const drafts = claims.map((claim) => draftFrom(claim, yenSignMeansYuan(text)));
  return { drafts, plain: draftContext(source, []), ruled: draftContext(source, ruled) };
});

function gatedAll(of: (one: (typeof DOCUMENTS)[number]) => readonly [readonly unknown[], DraftContext]) {
  const dropped: Partial<Record<DropReason, number>> = {};
  let [taken, repeated] = [0, 0];
  for (const document of DOCUMENTS) {
    const [drafts, context] = of(document);
    for (const draft of drafts) {
      const gated = gateDrafts([draft], context, 'a-model');
      taken += gated.claims.length;
      repeated += gated.repeated;
      for (const reason of Object.keys(gated.dropped) as DropReason[])
        dropped[reason] = (dropped[reason] ?? 0) + 1;
    }
  }
  return { taken, repeated, dropped };
}

it('lets in most of what the annotators read, with their short quotes', () => {
  const { taken, dropped } = gatedAll(({ drafts, plain }) => [drafts, plain]);
  expect(taken).toBeGreaterThanOrEqual(290);
  expect(dropped.wrong_shape ?? 0).toBeLessThanOrEqual(1);
  expect(dropped.quote_not_in_text).toBeUndefined();
});

it('adds next to nothing to the rules where they read it all', () => {
  const { taken, repeated } = gatedAll(({ drafts, ruled }) => [drafts, ruled]);
  expect(repeated).toBeGreaterThan(20 * taken);
});

it('lets nothing in with a sum that was changed, or a quote or an investor that was made up', () => {
  const changed = (words: unknown) =>
    typeof words === 'string' ? words.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)) : words;
  const spoilt = gatedAll(({ drafts, plain }) => [
    drafts.flatMap((draft) => [
      // Unless the quote happens to hold the other sum too.
      ...(/\d/.test(String(draft.amount)) && !String(draft.quote).includes(String(changed(draft.amount)))
        ? [{ ...draft, amount: changed(draft.amount) }]
        : []),
      { ...draft, quote: `${draft.quote} indeed` },
      ...(draft.type === 'round' ? [{ ...draft, leads: ['Vandersloot Ventures'] }] : []),
      ...('investor' in draft ? [{ ...draft, investor: 'Vandersloot Ventures' }] : []),
    ]),
    plain,
  ]);
  expect([spoilt.taken, spoilt.repeated]).toEqual([0, 0]);
});
