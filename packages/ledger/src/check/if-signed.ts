import { formatAmount, formatBounds } from '@tranche/core/display';
import { boundsOf, type StatedAmount } from '@tranche/core/money';
import type { LedgerClaim, RankClaim } from '../claim/index.ts';
import { isOpen } from '../compare/index.ts';
import { amountNode, type Bench, othersOfType, sameParty, statementsOfType } from './bench.ts';
import { graft } from './graft.ts';
import { positionOf } from './position.ts';
import { rankingOf, rivalsOf, rowOf, type Standing } from './standing.ts';
import type { Finding } from './verdict.ts';
import { listed } from './words.ts';

/** The ranking by committed money once the deal of the document is added to what the subject has committed. */
export function ifSigned(
  bench: Bench,
  claim: RankClaim,
  issuer: string,
): Pick<Standing, 'leads' | 'findings'> | undefined {
  const planned = plannedAmount(bench, claim, issuer);
  const ranking = rankingOf(bench, issuer, 'committed', bench.spokenOn);
  if (planned === undefined || planned.amount.currency !== ranking?.unit) return undefined;
  const { builder } = bench;
  const { subject } = claim;
  const unit = ranking.unit;
  const mine = rowOf(bench, ranking, subject);
  const before = mine === undefined ? [] : [graft(builder, ranking.graph, mine.node)];
  const grounds = [{ kind: planned.kind, id: planned.id }];
  const whole = amountNode(bench, `planned by ${subject}`, planned.amount, grounds, { basis: 'not signed' });
  const shared = passedOn(bench, subject, issuer, unit);
  const own =
    shared === undefined
      ? whole
      : builder.formula({
          label: `planned by ${subject}, less what may be passed on`,
          unit,
          basis: 'not signed',
          operator: 'subtract',
          operands: [whole, shared.node],
        });
  const total = builder.formula({
    label: `committed by ${subject}, if the deal is signed`,
    unit,
    basis: 'committed',
    operator: 'add',
    operands: [...before, own],
  });
  const rivals = rivalsOf(bench, ranking, claim).map((rival) => positionOf(bench, ranking, rival));
  const { low, high } = builder.boundsOf(total);
  const answers = rivals.map(({ least, most }): boolean | undefined => {
    if (low !== undefined && most !== undefined && low.compare(most) > 0) return true;
    return high !== undefined && least !== undefined && least.compare(high) >= 0 ? false : undefined;
  });
  const leads = answers.length === 0 ? undefined : decided(answers);
  const names = listed(rivals.slice(0, 3).map(({ party }) => party));
  const text = formatBounds(builder.boundsOf(total), unit);
  return {
    leads,
    findings: [
      {
        text: `If the deal is signed ${subject} has committed ${text}${names === '' ? '' : `, beside ${names}`}.`,
        node: total,
        evidence: [planned.id, ...(mine?.statements ?? [])],
      },
      ...(shared === undefined ? [] : [shared]),
    ],
  };
}

/** Behind one is behind; ahead only of all. */
function decided(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/** Of several sums of one deal the one that says most: what it cannot be below. */
const tellsMost = (one: LedgerClaim['claim'], other: LedgerClaim['claim']): number => {
  const [a, b] = [one, other].map((body) => {
    const amount = 'amount' in body ? body.amount : undefined;
    return amount === undefined ? undefined : boundsOf(amount).low;
  });
  return a === undefined || b === undefined
    ? (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0)
    : b.compare(a);
};

/** What the subject is to put in, by the document; else by others. */
export function plannedAmount(
  bench: Bench,
  claim: RankClaim,
  issuer: string,
): { readonly kind: 'claim' | 'fact'; readonly id: string; readonly amount: StatedAmount } | undefined {
  const own = othersOfType(bench, 'investment')
    .filter(({ claim: one }) => isOpen(one.status) && sameParty(bench, one.investor, claim.subject))
    .filter(({ claim: one }) => sameParty(bench, one.issuer, issuer) && one.amount !== undefined)
    .sort((one, other) => tellsMost(one.claim, other.claim))
    .at(0);
  if (own?.claim.amount !== undefined) return { kind: 'claim', id: own.id, amount: own.claim.amount };
  const led = othersOfType(bench, 'round')
    .filter(({ claim: one }) => isOpen(one.status) && sameParty(bench, one.issuer, issuer))
    .find(({ claim: one }) => one.leads.some((lead) => sameParty(bench, lead, claim.subject)));
  if (led?.claim.amount !== undefined) return { kind: 'claim', id: led.id, amount: led.claim.amount };
  const reported = statementsOfType(bench, 'investment')
    .filter(({ body }) => isOpen(body.status) && sameParty(bench, body.investor, claim.subject))
    .filter(({ body }) => sameParty(bench, body.issuer, issuer))
    .sort((one, other) => (one.knownFrom > other.knownFrom ? -1 : 1))
    .find(({ body }) => body.amount !== undefined);
  if (reported?.body.amount === undefined) return undefined;
  return { kind: reported.kind, id: reported.id, amount: reported.body.amount };
}

/** What of the amount may come from co-investors, and is then their money. */
function passedOn(
  bench: Bench,
  investor: string,
  issuer: string,
  unit: string,
): (Finding & { readonly node: string }) | undefined {
  const last = statementsOfType(bench, 'syndication')
    .filter(({ body }) => sameParty(bench, body.investor, investor) && sameParty(bench, body.issuer, issuer))
    .filter(({ body }) => isOpen(body.status) && body.amount?.currency === unit)
    .filter((one) => one.knownFrom <= bench.spokenOn)
    .at(-1);
  if (last?.body.amount === undefined) return undefined;
  const { id, kind, body } = last;
  const amount = { ...last.body.amount, qualifier: 'up_to' } as const;
  const node = amountNode(bench, `may be passed on by ${investor}`, amount, [{ kind, id }]);
  const text = `Of the deal ${investor} may pass on ${formatAmount(body.amount ?? amount)} to co-investors, whose money it would be.`;
  return { text, node, evidence: [id] };
}
