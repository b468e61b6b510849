export { contentTypeOf, type HttpResponse, httpResponseOf, withoutChunks } from './http-response.ts';
export { type Damage, placeText, type RecordPlace, type WarcEvent, type WarcRecord } from './record.ts';
export { type ArchiveChunk, type WarcLimits, type WarcWalker, warcWalker } from './walk-warc.ts';
