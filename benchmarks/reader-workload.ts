import { sm32 } from './harness.ts';

/** What one financing sentence says, and what is therefore expected of a reader. */
export type Said =
  | {
      readonly kind: 'raise';
      readonly issuer: string;
      readonly amount: Sum;
      readonly stage: string;
      readonly lead: string;
      readonly participants: readonly string[];
    }
  | { readonly kind: 'valuation'; readonly issuer: string; readonly amount: Sum }
  | {
      readonly kind: 'stake';
      readonly issuer: string;
      readonly investor: string;
      readonly amount: Sum;
      readonly percent: string;
      readonly date: string;
    };

export interface Sum {
  readonly currency: string;
  readonly value: number;
  readonly words: string;
}

export interface Report {
  /** Twelve paragraphs with a blank line between them. */
  readonly text: string;
  readonly said: readonly Said[];
}

const DOCUMENTS = 400;
const PARAGRAPHS = 12;
const SENTENCES = 6;
const SEED = 2024;

/** What stands around the financings: no sums, no names. */
const NOISE = [
  'The team met in the morning to go over the plans for the coming quarter and the notes of the last review.',
  'Customers had asked for a simpler way to compare the reports, and a first version of it went out in the autumn.',
  'Much of the work is still done by hand, which is slow, and nobody expects it to change before next summer.',
];
/** The same with sums that are no financing in one of them, so that a reader has to look at every paragraph. */
const NOISE_WITH_SUMS = [
  ...NOISE.slice(0, 2),
  'Revenue rose by 14% to $31.4 million in the year, and costs of about $12 million were lower than planned.',
];

/**
 * Workload A1: 400 reports of 12 paragraphs of 6 sentences. The third sentence of every even paragraph reports a
 * financing in one of three templates, each about its own company; names, sums, stages and days are drawn anew for
 * every sentence, so that no sentence comes twice. The other sentences are three in turns.
 */
export function reports({ sums = false } = {}): readonly Report[] {
  const draw = new Draw(SEED);
  const noise = sums ? NOISE_WITH_SUMS : NOISE;
  return Array.from({ length: DOCUMENTS }, () => {
    const said: Said[] = [];
    draw.begin();
    const paragraphs = Array.from({ length: PARAGRAPHS }, (_, paragraph) =>
      Array.from({ length: SENTENCES }, (__, sentence) => {
        if (paragraph % 2 === 1 || sentence !== 2) return draw.one(noise);
        const [words, meaning] = financing(draw, (paragraph / 2) % 3);
        said.push(meaning);
        return words;
      }).join(' '),
    );
    return { text: paragraphs.join('\n\n'), said };
  });
}

function financing(draw: Draw, template: number): readonly [words: string, said: Said] {
  const issuer = company(draw);
  const amount = sum(draw);
  if (template === 0) {
    const stage = `Series ${draw.one(['A', 'B', 'C', 'D', 'E'])}`;
    const [lead, first, second] = [investor(draw), investor(draw), investor(draw)];
    return [
      `${issuer} ${draw.one(['raised', 'has raised', 'secured'])} ${amount.words} in a ${stage} round led by ${lead}, ` +
        `with participation from ${first} and ${second}.`,
      { kind: 'raise', issuer, amount, stage, lead, participants: [first, second] },
    ];
  }
  if (template === 1) {
    return [
      `The new round gave ${issuer} a post-money valuation of ${amount.words}, according to a statement by the company.`,
      { kind: 'valuation', issuer, amount },
    ];
  }
  const buyer = investor(draw);
  const percent = `${draw.below(29) + 2}${draw.one(['', '.5', '.25'])}`;
  const [printed, date] = day(draw);
  return [
    `${buyer} invested ${amount.words} in ${issuer} for a ${percent}% stake on ${printed}.`,
    { kind: 'stake', issuer, investor: buyer, amount, percent, date },
  ];
}

const SYLLABLES = 'ka lo ven dri tas mor bel quin sar ith ono pra ulm fen gor yst wex cho naz ter'.split(' ');
const SURNAMES = ['Abbott', 'Becker', 'Castellan', 'Duvall', 'Eriksen', 'Fontaine', 'Grady', 'Holm'];
const ISSUER_ENDINGS = ['', '', ' AI', ' Labs', ' Robotics', ' Bio', ' Health', ' Systems', ' Works'];
const HOUSES = ['Capital', 'Ventures', 'Partners', 'Growth Equity', 'Holdings', 'Investment Management'];

const company = (draw: Draw): string => `${draw.name()}${draw.one(ISSUER_ENDINGS)}`;

/** Funds, families, banks, funds by number, firms named after people, and single made-up words. */
function investor(draw: Draw): string {
  const own = draw.name();
  switch (draw.below(7)) {
    case 0:
      return `${own} ${draw.one(['Ridge', 'Harbour', 'Lane', 'Bridge'])} ${draw.one(HOUSES)}`;
    case 1:
      return `${draw.one(SURNAMES)} & ${own}`;
    case 2:
      return `Bank of ${own}`;
    case 3:
      return `${own} Fund ${draw.one(['II', 'III', 'IV', 'VI'])}`;
    case 4:
      return `${own}${draw.name()} ${draw.one(HOUSES)}`;
    case 5:
      return own;
    default:
      return `${own} ${draw.one(HOUSES)}`;
  }
}

const CURRENCIES = [
  ['$', 'USD'],
  ['$', 'USD'],
  ['US$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
] as const;

function sum(draw: Draw): Sum {
  const [sign, currency] = draw.one(CURRENCIES);
  const tenths = draw.below(8000) + 21;
  switch (draw.below(4)) {
    case 0:
      return { currency, value: tenths * 100_000, words: `${sign}${tenthsIn(tenths)}m` };
    case 1:
      return {
        currency,
        value: (10 + (tenths % 90)) * 100_000_000,
        words: `${sign}${tenthsIn(10 + (tenths % 90))} billion`,
      };
    case 2: {
      const value = tenths * 12_500;
      return { currency, value, words: `${sign}${value.toLocaleString('en-US')}` };
    }
    default:
      return { currency, value: tenths * 100_000, words: `${sign}${tenthsIn(tenths)} million` };
  }
}

const tenthsIn = (tenths: number): string =>
  tenths % 10 === 0 ? `${tenths / 10}` : `${Math.floor(tenths / 10)}.${tenths % 10}`;

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function day(draw: Draw): readonly [printed: string, iso: string] {
  const [year, month, date] = [2019 + draw.below(5), draw.below(12), draw.below(28) + 1];
  const iso = `${year}-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return [
    draw.below(2) === 0 ? `${date} ${MONTHS[month]} ${year}` : `${MONTHS[month]} ${date}, ${year}`,
    iso,
  ];
}

class Draw {
  private readonly next: () => number;
  private readonly drawn = new Set<string>();

  constructor(seed: number) {
    this.next = sm32(seed);
  }

  below(limit: number): number {
    return Math.floor((this.next() / 2 ** 32) * limit);
  }

  one<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  /** Two to four syllables: some 168,000 names. */
  name(): string {
    const syllables = Array.from({ length: 2 + this.below(3) }, () => this.one(SYLLABLES)).join('');
    const name = syllables.charAt(0).toUpperCase() + syllables.slice(1);
    if (this.drawn.has(name)) return this.name();
    this.drawn.add(name);
    return name;
  }

  /** Begins a report; within one no two parties have the same name, which would be taken for the short form of the other. */
  begin(): void {
    this.drawn.clear();
  }
}
