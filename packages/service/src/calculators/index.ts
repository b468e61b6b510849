import type { Calculator } from '../calculator/index.ts';
import { capTableCalculator } from './cap-table.ts';
import { cappedProfitCalculator } from './capped-profit.ts';
import { convertMoneyCalculator } from './convert-money.ts';
import { roundCalculator } from './round.ts';

/** Every calculator, in the order of the alphabet. */
export const CALCULATORS: readonly Calculator[] = [
  capTableCalculator,
  cappedProfitCalculator,
  convertMoneyCalculator,
  roundCalculator,
];

const BY_NAME = new Map(CALCULATORS.map((calculator) => [calculator.name, calculator]));

export const calculatorNamed = (name: string): Calculator | undefined => BY_NAME.get(name);
