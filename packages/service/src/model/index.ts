export { askDealFile, type FileProceeds, proceedsOfDealFile } from './ask-deal-file.ts';
export { type DealFileContent, ledgerOf, loadDealFile, type WithFailures } from './deal-file-ledger.ts';
export { type Modelled, modelDealFile, selectDeal } from './model-deal-file.ts';
