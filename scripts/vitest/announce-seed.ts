import { FAST_CHECK_SEED } from './seed.ts';

/** Prints the seed once per run, so that a failing property can be run again. */
export function setup(): void {
  console.log(`fast-check seed ${FAST_CHECK_SEED}`);
}
