import { Derivation } from '../formula/index.ts';
import { ok, type Result } from '../result/index.ts';
import { type Claim, claimantOf, claimsOf } from './claims.ts';
import type { PayoffTable } from './payoff.ts';
import { checkSecurities, type ExitSecurities } from './securities.ts';
import { type SolvedWaterfall, solveWaterfall } from './solve.ts';

/** The claims of securities, derived on `sheet`, and their exit solved for all net proceeds at once. */
export interface Exit {
  readonly claims: readonly Claim[];
  readonly solved: SolvedWaterfall;
}

/** The exit of checked securities. Fails: NO_SOLUTION, as `claimsOf` and `solveWaterfall`. */
export function exitOf(securities: ExitSecurities, sheet: Derivation): Result<Exit> {
  const claims = claimsOf(securities, sheet);
  if (!claims.ok) return claims;
  const solved = solveWaterfall(claims.value.map(claimantOf));
  return solved.ok ? ok({ claims: claims.value, solved: solved.value }) : solved;
}

/**
 * What each class, option and SAFE gets as a function of net proceeds. Exact.
 * Fails: as `checkSecurities`, then NO_SOLUTION.
 */
export function payoffOf(securities: ExitSecurities): Result<PayoffTable> {
  const checked = checkSecurities(securities);
  if (!checked.ok) return checked;
  const exit = exitOf(securities, new Derivation());
  return exit.ok ? ok(exit.value.solved.table) : exit;
}
