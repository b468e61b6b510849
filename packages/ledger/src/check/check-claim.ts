import { GraphBuilder } from '@tranche/core/formula';
import type { PlainDate } from '@tranche/core/time';
import type { LedgerClaim } from '../claim/index.ts';
import { type Judgement, judgementsOn, rejectionsIn } from '../judgement/index.ts';
import type { LeagueDeal, PublishedRate } from '../league/index.ts';
import { type PartyBook, partyBook } from '../party/index.ts';
import type { Tier } from '../source/index.ts';
import type { Statement } from '../statement/index.ts';
import { checkAmount } from './amount.ts';
import type { Bench, RankInvestors, SourcesOfLeague } from './bench.ts';
import { checkControl } from './control.ts';
import { checkConversion } from './conversion.ts';
import { checkDate } from './date.ts';
import { checkImpliedStake } from './implied-stake.ts';
import { contentKey, noSecondSource } from './independence.ts';
import { checkLargestInvestor } from './investor-rank.ts';
import { checkLead } from './lead.ts';
import { checkMoneyKind } from './money-kind.ts';
import { checkNoOutsideMoney } from './outside-money.ts';
import { checkOwnPart } from './own-part.ts';
import { checkPostMoney } from './post-money.ts';
import { checkRecord } from './record.ts';
import { checkStake } from './stake.ts';
import { checkPledgeSum, checkRoundSum, checkStakeSum, checkSyndicationSum, checkTrancheSum } from './sum.ts';
import { checkValuationRank } from './valuation-rank.ts';
import { checkVenture } from './venture.ts';
import { type Contribution, combined, type Finding, type Opinion, type Verdict } from './verdict.ts';
import { listed } from './words.ts';

/** What a check rests on. Facts and claims of other documents come as statements; dates select among them. */
export interface Evidence {
  readonly statements: readonly Statement[];
  readonly rates: readonly PublishedRate[];
  readonly league: readonly LeagueDeal[];
  /** What a table of the largest is made from, the workspace's deals among it; `league` alone when left out. */
  readonly leagueSources?: SourcesOfLeague;
  readonly parties?: PartyBook;
  /** What people decided: what is rejected on the day is no evidence on it, and merged parties are one. */
  readonly judgements?: readonly Judgement[];
  readonly rankInvestors?: RankInvestors;
}

export interface CheckDates {
  /** The day of the document; it is judged as known on this day. */
  readonly spokenOn: PlainDate;
  /** Judge as known on another day. */
  readonly knownOn?: PlainDate;
  /** A later day, of which the verdict is shown beside. */
  readonly today?: PlainDate;
}

export interface ClaimQuestion extends CheckDates {
  readonly said: LedgerClaim;
  /** The claims of the same document; the one in question may be among them. */
  readonly document: readonly LedgerClaim[];
  /** Who published the document: what passes its report on is no second source. */
  readonly publisher?: string;
  /** The ids of other sources that tell the document's story in much the same words: none is a second source. */
  readonly tellings?: ReadonlySet<string>;
  /** The tier of what the document says in its own voice. */
  readonly tier?: Tier;
  readonly evidence: Evidence;
}

/**
 * Whether a claim holds, as known on the day of its document, with what is known today beside it.
 * What the document itself says is never evidence for it, only context. A claim that the text mentions to reject it
 * is no assertion and has no verdict. Fails: never; what evidence cannot decide is "cannot tell".
 */
export function checkClaim(question: ClaimQuestion): Verdict | undefined {
  const { said, spokenOn, today, knownOn = spokenOn } = question;
  if (said.claim.denied === true) return undefined;
  const builder = new GraphBuilder();
  const then = opinionOf(benchOf(question, builder, knownOn), said);
  const later =
    today === undefined || today <= knownOn ? undefined : opinionOf(benchOf(question, builder, today), said);
  const newsOf = ({ verdict, condition, summary }: Opinion): string =>
    [verdict, condition, summary.replaceAll(knownOn, '').replaceAll(today ?? knownOn, '')].join(' ');
  // What can change with what is known, apart from the day itself.
  const isNews = later !== undefined && today !== undefined && newsOf(later) !== newsOf(then);
  return {
    ...then,
    knownOn,
    ...(isNews ? { today: { ...later, knownOn: today } } : {}),
    graph: builder.build(),
  };
}

/** All that was known on a day, the document's own claims left out of the evidence. */
export function benchOf(
  {
    said,
    document,
    evidence,
    spokenOn,
    publisher,
    tellings,
    tier = 'unattributed',
  }: Pick<ClaimQuestion, 'document' | 'evidence' | 'spokenOn' | 'publisher' | 'tellings' | 'tier'> & {
    readonly said?: LedgerClaim;
  },
  builder: GraphBuilder,
  knownOn: PlainDate,
): Bench {
  const inForce = judgementsOn(evidence.judgements ?? [], knownOn);
  const rejected = rejectionsIn(inForce);
  const parties = evidence.parties ?? partyBook(inForce);
  const own = new Set(document.map(({ sourceId }) => sourceId));
  const known = evidence.statements.filter(
    (one) =>
      one.knownFrom <= knownOn &&
      !rejected.has(one.id) &&
      !(one.sourceId !== undefined && own.has(one.sourceId)),
  );
  const dependent = noSecondSource(document, known, parties, { publisher, tellings });
  return {
    builder,
    spokenOn,
    knownOn,
    tier,
    statements: known.filter(({ id }) => !dependent.has(id)),
    copies: known.filter(({ id }) => dependent.has(id)),
    others: document.filter((one) => one !== said),
    rates: evidence.rates.filter((rate) => rate.knownFrom <= knownOn),
    league: evidence.league,
    ...(evidence.leagueSources === undefined ? {} : { leagueSources: evidence.leagueSources }),
    parties,
    ...(evidence.rankInvestors === undefined ? {} : { rankInvestors: evidence.rankInvestors }),
  };
}

const RANK_CHECKS: Readonly<Record<string, typeof checkRecord>> = {
  largest_investor: checkLargestInvestor,
  largest_private_funding_round: checkRecord,
  most_valuable_private_company: checkValuationRank,
  most_valuable_company: checkValuationRank,
  second_most_valuable_startup: checkValuationRank,
};

function opinionOf(bench: Bench, { id, sourceId, claim }: LedgerClaim): Opinion {
  const base = { id, sourceId };
  const opinions = (): readonly (Contribution | undefined)[] => {
    switch (claim.type) {
      case 'fx':
        return [checkConversion(bench, { ...base, claim })];
      case 'venture':
        return [checkVenture(bench, { ...base, claim })];
      case 'no_external_funding':
        return [checkNoOutsideMoney(bench, { ...base, claim })];
      case 'rank':
        return [RANK_CHECKS[claim.claim]?.(bench, { ...base, claim })];
      case 'stake': {
        const said = { ...base, claim };
        return [checkStake(bench, said), checkStakeSum(bench, said)];
      }
      case 'control':
        return [checkControl(bench, { ...base, claim })];
      case 'round': {
        const said = { ...base, claim };
        return [
          checkMoneyKind(bench, said),
          checkAmount(bench, said),
          checkDate(bench, said),
          checkPostMoney(bench, said),
          checkRoundSum(bench, said),
          checkLead(bench, said),
        ];
      }
      case 'tranche': {
        const said = { ...base, claim };
        return [checkAmount(bench, said), checkDate(bench, said), checkTrancheSum(bench, said)];
      }
      case 'investment': {
        const said = { ...base, claim };
        return [
          checkMoneyKind(bench, said),
          checkOwnPart(bench, said),
          checkAmount(bench, said),
          checkDate(bench, said),
          checkImpliedStake(bench, said),
        ];
      }
      case 'syndication': {
        const said = { ...base, claim };
        return [checkAmount(bench, said), checkDate(bench, said), checkSyndicationSum(bench, said)];
      }
      case 'valuation': {
        const said = { ...base, claim };
        return [checkAmount(bench, said), checkPostMoney(bench, said), checkImpliedStake(bench, said)];
      }
      case 'commitment': {
        const said = { ...base, claim };
        return [checkAmount(bench, said), checkPledgeSum(bench, said)];
      }
    }
  };
  const opinion = combined(opinions().filter((one) => one !== undefined)) ?? unchecked(bench);
  return { ...opinion, findings: [...opinion.findings, ...copiesOf(bench, claim)] };
}

/** Who says the same without being a second source. */
function copiesOf({ copies, parties }: Bench, claim: LedgerClaim['claim']): readonly Finding[] {
  // A sum is right or wrong whoever repeats it.
  if (claim.type === 'fx') return [];
  const key = contentKey(parties);
  const same = copies.filter(({ body }) => key(body) === key(claim));
  if (same.length === 0) return [];
  const days = listed([...new Set(same.map(({ knownFrom }) => knownFrom))]);
  const text = `Another telling of the same story (${days}) says so too; it is no second source.`;
  return [{ text, evidence: same.map(({ id }) => id) }];
}

const unchecked = (bench: Bench): Opinion => ({
  check: 'none',
  verdict: 'cannot_tell',
  summary: `Nothing known by ${bench.knownOn} bears on this.`,
  findings: [],
});
