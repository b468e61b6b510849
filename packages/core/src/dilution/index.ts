export {
  type AdjustedSeries,
  type AntiDilution,
  type AntiDilutionInput,
  antiDilution,
  type ProtectedSeries,
} from './anti-dilution.ts';
export {
  type PayToPlay,
  type PayToPlayHolder,
  type PayToPlayInput,
  type PlayedHolder,
  payToPlay,
} from './pay-to-play.ts';
