import { formatAmount, formatBounds } from '@tranche/core/display';
import type { StatedAmount } from '@tranche/core/money';
import { addDays } from '@tranche/core/time';
import type { RankClaim } from '../claim/index.ts';
import { isDone } from '../compare/index.ts';
import { amountNode, type Bench, othersOfType, sameParty, statementsOfType } from './bench.ts';
import { plannedAmount } from './if-signed.ts';
import { positionOf } from './position.ts';
import { rankingOf, rivalsOf, type Standing } from './standing.ts';
import { listed } from './words.ts';

/** A valuation talked about this long before or after the document is not that of its deal. */
const SAME_DEAL_DAYS = 200;

/**
 * The share that a planned amount would buy, beside the shares of the named rivals. It leaves out what the subject
 * may hold already, so that it can show that a rival stays ahead and not that the subject leads; without a
 * valuation of the deal it is open.
 */
export function stakeIfSigned(
  bench: Bench,
  claim: RankClaim,
  issuer: string,
): Pick<Standing, 'leads' | 'findings'> {
  const planned = plannedAmount(bench, claim, issuer);
  const ranking = rankingOf(bench, issuer, 'stake', bench.spokenOn);
  const worth = valuationOfDeal(bench, issuer);
  if (planned === undefined || ranking === undefined || worth === undefined)
    return { leads: undefined, findings: [] };
  if (worth.amount.currency !== planned.amount.currency) return { leads: undefined, findings: [] };
  const { builder } = bench;
  const node = builder.formula({
    label: `stake that ${claim.subject} would buy`,
    unit: 'fraction',
    basis: 'of post-money, what it holds already left out',
    operator: 'divide',
    operands: [
      amountNode(bench, `planned by ${claim.subject}`, planned.amount, [planned]),
      amountNode(bench, `post-money of ${issuer}, not signed`, worth.amount, [worth]),
    ],
  });
  const bought = builder.boundsOf(node);
  const rivals = rivalsOf(bench, ranking, claim).map((rival) => positionOf(bench, ranking, rival));
  const isBehind = rivals.some(
    ({ least }) => least !== undefined && bought.high !== undefined && bought.high.compare(least) < 0,
  );
  const ahead = rivals.filter(({ least }) => least !== undefined).slice(0, 3);
  const beside = ahead.length === 0 ? '' : `, beside the stake of ${listed(ahead.map(({ party }) => party))}`;
  const text = `At ${formatAmount(worth.amount)} after the money the deal would buy ${claim.subject} ${formatBounds(bought, 'fraction')}${beside}.`;
  return {
    leads: isBehind ? false : undefined,
    findings: [{ text, node, evidence: [planned.id, worth.id] }],
  };
}

/** What the company is to be worth after the deal: by the text, else by what was last said about then. */
function valuationOfDeal(
  bench: Bench,
  issuer: string,
): { readonly kind: 'claim' | 'fact'; readonly id: string; readonly amount: StatedAmount } | undefined {
  const own = othersOfType(bench, 'valuation').find(
    ({ claim }) => claim.basis === 'post' && !isDone(claim.status) && sameParty(bench, claim.entity, issuer),
  );
  if (own !== undefined) return { kind: 'claim', id: own.id, amount: own.claim.amount };
  const [from, to] = [addDays(bench.spokenOn, -SAME_DEAL_DAYS), addDays(bench.spokenOn, SAME_DEAL_DAYS)];
  const last = statementsOfType(bench, 'valuation')
    .filter(({ body }) => body.basis === 'post' && sameParty(bench, body.entity, issuer))
    .filter(({ body }) => !isDone(body.status) && body.status !== 'abandoned')
    .filter(({ knownFrom }) => knownFrom >= from && knownFrom <= to)
    .sort((one, other) => (one.knownFrom < other.knownFrom ? -1 : 1))
    .at(-1);
  return last === undefined ? undefined : { kind: last.kind, id: last.id, amount: last.body.amount };
}
