import type { PlainDate } from '@tranche/core/time';
import { type CheckedDocument, checkDocument, evidenceOfLedger } from '@tranche/ledger/check';
import { dealsByStatement } from '@tranche/ledger/deal';
import type { Original } from '@tranche/ledger/source';
import { type Ledger, statementIndex, tellingsOf } from '@tranche/ledger/statement';
import { leagueDeals } from '@tranche/reference/league';
import { referenceRates } from '@tranche/reference/rates';
import { claimViewOf, type ReadDocument } from '../document/index.ts';
import { judgedEvidence } from '../evidence/index.ts';
import type { SourceView } from '../views/index.ts';
import { verdictViewOf } from './verdict-view.ts';

/** The day today, and the day as known on which a document is judged: its own unless another is given. */
export interface JudgedOn {
  readonly today: PlainDate;
  readonly knownOn?: PlainDate | undefined;
}

/**
 * A document with its claims, the deal each was joined to, and whether each holds: as known on the document's own
 * day, with what is known today beside it. A document without a day is read and not judged.
 */
export function checkedSource(
  document: ReadDocument,
  ledger: Ledger,
  { today, knownOn }: JudgedOn,
): SourceView {
  const { source, claims } = document;
  const together = withDocument(ledger, document);
  const deals = dealsByStatement(
    together,
    claims.map((claim) => claim.id),
    today,
  );
  const evidence = judgedEvidence(together, today);
  const checked = judged(document, ledger, { today, knownOn });
  const verdicts = new Map(
    checked.claims.map(({ said, verdict }) => [said.id, verdictViewOf(verdict, evidence)]),
  );
  const { id, name, title, publisher, published, tier, author, language, url, text, original } = source;
  return {
    id,
    name,
    title,
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
    tier,
    ...(author === undefined ? {} : { author }),
    ...(language === undefined ? {} : { language }),
    ...(url === undefined ? {} : { url }),
    text,
    ...(original === undefined ? {} : { original: aboutFile(original) }),
    ...(published === undefined ? {} : { knownOn: knownOn ?? published }),
    today,
    claims: claims.map((claim) =>
      claimViewOf(claim, {
        deal: deals.get(claim.id),
        verdict: verdicts.get(claim.id),
        judgements: evidence.of([claim.id])[0]?.judgements,
        original,
      }),
    ),
    documentVerdicts: checked.errors.map(({ verdict, quote, span }) => ({
      ...verdictViewOf(verdict, evidence),
      quote,
      quoteSpan: [span[0], span[1]],
    })),
  };
}

/** The file itself; where each part of the text stands in it is told with the claims. */
const aboutFile = ({ segments: _, ...file }: Original): NonNullable<SourceView['original']> => file;

function judged(
  { source, claims, figures }: ReadDocument,
  ledger: Ledger,
  { today, knownOn }: JudgedOn,
): CheckedDocument {
  if (source.published === undefined) return { claims: [], errors: [] };
  return checkDocument({
    text: source.text,
    claims,
    ...(source.publisher === undefined ? {} : { publisher: source.publisher }),
    tellings: tellingsOf(ledger, source),
    tier: source.tier,
    figures,
    spokenOn: source.published,
    today,
    ...(knownOn === undefined ? {} : { knownOn }),
    evidence: evidenceOfLedger(ledger, referenceRates(), leagueDeals()),
  });
}

function withDocument(ledger: Ledger, { source, claims }: ReadDocument): Ledger {
  if (statementIndex(ledger).source(source.id) !== undefined) return ledger;
  return { ...ledger, sources: [...ledger.sources, source], claims: [...ledger.claims, ...claims] };
}
