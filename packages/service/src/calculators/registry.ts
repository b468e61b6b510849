import type { Calculator } from '../calculator/index.ts';
import { antiDilutionCalculator } from './anti-dilution.ts';
import { capTableCalculator } from './cap-table.ts';
import { capitalCallCalculator } from './capital-call.ts';
import { cappedProfitCalculator } from './capped-profit.ts';
import { contractValueCalculator } from './contract-value.ts';
import { convertMoneyCalculator } from './convert-money.ts';
import { fundWaterfallCalculator } from './fund-waterfall.ts';
import { ipoRatchetCalculator } from './ipo-ratchet.ts';
import { lookThroughCalculator } from './look-through.ts';
import { opmCalculator } from './opm.ts';
import { payToPlayCalculator } from './pay-to-play.ts';
import { returnsCalculator } from './returns.ts';
import { roundCalculator } from './round.ts';
import { splitCalculator } from './split.ts';
import { tenderCalculator } from './tender.ts';
import { tranchedRoundCalculator } from './tranched-round.ts';
import { vestingCalculator } from './vesting.ts';
import { waterfallCalculator } from './waterfall.ts';

/** Every calculator, in the order of the alphabet. */
export const CALCULATORS: readonly Calculator[] = [
  antiDilutionCalculator,
  capTableCalculator,
  capitalCallCalculator,
  cappedProfitCalculator,
  contractValueCalculator,
  convertMoneyCalculator,
  fundWaterfallCalculator,
  ipoRatchetCalculator,
  lookThroughCalculator,
  opmCalculator,
  payToPlayCalculator,
  returnsCalculator,
  roundCalculator,
  splitCalculator,
  tenderCalculator,
  tranchedRoundCalculator,
  vestingCalculator,
  waterfallCalculator,
];

const BY_NAME = new Map(CALCULATORS.map((calculator) => [calculator.name, calculator]));

export const calculatorNamed = (name: string): Calculator | undefined => BY_NAME.get(name);
