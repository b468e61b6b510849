export { attributionIn } from './attribution.ts';
export {
  type ClauseParts,
  hedgesIn,
  isContradicted,
  isDenied,
  isRejected,
  isSoft,
  looksForward,
  statusByWords,
  statusOfClause,
} from './status.ts';
