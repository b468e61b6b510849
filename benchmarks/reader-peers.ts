import { Parser } from 'htmlparser2';
import { parse } from 'parse5';
import { WARCParser } from 'warcio';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

/** wink-nlp with all its steps: tokens, sentences, negation, sentiment, parts of speech, entities. Gives the number of entities. */
export function winkFull(): (texts: readonly string[]) => number {
  const nlp = winkNLP(model);
  return (texts) => texts.reduce((sum, text) => sum + nlp.readDoc(text).entities().length(), 0);
}

/** compromise, asked for its organisations and sums. */
export async function compromise(): Promise<(texts: readonly string[]) => number> {
  const { default: nlp } = await import('compromise');
  return (texts) =>
    texts.reduce((sum, text) => {
      const read = nlp(text);
      return sum + read.organizations().length + read.match('#Money').length;
    }, 0);
}

/** parse5 builds the tree of each page. */
export const parse5Bare = (pages: readonly string[]): number =>
  pages.reduce((sum, page) => sum + parse(page).childNodes.length, 0);

/** htmlparser2 hands over the text of each page, piece by piece. */
export const htmlparser2Text = (pages: readonly string[]): number =>
  pages.reduce((sum, page) => {
    let length = 0;
    const parser = new Parser({
      ontext: (piece) => {
        length += piece.length;
      },
    });
    parser.write(page);
    parser.end();
    return sum + length;
  }, 0);

/** As much as a file is read at a time: in one piece, warcio would copy what is left of the archive for every record. */
const PIECE = 64 * 1024;

function* piecesOf(archive: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < archive.length; from += PIECE) yield archive.subarray(from, from + PIECE);
}

/** warcio goes through the records and reads each body to text. */
export async function warcioBare(archive: Uint8Array): Promise<number> {
  let length = 0;
  for await (const record of new WARCParser(piecesOf(archive))) length += (await record.contentText()).length;
  return length;
}

/**
 * The limit: one expression with all that a sum, a share or a round begins with, over the whole text. Whoever reads
 * financings out of a text has to look for these at least.
 */
export function anchorScan(texts: readonly string[]): number {
  const anchor = /[$€£¥]\s?\d|\d\s?%|\b(?:million|billion|trillion|crore|lakh)\b|\bSeries [A-Z]\b/g;
  let found = 0;
  for (const text of texts) {
    anchor.lastIndex = 0;
    while (anchor.test(text)) found += 1;
  }
  return found;
}
