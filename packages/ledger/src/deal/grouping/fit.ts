import { daysBetween } from '@tranche/core/time';
import { type AmountRelation, exceeds } from './amount-relation.ts';
import { type Group, tagKey, WITHIN_DAYS } from './group.ts';
import { isDone, isOpen, type Mention } from './mention.ts';
import { relationTo } from './worth.ts';

/**
 * The rule by which a statement is joined to a financing. Points are weights of evidence, set once over all
 * kinds of deals; a statement joins the deal with most points if these reach `enough`. Named, so that another
 * rule can take its place.
 */
export const JOINING_RULE = {
  name: 'evidence-points',
  enough: 3,
  sameName: 10,
  sameAmount: 4,
  closeAmount: 2,
  differentAmount: -2,
  otherMoney: -2,
  sameStage: 4,
  sameLead: 2,
  sameParty: 1,
  sameValuation: 2,
  otherValuation: -1,
  sameDays: 2,
  nearDays: 1,
  farDays: -3,
  beforeFirstReport: -2,
  bothOpen: 2,
  underWay: 1,
  closeValuation: 1,
  nextInText: 2,
  inText: 1,
  afterDone: -3,
  /** Two dated events of one deal lie at most this far apart, and news of one deal is near within it. */
  slackDays: 120,
  nearWithinDays: 45,
  farBeyondDays: 365,
} as const;

export interface Fit {
  readonly points: number;
  readonly reasons: readonly string[];
}

/** Evidence for and against a statement being about a deal; undefined when something rules it out. */
export function fitOf(mention: Mention, group: Group, nextInText: Group | undefined): Fit | undefined {
  if (mention.issuer !== group.issuer) return undefined;
  const evidence = new Evidence();
  if (mention.tag !== undefined && group.tags.has(tagKey(mention))) {
    evidence.add(JOINING_RULE.sameName, 'the source gives both the same name');
    return evidence.fit();
  }
  if (!moneyFits(mention, group, nextInText)) {
    // A text may take a purchase from holders for new money: then its amount and investor tell the deal.
    if (mention.type !== 'investment' || !matchesKnownPart(mention, group)) return undefined;
    evidence.add(JOINING_RULE.otherMoney, '');
  }
  if (!timeFits(mention, group, evidence)) return undefined;
  const fits =
    mention.type === 'round' ? roundFits(mention, group, evidence) : partFits(mention, group, evidence);
  if (!fits) return undefined;
  textFits(mention, group, nextInText, evidence);
  return evidence.fit();
}

class Evidence {
  private points = 0;
  private readonly reasons: string[] = [];

  add(points: number, reason: string): void {
    this.points += points;
    if (points > 0) this.reasons.push(reason);
  }

  fit(): Fit {
    return { points: this.points, reasons: this.reasons };
  }
}

/** A part of a deal may be of another kind than the whole, if the text says so beside it: its loan, for one. */
const moneyFits = (mention: Mention, group: Group, nextInText: Group | undefined): boolean =>
  mention.money === undefined ||
  mention.money === group.money ||
  (mention.type === 'tranche' && group === nextInText);

function timeFits(mention: Mention, group: Group, evidence: Evidence): boolean {
  const { at, status, dated, type, text } = mention;
  const { slackDays, nearWithinDays, farBeyondDays } = JOINING_RULE;
  const { doneBy } = group;
  const inText = group.texts.has(text);
  if (isDone(status) && dated && daysBetween(at.to, group.from) > slackDays) return false;
  if (doneBy !== undefined && at.from !== undefined) {
    const after = at.from > doneBy;
    if (isDone(status) && dated && daysBetween(doneBy, at.from) > slackDays) return false;
    if (isOpen(status) && after && dated) return false;
    if (isOpen(status) && type === 'round' && after && !sameAmountAsSize(mention, group)) return false;
    if (isOpen(status) && (after || (at.from === doneBy && isStranger(mention, group)))) {
      evidence.add(JOINING_RULE.afterDone, '');
    }
  }
  if (isDone(status) && dated && at.to < group.from && !(inText && type === 'tranche')) {
    evidence.add(JOINING_RULE.beforeFirstReport, '');
  }
  const fromDeal = Math.max(0, daysBetween(group.to, at.from ?? at.to), daysBetween(at.to, group.from));
  const gap = inText ? Math.min(fromDeal, daysBetween(at.to, mention.statement.knownFrom)) : fromDeal;
  if (fromDeal === 0 && dated && at.from !== undefined && daysBetween(at.from, at.to) <= WITHIN_DAYS) {
    evidence.add(JOINING_RULE.sameDays, 'its date falls within the deal');
  } else if (gap <= nearWithinDays || (at.from === undefined && gap <= slackDays)) {
    evidence.add(JOINING_RULE.nearDays, 'it is near in time');
  } else if (gap > farBeyondDays) {
    evidence.add(JOINING_RULE.farDays, '');
  }
  if (
    doneBy === undefined &&
    !group.dropped &&
    isDone(status) &&
    at.to >= group.from &&
    gap <= farBeyondDays
  ) {
    evidence.add(JOINING_RULE.underWay, 'the deal was under way');
  }
  return true;
}

/** Names an investor, and none that the deal knows. */
const isStranger = ({ parties }: Mention, group: Group): boolean =>
  parties.length > 0 && !parties.some((party) => group.parties.has(party));

const sameAmountAsSize = ({ amount, worths }: Mention, group: Group): boolean =>
  amount !== undefined && relationTo(amount, group.sizes, worths).is === 'same';

function roundFits(mention: Mention, group: Group, evidence: Evidence): boolean {
  const { amount, stage, status, statement } = mention;
  // A deal known by one investor's money is that investor's deal, and no other lead's.
  const isOneInvestors = group.sizes.length === 0 && group.leads.size === 0 && group.parties.size === 1;
  if (isOneInvestors && mention.leads.length > 0 && isStranger(mention, group)) return false;
  // A sale of existing shares is made at one price: what was sold at another is another sale.
  if (group.money === 'secondary' && isDone(status) && isAtOtherPrice(mention, group)) return false;
  if (stage !== undefined && group.stages.size > 0) {
    if (!group.stages.has(stage)) return false;
    evidence.add(JOINING_RULE.sameStage, `both are called ${stage}`);
  }
  if (amount !== undefined) {
    const { is: relation, because } = relationTo(amount, group.sizes, mention.worths);
    const how = because === undefined ? '' : `, ${because}`;
    const sameStage = stage !== undefined && group.stages.has(stage);
    if (isDone(status) && group.doneBy !== undefined && !sameStage && !statement.denied) {
      // One text tells two closed rounds apart by their sizes; two texts may round one size differently.
      if (relation === 'different' || (relation === 'close' && group.texts.has(mention.text))) return false;
    }
    if (relation === 'different' && !statement.denied) evidence.add(JOINING_RULE.differentAmount, '');
    if (relation === 'same') evidence.add(JOINING_RULE.sameAmount, `the amount is the same${how}`);
    if (relation === 'close') evidence.add(JOINING_RULE.closeAmount, `the amounts are close${how}`);
  }
  if (mention.leads.some((lead) => group.leads.has(lead) || group.parties.has(lead))) {
    evidence.add(JOINING_RULE.sameLead, 'the lead is the same');
  } else if (mention.parties.some((party) => group.parties.has(party))) {
    evidence.add(JOINING_RULE.sameParty, 'an investor is the same');
  }
  valuationFits(mention, group, evidence, JOINING_RULE.sameValuation, JOINING_RULE.otherValuation);
  if (isOpen(status) && group.doneBy === undefined && !group.dropped) {
    evidence.add(JOINING_RULE.bothOpen, 'the issuer has this financing under way');
  }
  return true;
}

function partFits(mention: Mention, group: Group, evidence: Evidence): boolean {
  if (mention.type === 'valuation') return valuationPartFits(mention, group, evidence);
  const { amount } = mention;
  const [largest] = group.sizes.toSorted((one, other) => (exceeds(one, other) ? -1 : 1));
  if (amount !== undefined && largest !== undefined && exceeds(amount, largest)) return false;
  const leads = group.leads.size > 0 ? group.leads : group.parties;
  const byLead = mention.parties.some((party) => leads.has(party));
  const matched = matchesKnownPart(mention, group);
  const wholeByLead = byLead && sameAmountAsSize(mention, group);
  // In a sale of existing shares each purchase is a trade of its own, told apart by its amount.
  const ownTrade = mention.type === 'investment' && group.money === 'secondary' && amount !== undefined;
  if (ownTrade && !matched && !wholeByLead) return false;
  if (matched) evidence.add(JOINING_RULE.sameAmount, 'the amount is that of a known part of the deal');
  else if (wholeByLead) {
    evidence.add(JOINING_RULE.sameAmount, 'the amount is the size of the deal, and the investor leads it');
  }
  if (byLead) evidence.add(JOINING_RULE.sameLead, 'the investor leads the deal');
  else if (mention.parties.some((party) => group.parties.has(party))) {
    evidence.add(JOINING_RULE.sameLead, 'the investor is named with the deal');
  }
  // Money already paid, without a date and unknown to a deal that is still ahead, was paid before it.
  const { type, status, dated } = mention;
  const earlier =
    type === 'investment' && !dated && (status === 'completed' || (isDone(status) && !group.isBinding));
  return !(earlier && !matched && group.doneBy === undefined);
}

/** Whether the deal has a part of that amount which the statement can be about. */
function matchesKnownPart(mention: Mention, group: Group): boolean {
  const { amount, type, status, parties, dated, worths } = mention;
  if (amount === undefined) return false;
  const stranger = isStranger(mention, group);
  const same = group.members.flatMap(({ mention: known }) => {
    if (known.type === 'round' || known.type === 'valuation' || known.amount === undefined) return [];
    if (relationTo(amount, [known.amount], worths).is !== 'same') return [];
    if (known.type === type && type !== 'tranche') {
      return parties.some((party) => known.parties.includes(party)) ? [known] : [];
    }
    return stranger ? [] : [known];
  });
  // What is paid is not promised again: a part still ahead is another one of the same amount.
  const paid = same.some((known) => isDone(known.status) && known.text !== mention.text);
  const promisedAgain = isOpen(status) && !dated && parties.length === 0 && paid;
  return same.length > 0 && !promisedAgain;
}

function valuationPartFits(mention: Mention, group: Group, evidence: Evidence): boolean {
  if (isDone(mention.status) && !sharesValuation(mention, group)) {
    const known = group.valuations.length > 0 && group.doneBy !== undefined;
    if (known) return false;
  }
  valuationFits(mention, group, evidence, JOINING_RULE.sameAmount, 0);
  return true;
}

function valuationFits(
  mention: Mention,
  group: Group,
  evidence: Evidence,
  same: number,
  other: number,
): void {
  if (mention.valuations.length === 0 || group.valuations.length === 0) return;
  if (sharesValuation(mention, group, ['same'])) evidence.add(same, 'the valuation is the same');
  else if (sharesValuation(mention, group, ['close'])) {
    evidence.add(JOINING_RULE.closeValuation, 'the valuations are close');
  } else evidence.add(other, '');
}

const isAtOtherPrice = (mention: Mention, group: Group): boolean =>
  mention.valuations.length > 0 &&
  group.valuations.length > 0 &&
  !sharesValuation(mention, group, ['same', 'close']);

const sharesValuation = (
  mention: Mention,
  group: Group,
  relations: readonly AmountRelation[] = ['same'],
): boolean =>
  mention.valuations.some(({ amount, basis }) =>
    group.valuations.some(
      (known) =>
        (basis === known.basis || basis === 'unspecified' || known.basis === 'unspecified') &&
        relations.includes(relationTo(amount, [known.amount], mention.worths).is),
    ),
  );

function textFits(mention: Mention, group: Group, nextInText: Group | undefined, evidence: Evidence): void {
  if (mention.type === 'round') return;
  if (group === nextInText) evidence.add(JOINING_RULE.nextInText, 'the text speaks of the deal beside it');
  else if (group.texts.has(mention.text))
    evidence.add(JOINING_RULE.inText, 'the same text speaks of the deal');
}
