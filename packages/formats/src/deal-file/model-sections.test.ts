import { readFileSync } from 'node:fs';
import { describeFailure } from '@tranche/core/result';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { dealFileJsonSchema, readDealFile } from './index.ts';

const GOOD = `tranche: 1
name: Model
issuer: Fennick
company: { currency: EUR }
securities:
  classes:
    - { id: common, kind: common }
    - id: seed
      kind: preferred
      original_issue_price: 0.5
      preference: { multiple: 1, seniority: 1 }
  plans:
    - { id: plan, class: common, reserved: 1m }
history:
  - { event: issue, date: 2024-01-01, id: cs-1, class: common, holder: Ana, shares: 4_000_000 }
  - { event: grant, date: 2024-02-01, id: og-1, plan: plan, holder: Ben, options: 100k, strike: 0.1 }
  - { event: exercise, date: 2024-03-01, security: og-1, shares: 5k }
convertibles:
  - { id: safe-1, kind: safe, holder: Cy, date: 2024-04-01, amount: 500k, discount: 20% }
round:
  class: seed
  date: 2024-06-30
  price: { pre_money: 8m }
  new_money:
    - { investor: Dee, amount: 2m }
tranches:
  closings:
    - { id: first, date: 2024-06-30, fundings: [{ investor: Dee, amount: 1m }] }
questions:
  - { ask: ownership, definition: fully_diluted, assume_closed: [first] }
  - { ask: proceeds, at: [10m] }
`;

const failuresOf = (text: string): string[] => {
  const read = readDealFile(text, 'deal.yaml');
  return read.ok ? [] : read.failures.map(describeFailure);
};

const changed = (from: string, to: string): string => {
  expect(GOOD).toContain(from);
  return GOOD.replace(from, to);
};

describe('the sections of a deal file that model a company', () => {
  it('are read without any report, numbers exact', () => {
    const read = readDealFile(GOOD);
    if (!read.ok) throw new Error(failuresOf(GOOD).join('\n'));
    expect(read.value.sources).toBeUndefined();
    expect(read.value.convertibles?.[0]?.amount.toString()).toBe('500000');
    expect(read.value.convertibles?.[0]?.discount?.toString()).toBe('1/5');
    expect(read.value.securities?.plans[0]?.reserved.toString()).toBe('1000000');
  });

  it.each([
    [
      'a typo in a section',
      ['history:', 'histroy:'],
      ['UNKNOWN_FIELD at deal.yaml:14:1 histroy: there is no field "histroy"; did you mean "history"?'],
    ],
    [
      'a typo in an event, among the fields of that event',
      ['security: og-1, shares: 5k', 'securty: og-1, shares: 5k'],
      [
        'MISSING_FIELD at deal.yaml:17:5 history[2].security: the field "security" is missing; expected string',
        'UNKNOWN_FIELD at deal.yaml:17:42 history[2].securty: there is no field "securty"; did you mean "security"?',
      ],
    ],
    [
      'a kind of event that does not exist',
      ['event: grant', 'event: grnt'],
      [
        'BAD_CHOICE at deal.yaml:16:14 history[1].event: "grnt" is not allowed here; did you mean "grant"?; expected issue, grant, warrant, exercise, transfer, cancel, repurchase, convert, split, authorize, reserve',
      ],
    ],
    [
      'a missing kind of event',
      ['event: grant, ', ''],
      [
        'MISSING_FIELD at deal.yaml:16:5 history[1].event: a word is missing here; expected issue, grant, warrant, exercise, transfer, cancel, repurchase, convert, split, authorize, reserve',
      ],
    ],
    [
      'a word where a number belongs',
      ['shares: 4_000_000', 'shares: four million'],
      [
        'BAD_NUMBER at deal.yaml:15:85 history[0].shares: "four million" is not a number here; expected a number such as 1500000, 1_500_000, 1.5m or "20/23"',
      ],
    ],
    [
      'a percentage where an amount belongs',
      ['amount: 500k', 'amount: 5%'],
      [
        'BAD_NUMBER at deal.yaml:19:69 convertibles[0].amount: "5%" is not a number here; expected a number such as 1500000, 1_500_000, 1.5m or "20/23"',
      ],
    ],
    [
      'a discount of the whole price',
      ['discount: 20%', 'discount: 100%'],
      [
        'OUT_OF_RANGE at deal.yaml:19:85 convertibles[0].discount: "100%" is the whole or more; expected a share from 0 to below 1, such as 0.2 or 20%',
      ],
    ],
    [
      'a number below zero',
      ['reserved: 1m', 'reserved: -1'],
      [
        'NEGATIVE_AMOUNT at deal.yaml:13:44 securities.plans[0].reserved: -1 is below zero, where that means nothing; expected zero or more',
      ],
    ],
    [
      'a number that is missing',
      [', amount: 2m', ''],
      [
        'MISSING_FIELD at deal.yaml:25:7 round.new_money[0].amount: the field is missing; expected a number such as 1500000, 1_500_000, 1.5m or "20/23"',
      ],
    ],
    [
      'more digits than a number without quotes keeps',
      ['original_issue_price: 0.5', 'original_issue_price: 0.12345678901234567890'],
      [
        'BAD_NUMBER at deal.yaml:10:29: 0.12345678901234567890 has more digits than a number without quotes keeps; expected the number in quotes',
      ],
    ],
    [
      'a date that is none',
      ['date: 2024-02-01', 'date: 2024-02-30'],
      [
        'BAD_DATE at deal.yaml:16:27 history[1].date: "2024-02-30" is not a calendar date; expected YYYY-MM-DD',
      ],
    ],
    [
      'a class that is not among the securities',
      ['class: common, holder', 'class: comon, holder'],
      [
        'UNKNOWN_CLASS at deal.yaml:15:56 history[0].class: there is no share class "comon"; did you mean "common"?; expected one of common, seed',
      ],
    ],
    [
      'an id used twice',
      ['id: seed', 'id: common'],
      [
        'DUPLICATE_ID at deal.yaml:8:11 securities.classes[1].id: "common" is already securities.classes[0]; expected another name',
        'UNKNOWN_CLASS at deal.yaml:21:10 round.class: there is no share class "seed"; expected one of common',
      ],
    ],
    [
      'a round without money',
      ['  new_money:\n    - { investor: Dee, amount: 2m }\n', ''],
      [
        'MISSING_FIELD at deal.yaml:21:3 round.new_money: the round has no money; expected new_money, or commitments under tranches',
      ],
    ],
    [
      'money that is said twice',
      ['  closings:', '  commitments: [{ investor: Dee, amount: 2m }]\n  closings:'],
      [
        'UNSUPPORTED_COMBINATION at deal.yaml:25:5 round.new_money: the money of the round is said twice: here and as commitments under tranches; expected one of the two',
      ],
    ],
    [
      'a model without a currency',
      ['company: { currency: EUR }\n', ''],
      [
        'MISSING_FIELD at deal.yaml:1:1 company: the field "company" is missing; expected its currency, for securities',
      ],
    ],
    [
      'two caps on one convertible',
      ['discount: 20%', 'post_money_cap: 10m, pre_money_cap: 8m'],
      [
        'UNSUPPORTED_COMBINATION at deal.yaml:19:111 convertibles[0].pre_money_cap: a convertible has one valuation cap; expected one of post_money_cap, pre_money_cap and cap',
      ],
    ],
  ] as const)('name the line, the column and what was expected of %s', (_, [from, to], expected) => {
    expect(failuresOf(changed(from, to))).toEqual(expected);
  });

  it('name every wrong reference in one go, in the order of the file', () => {
    const text = GOOD.replace('plan: plan', 'plan: plen')
      .replace('security: og-1', 'security: og-2')
      .replace('assume_closed: [first]', 'assume_closed: [frist]')
      .replace('definition: fully_diluted', 'definition: fuly_diluted');
    expect(failuresOf(text)).toEqual([
      'UNKNOWN_ID at deal.yaml:16:55 history[1].plan: there is no option plan "plen"; did you mean "plan"?; expected one of plan',
      'UNKNOWN_SECURITY at deal.yaml:17:52 history[2].security: there is no issue, grant or warrant "og-2"; did you mean "og-1"?; expected one of cs-1, og-1',
      'UNKNOWN_ID at deal.yaml:30:35 questions[0].definition: there is no capitalization definition "fuly_diluted"; did you mean "fully_diluted"?; expected one of issued, issued_and_granted, fully_diluted',
      'UNKNOWN_ID at deal.yaml:30:65 questions[0].assume_closed[0]: there is no closing "frist"; did you mean "first"?; expected one of first',
    ]);
  });

  it('may be missing altogether only where there are reports', () => {
    expect(failuresOf('tranche: 1\nname: Nothing\nissuer: Fennick\n')).toEqual([
      'MISSING_FIELD at deal.yaml:1:1 sources: the field "sources" is missing; expected report files, or securities to model without a report',
    ]);
    expect(failuresOf('tranche: 1\nname: Half\nissuer: Fennick\nsources: [a.txt]\n')).toEqual([
      'MISSING_FIELD at deal.yaml:1:1 deal: the field "deal" is missing; expected which deal of the sources is meant: id, money or year',
    ]);
  });
});

describe('the published JSON Schema', () => {
  const schema = z.fromJSONSchema(dealFileJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
  const accepts = (text: string): boolean => schema.safeParse(parse(text)).success;

  it.each([
    'openai-2025/deal.yaml',
    'openai-2025/terms.yaml',
    'seed-to-series-b/deal.yaml',
    'biotech-milestones/deal.yaml',
  ])('accepts examples/%s', (file) => {
    const text = readFileSync(new URL(`../../../../examples/${file}`, import.meta.url), 'utf8');
    expect(accepts(text)).toBe(true);
    expect(failuresOf(text)).toEqual([]);
  });

  it('refuses what the program refuses by form', () => {
    expect(accepts(GOOD)).toBe(true);
    expect(accepts(GOOD.replace('event: grant', 'event: grnt'))).toBe(false);
    expect(accepts(GOOD.replace('shares: 4_000_000', 'shares: four million'))).toBe(false);
    expect(accepts(GOOD.replace('  class: seed\n', ''))).toBe(false);
  });
});
