export { type DealFileContent, ledgerOf, loadDealFile, type WithFailures } from './deal-file-ledger.ts';
export { modelDealFile, selectDeal } from './model-deal-file.ts';
