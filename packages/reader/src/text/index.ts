export { type DocumentParts, type Line, partsOfDocument } from './document.ts';
export { type Sentence, sentencesOf } from './sentences.ts';
