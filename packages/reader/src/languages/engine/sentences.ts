import { normalLine } from './normal-line.ts';

/** Longer stretches are cut, so that the work per sentence stays bounded. */
const SENTENCE_LIMIT = 900;
const ENDING = /[。！？!?…]["”」』»)]*|\.["”»)]*(?=\s|$)|;(?=\s|[\p{Script=Han}])/gu;
const ABBREVIATION =
  /(?:^|[^\p{L}])(?:\d{1,2}|Mio|Mrd|Tsd|Bio|ca|bzw|Dr|Prof|Nr|St|z|B|u|a|d|h|M|Mme|env|etc|Inc|Corp|Ltd|Co|vs|rd|evtl|inkl|sog|usw|\p{Lu})$/u;

/** The sentences of a line, as ranges of the stored text. */
export function sentencesIn(text: string, start: number, end: number): { start: number; end: number }[] {
  const line = normalLine(text, start, end);
  const found: { start: number; end: number }[] = [];
  let from = 0;
  const add = (to: number): void => {
    for (let at = from; at < to; at += SENTENCE_LIMIT) {
      const stop = Math.min(to, at + SENTENCE_LIMIT);
      if (line.text.slice(at, stop).trim() === '') continue;
      const [first] = line.origin(at, at + 1);
      const [, last] = line.origin(stop - 1, stop);
      found.push({ start: first, end: last });
    }
    from = to;
  };
  for (const match of line.text.matchAll(ENDING)) {
    const isPoint = match[0].startsWith('.');
    if (isPoint && endsShort(line.text.slice(0, match.index), line.text.slice(match.index + match[0].length)))
      continue;
    add(match.index + match[0].length);
  }
  add(line.text.length);
  return found;
}

/** "Mio. Euro", "28. November": the point belongs to the word. A year before a point ends its sentence. */
function endsShort(before: string, after: string): boolean {
  if (after.trim() === '') return false;
  return ABBREVIATION.test(before.slice(-12));
}
