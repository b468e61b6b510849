export { type FetchedDocument, type Fetcher, fetcher, publicOnly } from './fetch-document.ts';
export type { FetchPolicy } from './one-request.ts';
export { urlStreams } from './url-streams.ts';
