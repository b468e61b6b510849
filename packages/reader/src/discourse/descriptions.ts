import { isPassed, type ReadSentence } from '../frame/index.ts';
import { COMPANY_NOUNS, type Party, PLACES } from '../party/index.ts';

const WORD = "[\\p{L}\\d][\\p{L}\\d’'-]*";
/** "Jerusalem-based antibody developer" before a name: the words up to one that joins clauses. */
const BEFORE = new RegExp(`(?:(?:^|[ "“(])(?:${WORD} ){1,6})$`, 'u');
/** ", a Danish maker of heat pumps," behind one. */
const BEHIND = new RegExp(
  `^(?: \\([^)]{1,40}\\))?,? (?:an?|the|is an?|one of the) ((?:${WORD},? ){0,7}(?:${COMPANY_NOUNS}|bank|group|giant|conglomerate|store|foundation))(?=[,.;:)”"]|$| (?:that|which|who|behind|based|in|of|from|for|founded|focused|with|whose|and)(?!\\p{L}))`,
  'u',
);
/** ", based in Jerusalem," says the same as "Jerusalem-based". */
const BASED = /^,? (?:which is |is )?(?:based|headquartered) in (\p{Lu}[\p{L}’'-]+)/u;
const JOINS =
  /^(?:by|with|from|to|in|for|of|and|while|as|but|when|after|before|where|whose|that|which|who|than|is|was|are|were|has|have|had|will|would|said|says|at|on|the|an?|its|their|his|her|our|into|backed|including|like|rival|fellow|other|another|former|raised|led)$/i;
const REACH = 90;

/**
 * What a text calls its parties, in lower case: "payments", "swedish", "berlin-based", "fintech". "The Swedish fintech"
 * then means the one that was called so.
 */
export function descriptionsIn(text: string, read: Iterable<ReadSentence>): Map<Party, Set<string>> {
  const found = new Map<Party, Set<string>>();
  for (const sentence of read) {
    const refs = isPassed(sentence) ? sentence.names : sentence.parties.flat();
    for (const { party, span } of refs) {
      if (party === undefined || party.kind !== 'organisation') continue;
      const before = BEFORE.exec(text.slice(Math.max(sentence.start, span[0] - REACH), span[0]))?.[0];
      const behind = BEHIND.exec(text.slice(span[1], Math.min(sentence.end, span[1] + REACH)))?.[1];
      const place = BASED.exec(text.slice(span[1], Math.min(sentence.end, span[1] + REACH)))?.[1];
      const words = [
        ...(place === undefined ? [] : [`${place}-based`]),
        ...describing(before),
        ...(behind ?? '').split(/,? /),
      ].filter((word) => !JOINS.test(word));
      if (words.length === 0) continue;
      const known = found.get(party) ?? new Set();
      for (const word of words) known.add(plain(word));
      found.set(party, known);
    }
  }
  return found;
}

/** The words before a name that describe it: small ones and places, from the last word that joins clauses on. */
function describing(before: string | undefined): string[] {
  const words = (before ?? '').trim().split(' ');
  const from = words.findLastIndex((word) => JOINS.test(word)) + 1;
  const own = words.slice(from);
  return own.length > 0 && own.every(isDescribing) ? own.filter((word) => word !== '') : [];
}

const isDescribing = (word: string): boolean =>
  /^\p{Ll}|^\p{Lu}+$|-/u.test(word) ||
  PLACES.has(word.toLowerCase().replace(/[’']s$/, '')) ||
  /^\p{Lu}\p{Ll}+(?:[’']s|an|ese|ish)$/u.test(word);

const plain = (word: string): string => word.toLowerCase().replace(/[’']s$/, '');
