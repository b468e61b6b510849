import { expectOk } from '@tranche/core/result';
import { type Claim, claimFromJson, claimToJson } from '@tranche/ledger/claim';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReport } from '../read/index.ts';
import { draftContext } from './draft-context.ts';
import type { DropReason } from './dropped.ts';
import { type Gated, gateDrafts } from './gate.ts';

const REPORT = `Harbour Loom nears new money
Published: 2025-06-10
Publisher: newspaper

Harbour Loom, a maker of looms, has raised $40 million in a Series B round led by Quillfeather Partners.
Harbour Loom wound up its old board in May 2025 with the backing of Quillfeather Partners and Tallow Bank.
By the terms, Tallow Bank is to be the next holder of 12.5% of Harbour Loom, a stake that would be held from March 2026.
Harbour Loom had revenue of $95 million in the year, and its shares in a rival are worth about $2 million.
It could later take up to $25 million more  from Quillfeather Partners, people who invest in looms said.
Osier Holdings denied that it has invested $7 million in Harbour Loom.
`;

const document = (text: string) => expectOk(readReport(text, { name: 'report' }));

/** With the claims of the rules left out, so that every draft stands or falls by itself. */
const gated = (drafts: readonly unknown[], text = REPORT, rules: readonly Claim[] = []): Gated =>
  gateDrafts(drafts, draftContext(document(text).source, rules), 'a-model');

const ROUND = {
  type: 'round',
  quote: 'has raised $40 million in a Series B round led by Quillfeather Partners',
  issuer: 'Harbour Loom',
  amount: '$40 million',
  valuation: null,
  date: null,
  leads: ['Quillfeather Partners'],
  participants: [],
  condition: null,
  status: 'closed',
  denied: false,
};
const STAKE = {
  type: 'stake',
  quote:
    'Tallow Bank is to be the next holder of 12.5% of Harbour Loom, a stake that would be held from March 2026',
  holder: 'Tallow Bank',
  entity: 'Harbour Loom',
  percent: '12.5%',
  value: null,
  when: 'from March 2026',
  status: 'planned',
  denied: false,
};
const OPTION = {
  type: 'investment',
  quote: 'take up to $25 million more from Quillfeather Partners',
  investor: 'Quillfeather Partners',
  issuer: 'Harbour Loom',
  amount: '$25 million',
  when: null,
  condition: null,
  status: 'planned',
  denied: false,
};
const DENIED = {
  ...OPTION,
  quote: 'Osier Holdings denied that it has invested $7 million in Harbour Loom',
  investor: 'Osier Holdings',
  amount: '$7 million',
  status: 'closed',
  denied: true,
};

describe('a draft that the text bears out', () => {
  it('is a claim with the exact quote, our own numbers, and the model that drafted it', () => {
    const { claims, drafted, repeated, dropped } = gated([ROUND, STAKE]);
    expect({ drafted, repeated, dropped }).toEqual({ drafted: 2, repeated: 0, dropped: {} });
    expect(claims.map(claimToJson)).toMatchObject([
      {
        type: 'round',
        issuer: 'Harbour Loom',
        amount: { currency: 'USD', value: 40_000_000, qualifier: 'exact' },
        stage: 'Series B',
        status: 'closed',
        leads: ['Quillfeather Partners'],
        quote: ROUND.quote,
        attribution: { kind: 'unattributed' },
        drafted_by: 'a-model',
      },
      {
        type: 'stake',
        holder: 'Tallow Bank',
        percent: 12.5,
        when: '2026-03',
        status: 'planned',
        drafted_by: 'a-model',
      },
    ]);
    for (const claim of claims) {
      expect(REPORT.slice(...claim.quote_span)).toBe(claim.quote);
      for (const span of Object.values(claim.spans)) expect(span[1]).toBeGreaterThan(span[0]);
      expect(claimFromJson(claimToJson(claim))).toEqual({ ok: true, value: claim });
    }
    const [start, end] = claims[0]?.spans.amount ?? [0, 0];
    expect(REPORT.slice(start, end)).toBe('$40 million');
  });

  it('is quoted with the spaces of the text, and with the qualifier and hedge that stand there', () => {
    const [claim] = gated([OPTION]).claims;
    expect(claim).toMatchObject({
      quote: 'take up to $25 million more  from Quillfeather Partners',
      hedge: 'could',
    });
    expect(claim === undefined ? undefined : claimToJson(claim).amount).toEqual({
      currency: 'USD',
      value: 25_000_000,
      qualifier: 'up_to',
    });
  });

  it('grows over the qualifier and over the party that its sentence names', () => {
    const [claim] = gated([{ ...OPTION, quote: '$25 million more' }]).claims;
    expect(claim?.quote).toBe('up to $25 million more  from Quillfeather Partners');
  });

  it('is denied where our reader hears a denial, whatever the model says', () => {
    for (const denied of [true, false])
      expect(gated([{ ...DENIED, denied }]).claims).toMatchObject([
        { denied: true, investor: 'Osier Holdings' },
      ]);
  });

  it('names parties as the party book does', () => {
    const text = `The ChatGPT maker has raised $5 billion, a person said. The round of OpenAI was led by Quillfeather Partners.`;
    const quote = 'The ChatGPT maker has raised $5 billion';
    for (const issuer of ['The ChatGPT maker', 'OpenAI'])
      expect(gated([{ ...ROUND, quote, issuer, amount: '$5 billion' }], text).claims).toMatchObject([
        { issuer: 'OpenAI', leads: ['Quillfeather Partners'] },
      ]);
  });

  it('has the basis of a valuation that the words give', () => {
    const text =
      'Harbour Loom is valued at $300 million before the new money, and has raised $40 million. It was worth $90 million in 2023.';
    const valuation = {
      type: 'valuation',
      entity: 'Harbour Loom',
      when: null,
      status: 'closed',
      denied: false,
    };
    const { claims } = gated(
      [
        {
          ...valuation,
          quote: 'Harbour Loom is valued at $300 million before the new money',
          amount: '$300 million',
        },
        { ...valuation, quote: 'It was worth $90 million in 2023', amount: '$90 million', when: 'in 2023' },
      ],
      text,
    );
    expect(claims).toMatchObject([{ basis: 'pre' }, { basis: 'unspecified', when: '2023' }]);
  });
});

describe('a draft that the text does not bear out is dropped', () => {
  it.each<[DropReason, string, object]>([
    [
      'quote_not_in_text',
      'a quote that was made up',
      { ...ROUND, quote: 'Harbour Loom has raised $41 million' },
    ],
    [
      'quote_not_in_text',
      'a quote over two lines',
      { ...ROUND, quote: 'Quillfeather Partners. Harbour Loom wound up' },
    ],
    ['quote_not_in_text', 'other letters', { ...ROUND, quote: ROUND.quote.toUpperCase() }],
    ['quote_not_in_text', 'the header', { ...ROUND, quote: 'Published: 2025-06-10' }],
    ['quote_too_long', 'a quote of a page', { ...ROUND, quote: REPORT.repeat(2) }],
    ['number_not_in_quote', 'a number the model changed', { ...ROUND, amount: '$45 million' }],
    ['number_not_in_quote', 'a number it worked out', { ...ROUND, amount: '40000000' }],
    ['number_not_in_quote', 'a piece of a number', { ...ROUND, amount: '$4' }],
    ['number_not_in_quote', 'a number of another sentence', { ...ROUND, amount: '$95 million' }],
    [
      'number_not_in_quote',
      'a quote that cuts the number',
      { ...ROUND, quote: 'has raised $40', amount: '$40' },
    ],
    ['number_not_in_quote', 'a percentage the model changed', { ...STAKE, percent: '2.5%' }],
    ['date_not_in_quote', 'a date of another sentence', { ...ROUND, date: 'May 2025' }],
    ['words_not_in_quote', 'a condition in other words', { ...OPTION, condition: 'if it wants to' }],
    ['party_not_in_text', 'a party the text does not name', { ...ROUND, leads: ['Sequoia Capital'] }],
    ['party_not_in_text', 'a word for a party', { ...ROUND, issuer: 'looms' }],
    ['party_not_in_quote', 'an investor of another sentence', { ...OPTION, investor: 'Osier Holdings' }],
    ['no_figure', 'a round without any sum', { ...ROUND, amount: null }],
    [
      'kind_not_in_words',
      'revenue as a round',
      { ...ROUND, quote: 'Harbour Loom had revenue of $95 million', amount: '$95 million', leads: [] },
    ],
    [
      'kind_not_in_words',
      'a valuation in a sentence without one',
      {
        type: 'valuation',
        quote: ROUND.quote,
        entity: 'Harbour Loom',
        amount: '$40 million',
        status: 'closed',
      },
    ],
    ['status_above_words', 'an option told as done', { ...OPTION, status: 'closed' }],
    ['status_above_words', 'a closing told as dropped', { ...ROUND, status: 'abandoned' }],
    ['denial_not_in_words', 'a denial the words do not hold', { ...ROUND, denied: true }],
    ['wrong_shape', 'no quote', { ...ROUND, quote: undefined }],
    ['wrong_shape', 'an unknown type', { ...ROUND, type: 'rumour' }],
    ['wrong_shape', 'a number where words belong', { ...ROUND, amount: 40_000_000 }],
    ['wrong_shape', 'an unknown status', { ...ROUND, status: 'done' }],
  ])('%s: %s', (reason, _, draft) => {
    expect(gated([draft])).toMatchObject({ claims: [], drafted: 1, repeated: 0, dropped: { [reason]: 1 } });
  });

  it.each([null, 7, 'x', [], {}, { type: 'round' }, { type: '__proto__', quote: 'x' }])(
    'wrong_shape: %j',
    (draft) => expect(gated([draft]).dropped).toEqual({ wrong_shape: 1 }),
  );

  it('because its sentence is in a language whose words of doubt are not ours', () => {
    const text =
      'Harbour Loom will im kommenden Jahr bei Quillfeather Partners rund 40 Millionen Euro einsammeln, heißt es in Berlin.';
    expect(gated([{ ...ROUND, quote: text, amount: '40 Millionen Euro' }], text).dropped).toEqual({
      language_not_read: 1,
    });
  });

  it('because our grammar reads less of a number than the model copied', () => {
    for (const size of ['zillion', ' \u2009milliard', 'lakh-crore']) {
      const text = `Harbour Loom has raised $40 ${size} in a round led by Quillfeather Partners.`;
      const draft = { ...ROUND, quote: text, amount: `$40 ${size}` };
      for (const claim of gated([draft], text).claims)
        expect(claimToJson(claim).amount).not.toMatchObject({ value: 40 });
    }
  });

  it('because a thousand came before it', () => {
    const { drafted, repeated, claims, dropped } = gated([
      ROUND,
      ...Array<unknown>(999).fill(null),
      STAKE,
      STAKE,
    ]);
    expect([drafted, repeated, claims.length]).toEqual([1002, 0, 1]);
    expect(dropped).toEqual({ wrong_shape: 999, too_many: 2 });
  });

  it('counts each reason', () => {
    const { dropped, drafted, claims } = gated([
      ROUND,
      { ...ROUND, quote: 'not there' },
      { ...ROUND, quote: 'nor this' },
      { ...ROUND, amount: '$1' },
    ]);
    expect(claims).toHaveLength(1);
    expect(drafted).toBe(4);
    expect(dropped).toEqual({ quote_not_in_text: 2, number_not_in_quote: 1 });
  });
});

describe('the status of a draft is no firmer than its words', () => {
  const said = (sentence: string, status: string): number =>
    gated([{ ...ROUND, quote: sentence, leads: [], status }], sentence).claims.length;
  const CASES: readonly (readonly [string, readonly string[]])[] = [
    [
      'Harbour Loom has raised $40 million.',
      ['rumoured', 'in_talks', 'planned', 'agreed', 'closed', 'completed'],
    ],
    ['Harbour Loom has signed a round of $40 million.', ['rumoured', 'in_talks', 'planned', 'agreed']],
    ['Harbour Loom plans to raise $40 million.', ['rumoured', 'in_talks', 'planned']],
    ['Harbour Loom is in talks to raise $40 million.', ['rumoured', 'in_talks']],
    ['Harbour Loom is rumoured to have raised $40 million.', ['rumoured']],
    ['Harbour Loom called off a round of $40 million.', ['abandoned']],
    [
      'Harbour Loom, which plans to list, has raised $40 million to hire people.',
      ['rumoured', 'in_talks', 'planned', 'agreed', 'closed', 'completed'],
    ],
    ['A round of $40 million by Harbour Loom, people said, was called off.', ['abandoned']],
  ];
  it.each(CASES)('%s', (sentence, allowed) => {
    const statuses = ['rumoured', 'in_talks', 'planned', 'agreed', 'closed', 'completed', 'abandoned'];
    expect(statuses.filter((status) => said(sentence, status) === 1)).toEqual(allowed);
  });

  it('but for the terms of a deal that the rules read as signed, which are agreed', () => {
    const text = `Harbour Loom has signed a round of $60 million, led by Quillfeather Partners. Harbour Loom will receive $20 million in May, and could get $5 million more.`;
    const later = {
      type: 'tranche',
      quote: 'Harbour Loom will receive $20 million',
      issuer: 'Harbour Loom',
      amount: '$20 million',
      status: 'agreed',
    };
    const hoped = { ...later, quote: 'could get $5 million more', amount: '$5 million' };
    const [round] = document(text).claims.filter(({ type }) => type === 'round');
    expect(round).toMatchObject({ status: 'agreed' });
    expect(gated([later, hoped], text, round === undefined ? [] : [round])).toMatchObject({
      claims: [{ status: 'agreed' }],
      dropped: { status_above_words: 1 },
    });
    expect(gated([later], text).dropped).toEqual({ status_above_words: 1 });
  });

  it('and the month of May is no doubt', () => {
    const text = 'In May 2025 Harbour Loom raised $40 million, and it plans to hire.';
    expect(
      gated([{ ...ROUND, quote: 'In May 2025 Harbour Loom raised $40 million', leads: [] }], text).claims,
    ).toHaveLength(1);
  });

  it('and nothing dated after the publication is paid', () => {
    const text =
      'Harbour Loom\nPublished: 2025-06-10\n\nHarbour Loom: second closing of $40 million in March 2026 by the investors of the round.';
    const draft = {
      ...ROUND,
      quote: 'second closing of $40 million in March 2026',
      date: 'March 2026',
      leads: [],
    };
    expect(gated([draft], text).dropped).toEqual({ status_above_words: 1 });
    expect(gated([{ ...draft, status: 'agreed' }], text).claims).toHaveLength(1);
  });

  it('also when the quote leaves the words of doubt out', () => {
    expect(gated([{ ...OPTION, quote: '$25 million more', status: 'closed' }]).dropped).toEqual({
      status_above_words: 1,
    });
  });
});

describe('beside the claims of the rules', () => {
  const { claims: rules } = document(REPORT);

  it('a draft that repeats one is merged into it, and one draft into another', () => {
    expect(rules.some(({ type }) => type === 'round')).toBe(true);
    expect(gated([ROUND], REPORT, rules)).toMatchObject({ claims: [], repeated: 1, dropped: {} });
    expect(gated([STAKE, STAKE])).toMatchObject({ repeated: 1, claims: [{ type: 'stake' }] });
  });

  it('a draft that makes something else of a sum is dropped', () => {
    const text =
      'Harbour Loom has raised $40 million at a valuation of $300 million from Quillfeather Partners.';
    const read = document(text).claims;
    const draft = { ...ROUND, quote: text, amount: '$300 million', leads: [] };
    expect(gated([draft], text, read).dropped).toEqual({ taken_by_rules: 1 });
  });

  it('a draft does not bring back as true what they read as denied', () => {
    const denied = rules.find((claim) => claim.denied);
    if (denied !== undefined)
      expect(gated([{ ...DENIED, denied: false }], REPORT, rules).claims.every((one) => one.denied)).toBe(
        true,
      );
  });
});

it('takes nothing in of any answer whatever, but what stands in the text', () => {
  const pieces = REPORT.split(/\s+/);
  const words = fc
    .tuple(fc.nat(pieces.length - 1), fc.integer({ min: 1, max: 14 }))
    .map(([from, count]) => pieces.slice(from, from + count).join(' '));
  const any = fc.oneof(
    words,
    words,
    fc.string(),
    fc.constant(null),
    fc.constantFrom('Sequoia', '$5bn', '99%'),
  );
  const draft = fc.record({
    type: fc.constantFrom(
      'round',
      'investment',
      'stake',
      'valuation',
      'tranche',
      'commitment',
      'rank',
      'fx',
      'control',
    ),
    quote: fc.oneof(words, fc.string()),
    issuer: any,
    entity: any,
    investor: any,
    holder: any,
    to: any,
    by: any,
    how: any,
    amount: any,
    valuation: any,
    percent: any,
    when: any,
    date: any,
    leads: fc.array(words, { maxLength: 2 }),
    status: fc.constantFrom('closed', 'planned', 'rumoured', 'abandoned'),
    denied: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(draft, { maxLength: 4 }), (drafts) => {
      const { claims, drafted, repeated, dropped } = gated(drafts);
      const lost = Object.values(dropped).reduce((sum, count) => sum + count, 0);
      expect(claims.length + repeated + lost).toBe(drafted);
      for (const claim of claims) {
        expect(REPORT.slice(...claim.quote_span)).toBe(claim.quote);
        expect(claim.quote.length).toBeLessThanOrEqual(400);
        expect(claimFromJson(claimToJson(claim)).ok).toBe(true);
        expect(JSON.stringify(claimToJson(claim))).not.toMatch(/Sequoia|5000000000|\b99\b/);
      }
    }),
    { numRuns: 120 },
  );
});
