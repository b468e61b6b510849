import { formatAmount, formatQuantity } from '@tranche/core/display';
import { headlineValue, type StatedAmount } from '@tranche/core/money';
import type { ClaimBody, LedgerClaim, MoneyKind } from '../claim/index.ts';
import { agreementOf, amountOfBody, moneyOf } from '../compare/index.ts';
import { kindOfWords } from '../deal/grouping/money-kind.ts';
import { rankOfTier } from '../source/index.ts';
import type { Statement } from '../statement/index.ts';
import { amountNode, type Bench, groundsOf, sameParty } from './bench.ts';
import { capital, clauseOf, withArticle } from './clause.ts';
import { comparisonsOf } from './comparison.ts';
import { isTimely } from './matching.ts';
import type { Contribution } from './verdict.ts';
import { knownBy } from './words.ts';

const MONEY_WORDS: Readonly<Record<MoneyKind, string>> = {
  primary: 'new money to the company',
  secondary: 'a purchase from holders, which brings the company no money',
  debt: 'borrowed money',
  grant: 'a grant',
};

/** Words that call a payment new money to the company. */
const NEW_MONEY =
  /\b(funding|financing|investment|fundraising|capital) (round|deal)\b|\bfunding\b|\bfinancing\b|\brais(e|ed|es|ing)\b/i;

/**
 * Checks what kind of money a round or investment was, where others tell of the same amount, parties and time.
 * A claim that calls it a financing, or new money, is contradicted when all who tell of that amount call it
 * another kind; one that does not say is mixed: right in its amount, silent on what matters.
 */
export function checkMoneyKind(bench: Bench, { id, claim }: LedgerClaim): Contribution | undefined {
  if (claim.type !== 'round' && claim.type !== 'investment') return undefined;
  const own = amountOfBody(claim);
  if (own === undefined || claim.status === 'abandoned') return undefined;
  if (isCalledSecondary(bench, claim, own)) return undefined;
  const said =
    moneyOf(claim) ?? (claim.type === 'round' || NEW_MONEY.test(claim.quote) ? 'primary' : undefined);
  const same = ofSameAmount(bench, claim, own);
  const telling = vouchedFor(same).filter(({ body }) => kindSaid(body) !== undefined);
  const kinds = new Set(telling.map(({ body }) => kindSaid(body)));
  const [kind] = kinds;
  if (kinds.size !== 1 || kind === undefined || kind === said || kind === 'primary') return undefined;
  const [best] = telling;
  const amount = best === undefined ? undefined : amountOfBody(best.body);
  if (best === undefined || amount === undefined) return undefined;
  const node = amountNode(bench, 'as reported', amount, groundsOf(best), { basis: kind });
  const instrument = telling
    .map(({ body }) => (body.type === 'round' ? body.instrument : undefined))
    .find(Boolean);
  const called = `${instrument === undefined ? '' : `${withArticle(instrument)}, `}${MONEY_WORDS[kind]}`;
  const findings = telling.map((one) => ({
    text: `${capital(clauseOf(one.body))} (${knownBy(one)}).`,
    node,
    evidence: [one.id],
  }));
  const [first, ...rest] = findings;
  const note = best.note === undefined ? [] : [{ text: best.note, evidence: [best.id] }];
  const all = first === undefined ? [] : [{ ...first, evidence: [...first.evidence, id] }, ...rest, ...note];
  const sum = formatQuantity(headlineValue(own), own.currency);
  const reported = `${instrument === undefined ? '' : `${withArticle(instrument)} of `}${formatAmount(amount)}, ${MONEY_WORDS[kind]}`;
  const opinion = { check: 'money_kind', findings: all, decisive: true } as const;
  return said === undefined
    ? { ...opinion, verdict: 'mixed', summary: `The ${sum} was ${called}; the text does not say so.` }
    : {
        ...opinion,
        verdict: 'contradicted',
        summary: `The ${sum} was not ${MONEY_WORDS[said]}: reported was ${reported}.`,
      };
}

/** Whether the text itself says that holders sell: in the quote, or in another claim of the same amount. */
function isCalledSecondary(bench: Bench, claim: LedgerClaim['claim'], own: StatedAmount): boolean {
  if (kindOfWords(claim.quote) === 'secondary') return true;
  return bench.others.some(({ claim: other }) => {
    const amount = amountOfBody(other);
    return moneyOf(other) === 'secondary' && amount !== undefined && agreementOf(own, amount) === 'agrees';
  });
}

/** What names no source of its own may repeat an error: it counts only where nothing better is at hand. */
function vouchedFor(statements: readonly Statement[]): readonly Statement[] {
  const better = statements.filter(({ tier }) => rankOfTier(tier) < rankOfTier('relay'));
  return better.length > 0 ? better : statements;
}

/** A round of which no kind is said is one of new money; a payment of which none is said can be any. */
const kindSaid = (body: ClaimBody): MoneyKind | undefined =>
  moneyOf(body) ?? (body.type === 'round' ? 'primary' : undefined);

/** Rounds and investments of the same amount; a round counts if the claim's investor takes part in it. */
function ofSameAmount(
  bench: Bench,
  claim: LedgerClaim['claim'],
  own: NonNullable<ReturnType<typeof amountOfBody>>,
): readonly Statement[] {
  const direct = comparisonsOf(bench, { ...withoutMoney(claim) }, own)
    .filter(({ agreement }) => agreement === 'agrees')
    .map(({ statement }) => statement);
  const ids = new Set(direct.map(({ id }) => id));
  const investors =
    claim.type === 'round'
      ? [...claim.leads, ...claim.participants]
      : 'investor' in claim
        ? [claim.investor]
        : [];
  const issuer = 'issuer' in claim ? claim.issuer : undefined;
  const across = bench.statements.filter(({ id, body, denied }) => {
    if (denied || ids.has(id) || issuer === undefined || body.type === claim.type) return false;
    if (body.type !== 'round' && body.type !== 'investment') return false;
    const theirs = amountOfBody(body);
    const names = body.type === 'round' ? [...body.leads, ...body.participants] : [body.investor];
    const meets =
      investors.length === 0 || names.some((name) => investors.some((one) => sameParty(bench, name, one)));
    return (
      sameParty(bench, body.issuer, issuer) &&
      meets &&
      theirs?.currency === own.currency &&
      agreementOf(own, theirs) === 'agrees'
    );
  });
  return [...direct, ...across.filter((one) => isTimely(bench, claim, one))];
}

function withoutMoney(claim: ClaimBody): ClaimBody {
  if (claim.type !== 'round' && claim.type !== 'investment') return claim;
  const { money, ...rest } = claim;
  if (rest.type === 'investment') return rest;
  const { instrument, ...round } = rest;
  return round;
}
