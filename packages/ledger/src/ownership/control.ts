import type { GraphBuilder } from '@tranche/core/formula';
import { Rational } from '@tranche/core/rational';
import { lastDayOf, type PlainDate } from '@tranche/core/time';
import { type IssuerKnowledge, knowledgeOf } from '../deal/grouping/deals-of.ts';
import { isDone } from '../deal/grouping/mention.ts';
import type { ChoiceRule } from '../deal/reconcile/index.ts';
import type { Assumption, Dates } from '../deal/view.ts';
import { rejectionsIn } from '../judgement/index.ts';
import type { Ledger } from '../statement/index.ts';
import { type ChosenShare, type StatedHolding, statedHoldings } from './stated-holdings.ts';

/** Who controls a company, as stated, or by more than half of its shares. */
export interface ControlLink {
  /** Party id and name of who is controlled, and of who controls. */
  readonly company: string;
  readonly companyName: string;
  readonly holder: string;
  readonly holderName: string;
  /** In the source's words: "appoints the board". */
  readonly how: string;
  readonly on: PlainDate;
  readonly isStated: boolean;
  /** What the holder holds itself of the company, where that is stated. */
  readonly share?: ChosenShare;
  readonly statements: readonly string[];
}

export interface Control {
  /** From the company up to whoever is controlled by nobody known. */
  readonly links: readonly ControlLink[];
  /** Where sources name several for one day: the chain ends below them. */
  readonly rivals: readonly ControlLink[];
  readonly assumptions: readonly Assumption[];
}

const MAJORITY_CONTROLS: Assumption = {
  id: 'majority-controls',
  text: 'Who is stated to hold more than half of a company directly is taken to control it, where no source says who does.',
};

/** Shares that bear no votes by their own words. */
const WITHOUT_VOTES = /\b(limited partner|non-?voting|profits?)\b/i;

/**
 * Who controls a company, step by step: by what a source says of control, else by a direct share of more than half.
 * What is said last counts. Control is not read out of anything less: without either, nobody is named.
 */
export function controlOf(
  builder: GraphBuilder,
  ledger: Ledger,
  company: string,
  dates: Dates,
  rule?: ChoiceRule,
): Control {
  const links: ControlLink[] = [];
  const seen = new Set<string>();
  let at = company;
  while (!seen.has(at)) {
    seen.add(at);
    const knowledge = knowledgeOf(ledger, at, dates.knownOn);
    const holdings = statedHoldings(builder, knowledge, dates, rule);
    const stated = statedControl(knowledge, holdings, dates.asOf);
    const rivals = new Set(stated.map(({ holder }) => holder)).size > 1 ? stated : [];
    const link = stated[0] ?? majority(builder, knowledge, holdings);
    if (link === undefined || rivals.length > 0 || link.holder === company)
      return { links, rivals, assumptions: assumptionsOf(links) };
    links.push(link);
    at = link.holder;
  }
  return { links, rivals: [], assumptions: assumptionsOf(links) };
}

const assumptionsOf = (links: readonly ControlLink[]): readonly Assumption[] =>
  links.some(({ isStated }) => !isStated) ? [MAJORITY_CONTROLS] : [];

/** What is said of control for the latest day, one for a holder. */
function statedControl(
  { issuer, statements, book, judgements, nameOf }: IssuerKnowledge,
  holdings: readonly StatedHolding[],
  asOf: PlainDate,
): readonly ControlLink[] {
  const rejected = rejectionsIn(judgements);
  const said = statements.flatMap((statement): readonly ControlLink[] => {
    const { body, knownFrom, denied, id } = statement;
    if (body.type !== 'control' || denied || rejected.has(id) || !isDone(body.status)) return [];
    const own = body.when === undefined ? undefined : lastDayOf(body.when);
    const on = own !== undefined && own < knownFrom ? own : knownFrom;
    if (on > asOf) return [];
    const { id: holder, name: holderName } = book.partyOf(body.holder);
    return [
      {
        company: issuer,
        companyName: nameOf(issuer),
        holder,
        holderName,
        how: body.how,
        on,
        isStated: true,
        ...shareIn(holdings, holder),
        statements: [id],
      },
    ];
  });
  const latest = said
    .map(({ on }) => on)
    .sort()
    .at(-1);
  const byHolder = new Map<string, ControlLink>();
  for (const one of said) {
    if (one.on !== latest) continue;
    const known = byHolder.get(one.holder);
    const together = [...(known?.statements ?? []), ...one.statements];
    byHolder.set(one.holder, { ...(known ?? one), statements: together });
  }
  return [...byHolder.values()];
}

function majority(
  builder: GraphBuilder,
  { issuer, nameOf }: IssuerKnowledge,
  holdings: readonly StatedHolding[],
): ControlLink | undefined {
  const found = holdings.find(({ direct, isGroup }) => {
    if (direct === undefined || isGroup || WITHOUT_VOTES.test(direct.basis ?? '')) return false;
    return builder.boundsOf(direct.node).low?.compare(HALF) === 1;
  });
  if (found?.direct === undefined) return undefined;
  return {
    company: issuer,
    companyName: nameOf(issuer),
    holder: found.party,
    holderName: found.name,
    how: 'more than half of the shares',
    on: found.direct.on,
    isStated: false,
    share: found.direct,
    statements: found.direct.statements,
  };
}

const HALF = Rational.of(1n, 2n);

function shareIn(holdings: readonly StatedHolding[], party: string): { readonly share?: ChosenShare } {
  const share = holdings.find((one) => one.party === party)?.direct;
  return share === undefined ? {} : { share };
}
