export { round } from './round.ts';
export type {
  Basis,
  CapBase,
  Convertible,
  Holding,
  HoldingProtection,
  Pool,
  PoolMode,
  PricingMethod,
  RoundInput,
  RoundOutput,
  RoundPrice,
  RoundRounding,
  ValuationCap,
} from './types.ts';
