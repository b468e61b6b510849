export { ByteInput } from './byte-input.ts';
export {
  type ArchivedDocument,
  type ArchiveEvent,
  beginsArchive,
  beginsGzip,
  readArchive,
} from './read-archive.ts';
export { undoEncodings } from './undo-encodings.ts';
