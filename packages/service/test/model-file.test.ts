import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFailure } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelDealFile, proceedsOfDealFile } from '../src/model/index.ts';
import { disk, EXAMPLES } from './disk.ts';

const TODAY = '2026-01-15' as PlainDate;
const SERIES_B = readFileSync(join(EXAMPLES, 'seed-to-series-b', 'deal.yaml'), 'utf8');
const MILESTONES = readFileSync(join(EXAMPLES, 'biotech-milestones', 'deal.yaml'), 'utf8');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tranche-model-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(text: string): string {
  const path = join(folder, 'deal.yaml');
  writeFileSync(path, text);
  return path;
}

const linesOf = (failures: readonly Parameters<typeof describeFailure>[0][]): string[] =>
  failures.map((failure) => describeFailure(failure).replaceAll(`${folder}/`, ''));

async function failuresOf(text: string, on: { readonly asOf?: PlainDate } = {}): Promise<string[]> {
  const modelled = await modelDealFile(disk, written(text), on, TODAY);
  return modelled.ok ? [] : linesOf(modelled.failures);
}

/** The line and column of the first place where a text holds some words. */
function placeOf(text: string, words: string, within = words): string {
  const at = text.indexOf(within) + within.indexOf(words);
  const before = text.slice(0, at).split('\n');
  return `deal.yaml:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

/** The text with one thing changed, and where the change stands. */
function changed(text: string, from: string, to: string, words: string): [text: string, place: string] {
  expect(text).toContain(from);
  const broken = text.replace(from, to);
  return [broken, placeOf(broken, words, to)];
}

describe('a failure of a calculator is put at the field of the file that it came from', () => {
  it.each([
    [
      'a closing that draws more than was committed',
      SERIES_B,
      ['Northgate Ventures, amount: 12m }', 'Northgate Ventures, amount: 21m }', '21m'],
      'COMMITMENT_EXCEEDED',
      'tranches.closings[0].fundings[0].amount',
    ],
    [
      'a transfer of more than there is',
      SERIES_B,
      ['security: cs-2, shares: 400_000', 'security: cs-2, shares: 5m', '5m'],
      'QUANTITY_EXCEEDED',
      'history[8].shares',
    ],
    [
      'an exercise of more options than were granted',
      SERIES_B,
      ['security: dana-1, shares: 100_000', 'security: dana-1, shares: 300_000', '300_000'],
      'QUANTITY_EXCEEDED',
      'history[9].shares',
    ],
    [
      'more shares than are authorized',
      SERIES_B,
      ['authorized: 40_000_000', 'authorized: 9_000_000', ''],
      'AUTHORIZED_EXCEEDED',
      'history[1].shares',
    ],
    [
      'a round with two prices',
      SERIES_B,
      ['price: { pre_money: 90m }', 'price: { pre_money: 90m, post_money: 120m }', '{ pre_money'],
      'UNSUPPORTED_COMBINATION',
      'round.price',
    ],
    [
      'fixed claims on the whole company',
      SERIES_B,
      ['post_money_cap: 30m', 'post_money_cap: 1.5m', ''],
      'NO_SOLUTION',
      'convertibles[0].post_money_cap',
    ],
    [
      'a pool target that is not given',
      SERIES_B,
      ['mode: target_post, target: 10%', 'mode: target_post', ''],
      'MISSING_FIELD',
      'round.pool.target',
    ],
    [
      'closings out of order',
      MILESTONES,
      ['date: 2025-02-10', 'date: 2024-02-10', '2024-02-10'],
      'OUT_OF_ORDER',
      'tranches.closings[1].date',
    ],
    [
      'more syndicated than was committed',
      MILESTONES,
      ['Osprey Partners, amount: 6m }', 'Osprey Partners, amount: 26m }', ''],
      undefined,
      'tranches.commitments[0].syndicated',
    ],
    [
      'capped participation without a cap',
      MILESTONES,
      ['participation: capped, cap_multiple: 2', 'participation: capped', ''],
      'MISSING_FIELD',
      'securities.classes[2].preference.cap_multiple',
    ],
    [
      'a dividend without time',
      MILESTONES,
      ['method: simple, years: 4', 'method: simple', ''],
      'MISSING_FIELD',
      'securities.classes[1].dividend.from',
    ],
    [
      'options without a strike at an exit',
      MILESTONES,
      [', strike: 0.50', '', ''],
      'MISSING_FIELD',
      'history[3].strike',
    ],
    [
      'a preferred class whose preference is not said',
      MILESTONES,
      ['      preference: { multiple: 1, participation: capped, cap_multiple: 2, seniority: 2 }\n', '', ''],
      'MISSING_FIELD',
      'securities.classes[2].preference',
    ],
  ] as const)('%s', async (_, text, [from, to, words], code, path) => {
    const [broken, place] = changed(text, from, to, words);
    const failures = await failuresOf(broken);
    expect(failures).toHaveLength(1);
    const [, gotCode, gotPlace, gotPath] = /^(\w+) at (\S+) (\S+): ./.exec(failures[0] ?? '') ?? [];
    if (code !== undefined) expect(gotCode).toBe(code);
    if (path !== undefined) expect(gotPath).toBe(path);
    if (words !== '') expect(gotPlace).toBe(place);
    expect(gotPlace).toMatch(/^deal\.yaml:\d+:\d+$/);
  });
});

const SMALL = `tranche: 1
name: Small
issuer: Small
company: { currency: USD, capitalizations: [{ id: voting, counts: [issued] }] }
securities:
  classes:
    - { id: common, kind: common, authorized: 1_000 }
    - id: seed
      kind: preferred
      original_issue_price: 2
      conversion_price: 1
      preference: { multiple: 1, seniority: 1 }
  plans:
    - { id: plan, class: common, reserved: 200 }
history:
  - { event: issue, date: 2024-01-01, id: cs-1, class: common, holder: Ana, shares: 600 }
  - { event: issue, date: 2024-01-01, id: ps-1, class: seed, holder: Ben, shares: 50 }
  - { event: grant, date: 2024-02-01, id: og-1, plan: plan, holder: Cy, options: 100, strike: 3 }
  - { event: exercise, date: 2024-03-01, security: og-1, shares: 40 }
`;

async function answersTo(text: string, on: { readonly asOf?: string } = {}) {
  const modelled = await modelDealFile(
    disk,
    written(text),
    { asOf: on.asOf as PlainDate | undefined },
    TODAY,
  );
  if (!modelled.ok) throw new Error(linesOf(modelled.failures).join('\n'));
  return modelled.value.model?.answers ?? [];
}

async function ownershipIn(text: string, on: { readonly asOf?: string } = {}) {
  const [answer] = await answersTo(text, on);
  if (answer?.question !== 'ownership') throw new Error('the file asks who owns what');
  return Object.fromEntries(answer.rows.map(({ holder, shares }) => [holder, shares.low]));
}

describe('a file with anything in the place of its numbers', () => {
  const numbers = [...SERIES_B.matchAll(/(?<=: |\[)\d[\d_.]*(m|%)?(?=[ ,}\]\n])/g)];
  const values = ['0', '1', '1/3', '100%', '1m', '999999bn', '-5', '0.0000001', '2020-02-02', 'none'];

  it('is answered, or refused at a line and a column', async () => {
    expect(numbers.length).toBeGreaterThan(40);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(numbers.length - 1),
        fc.constantFrom(...values),
        fc.constantFrom('2022-01-01', '2024-07-01', '2026-01-15'),
        async (which, value, asOf) => {
          const number = numbers[which];
          const at = number?.index ?? 0;
          const text = SERIES_B.slice(0, at) + value + SERIES_B.slice(at + (number?.[0].length ?? 0));
          const failures = await failuresOf(text, { asOf: asOf as PlainDate });
          return failures.every((failure) => /^\w+ at deal\.yaml:\d+:\d+/.test(failure));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the history of a deal file', () => {
  it('counts shares as converted, options, and what is left of the plan', async () => {
    expect(await ownershipIn(SMALL)).toEqual({ Ana: '600', Ben: '100', Cy: '100', 'unissued pool': '100' });
  });

  it('is read as of a day', async () => {
    expect(await ownershipIn(SMALL, { asOf: '2024-01-31' })).toEqual({
      Ana: '600',
      Ben: '100',
      'unissued pool': '200',
    });
  });

  it('counts by a definition of the file itself', async () => {
    const text = `${SMALL}questions:\n  - { ask: ownership, definition: voting }\n`;
    expect(await ownershipIn(text)).toEqual({ Ana: '600', Ben: '100', Cy: '40' });
  });

  it('splits all there is of a class: certificates, options with their strike, the plan and the limit', async () => {
    const split = `${SMALL}  - { event: split, date: 2024-06-01, class: common, new: 10, old: 1 }\n`;
    expect(await ownershipIn(split, { asOf: '2024-05-31' })).toMatchObject({ Ana: '600', Cy: '100' });
    expect(await ownershipIn(split)).toEqual({
      Ana: '6000',
      Ben: '100',
      Cy: '1000',
      'unissued pool': '1000',
    });
    // 6,400 shares, 50 preferred for 100 or their preference of 100, 600 options at 0.30: 6,820 + 180 for 7,000.
    const exit = `${split}exit: { values: [6_920] }\nquestions:\n  - { ask: proceeds }\n`;
    const [answer] = await answersTo(exit);
    if (answer?.question !== 'proceeds') throw new Error('the file asks for proceeds');
    expect(answer.exits[0]?.classes.map(({ id, payout, decision }) => [id, payout.low, decision])).toEqual([
      ['common', '6400', undefined],
      ['seed', '100', 'preference'],
      ['og-1 after the split of 2024-06-01', '420', 'exercise'],
    ]);
  });

  it('follows a certificate through a split, a transfer and a conversion', async () => {
    const text = `${SMALL}  - { event: split, date: 2024-06-01, class: common, new: 2, old: 1 }
  - { event: transfer, date: 2024-07-01, security: cs-1, shares: 200, to: Dee }
  - { event: convert, date: 2024-08-01, security: ps-1, into: common, receives: 100 }
  - { event: cancel, date: 2024-09-01, security: og-1 }
  - { event: repurchase, date: 2024-10-01, security: cs-1, shares: 500 }
`;
    expect(await ownershipIn(text)).toEqual({
      Ana: '500',
      Ben: '100',
      Cy: '80',
      Dee: '200',
      'unissued pool': '320',
    });
  });

  it('takes all of a security where no number is given', async () => {
    const text = `${SMALL}  - { event: exercise, date: 2024-07-01, security: og-1 }\n  - { event: transfer, date: 2024-07-02, security: cs-1, to: Dee }\n`;
    expect(await ownershipIn(text)).toEqual({ Dee: '600', Ben: '100', Cy: '100', 'unissued pool': '100' });
  });
});

const DOWN = `tranche: 1
name: Down
issuer: Small
company: { currency: USD }
securities:
  classes:
    - { id: common, kind: common }
    - id: seed
      kind: preferred
      original_issue_price: 2
      preference: { multiple: 1, seniority: 1 }
      anti_dilution: { method: full_ratchet }
    - { id: series-a, kind: preferred, preference: { multiple: 1, seniority: 2 } }
history:
  - { event: issue, date: 2024-01-01, class: common, holder: Ana, shares: 600 }
  - { event: issue, date: 2024-01-01, class: seed, holder: Ben, shares: 100 }
  - { event: warrant, date: 2024-02-01, class: common, holder: Bank, shares: 200, strike: 1 }
round:
  class: series-a
  date: 2026-03-31
  price: { price_per_share: 1 }
  options_promised: 100
  new_money: [{ investor: Dee, amount: 900 }]
exit: { values: [1_800] }
`;

describe('a round still to come', () => {
  it('is taken as done, and that is said', async () => {
    const [owned, terms, exit] = await answersTo(DOWN);
    if (owned?.question !== 'ownership' || exit?.question !== 'proceeds') throw new Error('as asked');
    expect(owned.assumptions.map(({ text }) => text)).toEqual(['the round of 2026-03-31 is taken as done']);
    expect(terms?.question).toBe('round_terms');
    // The ratchet makes 2 common shares of each seed share: 600 + 200 + 200 + 100 + 900 = 2,000.
    expect(Object.fromEntries(owned.rows.map(({ holder, shares }) => [holder, shares.low]))).toEqual({
      Ana: '600',
      Ben: '200',
      Bank: '200',
      'promised options': '100',
      Dee: '900',
    });
    // Nobody gets for the promised options: (1,800 + 200) ÷ (600 + 200 + 200 + 900) is more than 1 a share.
    expect(exit.exits[0]?.commonPerShare.low).toBe('20/19');
    expect(exit.exits[0]?.holders.find(({ holder }) => holder === 'Ben')?.amount.low).toBe('4000/19');
  });

  it('has not begun while none of its closings has closed', async () => {
    const answers = await answersTo(
      MILESTONES.replace('price: { multiple_of_previous: 1.5 }', 'price: { price_per_share: 3 }'),
      { asOf: '2024-01-31' },
    );
    expect(answers.map(({ title }) => title)).toEqual([
      'Committed and drawn',
      'Ownership on 2024-01-31',
      'Ownership after the round, with phase-1 closed',
      'Proceeds of an exit on 2024-01-31',
    ]);
  });

  it('is priced on the company of its day; later events are not counted, and that is said', async () => {
    const text = SERIES_B.replace(
      'convertibles:',
      '  - { event: grant, date: 2025-01-01, plan: 2021-plan, holder: Fay, options: 1k }\nconvertibles:',
    );
    const now = (await answersTo(text)).find(({ id }) => id === 'now');
    expect(now?.assumptions.map(({ text: said }) => said)).toEqual([
      'what the history tells of days after the round is not counted (1 events)',
    ]);
  });
});

describe('the proceeds of an exit of a deal file', () => {
  const ask = (text: string, ...at: string[]) =>
    proceedsOfDealFile(disk, written(text), { at, on: {}, today: TODAY });

  it('are computed at the values that are asked for', async () => {
    const proceeds = await ask(SERIES_B, '241m');
    if (!proceeds.ok || proceeds.value.kind !== 'model') throw new Error('the file models a company');
    const [answer] = proceeds.value.view.answers;
    if (answer?.question !== 'proceeds') throw new Error('it is asked for the proceeds');
    // 241m − 1.075m + 75,000 of strikes = 240m for 24m shares: 10 a share.
    expect(answer.exits.map(({ commonPerShare }) => commonPerShare.low)).toEqual(['10']);
  });

  it('cannot be told while a note has not converted, and say so', async () => {
    const before = SERIES_B.replace(
      '{ id: exit, ask: proceeds }',
      '{ id: exit, ask: proceeds, stage: before_round }',
    );
    const answer = (await answersTo(before)).find(({ question }) => question === 'proceeds');
    expect(answer).toMatchObject({
      answer: 'cannot tell who gets what: what note-1 gets at an exit before it converts is not in the file',
      exits: [],
    });
  });

  it('before the round give a SAFE the greater of its amount and its shares', async () => {
    // 1m at a cap of 10m on 900 + 1/10 of the capitalization: 100 shares of 1,000; at 50m a tenth, at 5m the amount.
    const text = `${SMALL.replace(/ {2}- \{ event: (grant|exercise).*\n/g, '').replace(/ {2}plans:\n.*\n/, '')}convertibles:
  - { id: safe-1, kind: safe, holder: Cy, date: 2024-04-01, amount: 1m, post_money_cap: 10m, seniority: 2 }
exit: { values: [5m, 50m] }
questions:
  - { ask: proceeds }
`;
    const [answer] = await answersTo(text);
    if (answer?.question !== 'proceeds') throw new Error('the file asks for proceeds');
    expect(
      answer.exits.map(({ holders }) => holders.find(({ holder }) => holder === 'Cy')?.amount.low),
    ).toEqual(['1000000', '5000000']);
  });

  it('say what is wrong with a value', async () => {
    const refused = await ask(SERIES_B, 'much');
    expect(refused.ok ? [] : linesOf(refused.failures)).toEqual([
      'BAD_NUMBER at at: "much" is not a number; expected exit values such as 500000000, 500m or 1.5bn',
    ]);
  });

  it('of a file that names reports only go as far as the evidence, and say what is missing', async () => {
    const proceeds = await proceedsOfDealFile(disk, join(EXAMPLES, 'openai-2025', 'deal.yaml'), {
      at: ['500bn'],
      on: { knownOn: '2025-04-01' as PlainDate },
      today: TODAY,
    });
    if (!proceeds.ok || proceeds.value.kind !== 'deal') throw new Error('the file names reports');
    const { view } = proceeds.value;
    expect(view.answer).toMatch(/^cannot tell who gets what at USD 500bn: /);
    expect(view.missing).toHaveLength(3);
    expect(view.assumptions.map(({ id }) => id)).toEqual(['all-convert']);
    // 40 of 300 post-money, of 500.
    expect(view.exits[0]?.stakes[0]?.amount.low).toBe('200000000000/3');
  });
});
