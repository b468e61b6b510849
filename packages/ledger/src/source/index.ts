export {
  type Box,
  type ByteSegments,
  DOCUMENT_FORMATS,
  type DocumentFormat,
  type Original,
  type OriginalPlace,
  type PageSegments,
  type Segments,
} from './original.ts';
export { placesOf } from './places-of.ts';
export { rankOfTier, type Source, TIERS, type Tier } from './source.ts';
