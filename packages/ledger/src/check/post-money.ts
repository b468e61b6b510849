import { formatAmount, formatBounds } from '@tranche/core/display';
import { boundsOf, headlineValue, type StatedAmount } from '@tranche/core/money';
import type { DealStatus, LedgerClaim } from '../claim/index.ts';
import { agreementOf, isOpen, moneyOf } from '../compare/index.ts';
import type { Statement } from '../statement/index.ts';
import { amountNode, type Bench, sameParty } from './bench.ts';
import { isTimely } from './matching.ts';
import type { Contribution } from './verdict.ts';
import { knownBy } from './words.ts';

/** Three figures of one deal, of which each follows from the two others. */
interface Terms {
  readonly pre?: Figure | undefined;
  readonly raised?: Figure | undefined;
  readonly post?: Figure | undefined;
}

interface Figure {
  readonly amount: StatedAmount;
  readonly kind: 'claim' | 'fact';
  readonly id: string;
}

/**
 * Checks that what a company is worth before the money and the new money make what it is worth after it: within one
 * claim, between the claims of one text, and with the two others as another source gives them together. New money
 * only: what holders sell adds nothing. Words such as "up to" leave it open.
 */
export function checkPostMoney(bench: Bench, said: LedgerClaim): Contribution | undefined {
  const { claim } = said;
  if (claim.type !== 'round' && claim.type !== 'valuation') return undefined;
  if (claim.type === 'round' && moneyOf(claim) !== undefined && moneyOf(claim) !== 'primary')
    return undefined;
  const issuer = claim.type === 'round' ? claim.issuer : claim.entity;
  const own = ownTerms(said);
  const text = termsOf(bench, issuer, claim.status, [
    said,
    ...bench.others.map(({ id, claim: body }) => ({ id, kind: 'claim' as const, body })),
  ]);
  const inText = complete({ ...text, ...own }) ?? undefined;
  if (inText !== undefined && involves(inText, said.id)) return opinionOf(bench, inText, 'in the text', true);
  for (const statements of togetherWith(bench, said)) {
    const theirs = termsOf(
      bench,
      issuer,
      claim.status,
      statements.map(({ id, kind, body }) => ({ id, kind, body })),
    );
    const terms = complete({ ...theirs, ...own });
    const [first] = statements;
    if (terms === undefined || first === undefined) continue;
    return opinionOf(bench, terms, `with what others report (${knownBy(first)})`, false);
  }
  return undefined;
}

const involves = ({ pre, raised, post }: Required<Terms>, id: string): boolean =>
  [pre, raised, post].some((figure) => figure?.id === id);

function complete(terms: Terms): { pre: Figure; raised: Figure; post: Figure } | undefined {
  const { pre, raised, post } = terms;
  if (pre === undefined || raised === undefined || post === undefined) return undefined;
  const currency = pre.amount.currency;
  return raised.amount.currency === currency && post.amount.currency === currency
    ? { pre, raised, post }
    : undefined;
}

/** What the claim itself says of the three. */
function ownTerms({ id, claim }: LedgerClaim): Terms {
  const figure = (amount: StatedAmount | undefined): Figure | undefined =>
    amount === undefined ? undefined : { amount, kind: 'claim', id };
  const given = (terms: Terms): Terms =>
    Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined));
  if (claim.type === 'valuation') {
    return given({
      pre: claim.basis === 'pre' ? figure(claim.amount) : undefined,
      post: claim.basis === 'post' ? figure(claim.amount) : undefined,
    });
  }
  if (claim.type !== 'round') return {};
  return given({
    pre: figure(claim.pre_money),
    raised: figure(claim.amount),
    post: figure(claim.post_money),
  });
}

type Said = Pick<Statement, 'id' | 'kind' | 'body'>;

/** The three of one company, of a deal as far along, where those who say it give one figure each and no more. */
function termsOf(
  bench: Bench,
  issuer: string,
  status: DealStatus,
  said: readonly (Said | LedgerClaim)[],
): Terms {
  const found: { pre: Figure[]; raised: Figure[]; post: Figure[] } = { pre: [], raised: [], post: [] };
  for (const one of said) {
    const body = 'body' in one ? one.body : one.claim;
    const figure = (amount: StatedAmount): Figure => ({
      amount,
      id: one.id,
      kind: 'kind' in one ? one.kind : 'claim',
    });
    if (body.type === 'valuation' && sameParty(bench, body.entity, issuer)) {
      if (isOpen(body.status) !== isOpen(status) || body.status === 'abandoned') continue;
      if (body.basis === 'pre') found.pre.push(figure(body.amount));
      if (body.basis === 'post') found.post.push(figure(body.amount));
    }
    if (body.type === 'round' && sameParty(bench, body.issuer, issuer)) {
      if (isOpen(body.status) !== isOpen(status) || body.status === 'abandoned') continue;
      if (moneyOf(body) !== undefined && moneyOf(body) !== 'primary') continue;
      if (body.amount !== undefined) found.raised.push(figure(body.amount));
      if (body.pre_money !== undefined) found.pre.push(figure(body.pre_money));
      if (body.post_money !== undefined) found.post.push(figure(body.post_money));
    }
  }
  const only = (figures: readonly Figure[]): Figure | undefined => {
    const [first] = figures;
    const isOne = figures.every(
      ({ amount }) =>
        first !== undefined &&
        amount.currency === first.amount.currency &&
        headlineValue(amount).equals(headlineValue(first.amount)),
    );
    return isOne ? first : undefined;
  };
  return { pre: only(found.pre), raised: only(found.raised), post: only(found.post) };
}

/** What another text, or one fact, says of the company's deal of about then; the latest first. */
function togetherWith(bench: Bench, { claim }: LedgerClaim): readonly (readonly Statement[])[] {
  const groups = new Map<string, Statement[]>();
  for (const one of bench.statements) {
    if (one.denied || (one.body.type !== 'valuation' && one.body.type !== 'round')) continue;
    if (!isTimely(bench, claim, one)) continue;
    const key = one.sourceId ?? one.id.split('#')[0] ?? one.id;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].reverse();
}

function opinionOf(
  bench: Bench,
  { pre, raised, post }: { pre: Figure; raised: Figure; post: Figure },
  where: string,
  isOfText: boolean,
): Contribution | undefined {
  const { builder } = bench;
  const unit = post.amount.currency;
  const nodeOf = (label: string, { amount, kind, id }: Figure): string =>
    amountNode(bench, label, amount, [{ kind, id }]);
  const sum = builder.formula({
    label: 'before the money plus new money',
    unit,
    operator: 'add',
    operands: [nodeOf('worth before the money', pre), nodeOf('new money', raised)],
  });
  const rest = builder.formula({
    label: 'worth after the money, as stated, less the sum',
    unit,
    operator: 'subtract',
    operands: [nodeOf('worth after the money, as stated', post), sum],
  });
  const bounds = builder.boundsOf(sum);
  const [a, b] = [boundsOf(pre.amount), boundsOf(raised.amount)];
  if (a.low === undefined || b.low === undefined || bounds.low === undefined) return undefined;
  const isOpenEnded =
    a.high === undefined || b.high === undefined || !a.low.equals(a.high) || !b.low.equals(b.high);
  if (isOpenEnded) return undefined;
  const total: StatedAmount = {
    currency: unit,
    value: bounds.low,
    qualifier: bounds.vague ? 'about' : 'exact',
  };
  const written = `${formatAmount(pre.amount)} before the money and ${formatAmount(raised.amount)} of new money make ${formatBounds(bounds, unit)} after it`;
  const evidence = [...new Set([pre.id, raised.id, post.id])];
  const agreement = agreementOf(total, post.amount);
  if (agreement === 'compatible') return undefined;
  const isRight = agreement === 'agrees';
  const summary = isRight
    ? `The figures agree ${where}: ${written}.`
    : `The figures do not agree ${where}: ${written}, and not ${formatAmount(post.amount)}.`;
  const isOwn = evidence.length === 1;
  // The two others may be of another stage of the talks: they do not refute.
  const wrong = isOwn ? 'contradicted' : isOfText ? 'mixed' : 'cannot_tell';
  return {
    check: 'valuation',
    verdict: isRight ? 'supported' : wrong,
    summary,
    findings: [{ text: summary, node: rest, evidence }],
  };
}
