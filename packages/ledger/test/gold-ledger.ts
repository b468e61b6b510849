import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expectOk } from '@tranche/core/result';
import { type PlainDate, parsePlainDate } from '@tranche/core/time';
import { claimFromJson, claimId, type LedgerClaim } from '../src/claim/index.ts';
import type { Source, Tier } from '../src/source/index.ts';
import type { Ledger, Statement } from '../src/statement/index.ts';

interface GoldText {
  readonly id: string;
  readonly file: string;
  readonly published: string;
  readonly publisher: string;
  readonly cluster: string;
  readonly claims: readonly Readonly<Record<string, unknown>>[];
}

const CORPUS = new URL('../../reader/corpus/', import.meta.url);

const GOLD: readonly GoldText[] = JSON.parse(readFileSync(new URL('gold.json', CORPUS), 'utf8'));

/** The annotation has no attribution: each text speaks with the weight of its kind of publisher. */
const TIERS: Readonly<Record<string, Tier>> = {
  'regulatory disclosure': 'filing',
  'company statement': 'party_statement',
  blog: 'unattributed',
  newsletter: 'unattributed',
};

/** Texts whose quoted statements are the party's own, by what they say of their source; and relays. */
const TIER_OF_TEXT: Readonly<Record<string, Tier>> = { '012': 'party_statement', '015': 'relay' };

export const day = (text: string): PlainDate => expectOk(parsePlainDate(text));

export interface GoldLedger {
  readonly ledger: Ledger;
  /** The label that people gave to each claim about a deal, and its text. */
  readonly labels: ReadonlyMap<string, { readonly label: string; readonly text: string }>;
}

/** The annotated claims of the corpus as a ledger, without the labels by which people grouped them. */
export function goldLedger(
  options: { readonly texts?: (id: string) => boolean; readonly facts?: readonly Statement[] } = {},
): GoldLedger {
  const { texts = () => true, facts = [] } = options;
  const labels = new Map<string, { readonly label: string; readonly text: string }>();
  const read = GOLD.filter(({ id }) => texts(id)).map((gold) => {
    const text = readFileSync(new URL(gold.file, CORPUS), 'utf8');
    const source = sourceOf(gold, text);
    const claims = gold.claims.map((json): LedgerClaim => {
      const { label, round, ...rest } = json;
      const start = text.indexOf(String(json.quote));
      const claim = expectOk(
        claimFromJson({ ...rest, quote_span: [start, start + String(json.quote).length] }, gold.id),
      );
      const id = claimId(source.id, claim);
      const name = label ?? round;
      if (typeof name === 'string') labels.set(id, { label: name, text: gold.id });
      return { id, sourceId: source.id, claim };
    });
    return { source, claims };
  });
  return {
    ledger: {
      sources: read.map(({ source }) => source),
      claims: read.flatMap(({ claims }) => claims),
      judgements: [],
      facts,
    },
    labels,
  };
}

function sourceOf({ id, published, publisher }: GoldText, text: string): Source {
  return {
    id: `s-${id}`,
    name: id,
    title: text.split('\n')[0] ?? '',
    publisher,
    published: day(published),
    tier: TIER_OF_TEXT[id] ?? TIERS[publisher] ?? 'unnamed_people',
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
  };
}
