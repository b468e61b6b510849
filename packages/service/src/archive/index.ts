export { ByteInput } from './byte-input.ts';
export {
  type ArchivedDocument,
  type ArchiveEvent,
  beginsArchive,
  beginsGzip,
  isOpened,
  readArchive,
} from './read-archive.ts';
export { undoEncodings } from './undo-encodings.ts';
