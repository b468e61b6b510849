import type { Attribution, Claim } from '@tranche/ledger/claim';
import { foldedName, isNewsKind, newsNames, publisherNamed } from '@tranche/ledger/origin';
import { namesIn } from '@tranche/ledger/party';
import { type Sentence, sentencesOf } from '../text/index.ts';
import { matchesIn } from '../words/index.ts';

/** A name in capitals, up to six words: "The Wall Street Journal", "21st Century Business Herald". */
const NAME = String.raw`(?:The |the )?(?:[\p{Lu}\d][\p{L}\d.'’&-]*)(?:\s(?:(?:of|and|the|de|della|e)\s)?[\p{Lu}\d][\p{L}\d.'’&-]*){0,5}`;

/** Before the name of an outlet: its report is passed on, or somebody spoke to it. */
const PASSED_ON = new RegExp(
  String.raw`\b(?:(?:[Aa]ccording to|[Cc]iting|[Cc]ited by|[Rr]eported by|[Pp]er|[Tt]old|[Ii]nterview with|[Rr]eport (?:by|in|from)|[Ww]rites|[Ll]aut|[Bb]erichtet|[Bb]erichten|[Ss]elon|[Ss]egún|[Ss]econdo|[Ss]egundo)\s+(?:(?:a|an|the|der|die|das|le|la|les|el|il|o|l['’])\s*)?(?:reports? (?:by|in|from) (?:the )?)?)(${NAME})`,
  'gu',
);
/** After it: it reports. */
const REPORTS = new RegExp(
  String.raw`(${NAME})(?:['’]s?)? (?:(?:has |had |have |first |also |earlier |previously )*(?:reported|reports|report|said|says|wrote|writes|learned|revealed|noted|berichtete|berichtet|rapporte|informa|informó|riporta)\b)`,
  'gu',
);
/** Chinese, Japanese and Korean, where no space sets a name apart. */
const UNSPACED =
  /(?:据|根据|援引|引述)\s*[《「]?([\p{L}\d ]{2,20}?)[》」]?(?:的?报道|报导|消息|援引)|[《「]?([\p{L}\d]{2,20})[》」]?(?:によると|が報じ|が伝え)|([\p{L}\d]{2,20})(?:에 따르면|이 보도|가 보도)/gu;

/** A place, sometimes a day, and in brackets the agency whose copy follows: "LONDON, March 3 (Reuters) -". */
const DATELINE = new RegExp(String.raw`^[^\n()]{0,60}\((${NAME})\)\s*[-–—]`, 'u');
const CREDIT = new RegExp(
  String.raw`^(?:(?:[Ss]ource|Via|Quelle|来源|來源|出典)\s*[:：]\s*|[Bb]y )(${NAME}|[\p{L}\d]{2,12})(?: [Ss]taff)?\s*$`,
  'u',
);
const CREDIT_LINES = 12;

/** The outlet whose report a sentence passes on, as it prints its name; undefined when it names none that is known. */
export function relayedIn(sentence: string): string | undefined {
  for (const pattern of [PASSED_ON, REPORTS, UNSPACED]) {
    for (const match of matchesIn(pattern, sentence)) {
      const said = (match[1] ?? match[2] ?? match[3] ?? '').trim();
      const found = newsNameIn(said, pattern === REPORTS);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The outlet whose copy the whole text is: by its dateline, or a line that credits it, after a place (the headline). */
export function creditedIn(text: string, after: number): string | undefined {
  const lines = text
    .slice(after, after + 4000)
    .split('\n')
    .filter((line) => line.trim() !== '');
  for (const line of lines.slice(0, CREDIT_LINES)) {
    const found = DATELINE.exec(line)?.[1] ?? CREDIT.exec(line.trim())?.[1];
    if (found !== undefined && isNews(found)) return found.replace(/ [Ss]taff$/, '');
  }
  return undefined;
}

/** Each claim with the outlet that its sentence passes on; `own` is the publisher, which passes nothing on by naming itself. */
export function withRelays(
  text: string,
  claims: readonly Claim[],
  own: string | undefined,
): readonly Claim[] {
  const lines = new Map<number, readonly Sentence[]>();
  const sentencesAt = (start: number): readonly Sentence[] => {
    const known = lines.get(start) ?? sentencesNaming(text, start);
    lines.set(start, known);
    return known;
  };
  return claims.map((claim) => {
    if (claim.attribution?.relay_of !== undefined) return claim;
    const [at] = claim.quote_span;
    const within = sentencesAt(text.lastIndexOf('\n', at - 1) + 1).find(
      ({ start, end }) => start <= at && at < end,
    );
    if (within === undefined) return claim;
    const sentence = text.slice(within.start, within.end);
    const outlet = relayedIn(sentence);
    // An outlet may raise money itself.
    if (outlet === undefined || isSame(outlet, own) || namesIn(claim).some((name) => isSame(outlet, name)))
      return claim;
    return { ...claim, attribution: relayed(claim.attribution, outlet, sentence) };
  });
}

/** The one outlet that a text's claims pass on; undefined when there is none, or several. */
export function onlyRelay(claims: readonly Claim[]): string | undefined {
  const names = claims.flatMap(({ attribution }) => attribution?.relay_of ?? []);
  const [first] = names;
  return names.every((name) => isSame(name, first)) ? first : undefined;
}

export const isSame = (one: string, other: string | undefined): boolean =>
  other !== undefined && canonical(one) === canonical(other);

const canonical = (name: string): string => foldedName(publisherNamed(name)?.name ?? name);

/** Who the outlet quotes still vouches for what is said; where it quotes nobody, the report itself is passed on. */
function relayed(known: Attribution | undefined, outlet: string, sentence: string): Attribution {
  const quotes =
    known !== undefined &&
    known.kind !== 'unattributed' &&
    !(known.kind === 'party_statement' && known.name === undefined && speakers(sentence) === 1);
  return quotes ? { ...known, relay_of: outlet } : { kind: 'relay', relay_of: outlet };
}

/** "Reuters said" is how a company would speak as well: one that speaks besides is the one quoted. */
const speakers = (sentence: string): number =>
  sentence.match(/\b(?:said|says|announced|announces|confirmed|reported|reports)\b/g)?.length ?? 0;

/** The longest known outlet at the end of a name (before a verb), or at its start (after "according to"). */
function newsNameIn(name: string, atEnd: boolean): string | undefined {
  const words = name.split(/\s+/);
  for (let length = words.length; length > 0; length -= 1) {
    const part = (atEnd ? words.slice(-length) : words.slice(0, length))
      .join(' ')
      .replace(/(?:['’]s?|[.,])$/, '');
    if (isNews(part)) return part.replace(/^[Tt]he /, '');
  }
  return undefined;
}

/** What the names of outlets begin with, the article left out. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  newsNames().map((name) => /^(?:The |the )?([^\s.,;:()’']*)/.exec(name)?.[1] ?? name),
);

const isNews = (name: string): boolean => {
  const found = publisherNamed(name);
  return found !== undefined && isNewsKind(found.kind);
};

/** The sentences of the line that begins here; none where it names no outlet, as almost all do not. */
function sentencesNaming(text: string, start: number): readonly Sentence[] {
  const stop = text.indexOf('\n', start);
  const end = stop < 0 ? text.length : stop;
  return mayName(text.slice(start, end)) ? sentencesOf(text, start, end) : [];
}

function mayName(line: string): boolean {
  const words = line.match(/[A-Z\d][^\s.,;:()’']*/g) ?? [];
  return (
    words.some((word) => FIRST_WORDS.has(word)) || /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(line)
  );
}
