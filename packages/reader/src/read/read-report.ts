import { createHash } from 'node:crypto';
import type { StatedAmount } from '@tranche/core/money';
import { fail, ok, type Result } from '@tranche/core/result';
import type { PlainDate } from '@tranche/core/time';
import type { Claim, Span } from '@tranche/ledger/claim';
import { publisherAt } from '@tranche/ledger/origin';
import type { Source } from '@tranche/ledger/source';
import { readClaims } from '../discourse/index.ts';
import { readForeignLines } from '../languages/index.ts';
import { scanAmounts, yenSignMeansYuan } from '../money/index.ts';
import { partyBookOf } from '../party/index.ts';
import { authorIn, creditedIn, isSame, onlyRelay, withRelays } from '../provenance/index.ts';
import { type DocumentParts, partsOfDocument } from '../text/index.ts';
import { tierOfPublisher } from './publisher-tier.ts';

/** What is known of a document besides its text. What is given here wins over what the text says of itself. */
export interface ReportMeta {
  /** File name without folder and ending. */
  readonly name: string;
  readonly published?: PlainDate;
  readonly publisher?: string;
  /** Its headline, where that is known from elsewhere than its first line. */
  readonly title?: string;
  readonly author?: string;
  readonly language?: string;
  readonly url?: string;
}

/** Every amount of money the grammar found, claimed or not, so that nothing seen is silently dropped. */
export interface Figure {
  readonly amount: StatedAmount;
  readonly span: Span;
  readonly where: 'headline' | 'body';
}

export interface ReadReport {
  readonly source: Source;
  readonly claims: readonly Claim[];
  readonly figures: readonly Figure[];
}

/**
 * What a report says: its claims, each with an exact quote, and every sum of money seen.
 * Deterministic, offline and linear in the text; the text is data, and nothing in it is followed.
 * Without a publication date the report is still read, and dates that need one stay away.
 * Fails: EMPTY_DOCUMENT.
 */
export function readReport(text: string, meta: ReportMeta): Result<ReadReport> {
  if (text.trim() === '') return fail('EMPTY_DOCUMENT', '', 'the document has no text');
  const parts = partsOfDocument(text);
  const published = meta.published ?? parts.published;
  const publisher = meta.publisher ?? parts.publisher;
  const at = meta.url === undefined ? undefined : publisherAt(meta.url)?.name;
  const tier = tierOfPublisher(publisher, meta.url);
  const author = meta.author ?? authorIn(text);
  const credited = creditedIn(text, parts.headline.end);
  const agency = credited === undefined || isSame(credited, publisher ?? at) ? undefined : credited;
  const about: Source = {
    id: `s-${sha256(`${text}\n${published ?? ''}`).slice(0, 16)}`,
    name: meta.name,
    title: meta.title ?? parts.title,
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
    ...(author === undefined ? {} : { author }),
    ...(meta.url === undefined ? {} : { url: meta.url }),
    ...(meta.language === undefined ? {} : { language: meta.language }),
    tier: tier ?? (agency === undefined ? 'unattributed' : 'relay'),
    text,
    sha256: sha256(text),
  };
  const foreign = readForeignLines({ text, parts, published, tier, language: meta.language });
  const lines = foreign?.english ?? parts;
  const yuanByDefault = yenSignMeansYuan(text);
  const figures = once(() => [...(foreign?.figures ?? []), ...figuresIn(text, lines, yuanByDefault)]);
  const book = partyBookOf(text, [
    { ...lines.headline, isHeadline: true },
    ...lines.body
      .filter((line) => line.kind !== 'blank' && line.kind !== 'furniture')
      .map((line) => ({ ...line, isHeadline: false })),
  ]);
  const english = readClaims({
    text,
    parts: lines,
    published,
    tier,
    book,
    yuanByDefault,
    usualCurrency: once(() => usualCurrency(figures())),
  });
  const said = foreign === undefined ? english : [...foreign.claims, ...english];
  const claims = withRelays(text, said, publisher ?? at);
  const relayOf = agency ?? onlyRelay(claims);
  const source = relayOf === undefined ? about : { ...about, relayOf };
  return ok({
    source,
    claims,
    get figures() {
      return figures();
    },
  });
}

/** Sums are looked for in the whole text only when somebody asks. */
function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}

function figuresIn(text: string, lines: DocumentParts, yuanByDefault: boolean): Figure[] {
  const figures: Figure[] = [];
  for (const { start, end, where } of [
    { ...lines.headline, where: 'headline' as const },
    ...lines.body
      .filter((line) => line.kind !== 'furniture')
      .map((line) => ({ ...line, where: 'body' as const })),
  ]) {
    for (const { amount, span } of scanAmounts(text.slice(start, end), start, { yuanByDefault }))
      figures.push({ amount, span, where });
  }
  return figures;
}

function usualCurrency(figures: readonly Figure[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { amount } of figures) counts.set(amount.currency, (counts.get(amount.currency) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
