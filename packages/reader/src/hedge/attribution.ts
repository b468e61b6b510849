import type { Attribution } from '@tranche/ledger/claim';
import { Gated, WordSet } from '../frame/index.ts';

type Reading = (match: RegExpExecArray) => Attribution;

const NAME =
  "[\\p{Lu}][\\p{L}’'-]+(?: (?:[\\p{Lu}]\\.|(?:de|van|von|der|bin|al|el) )?[\\p{Lu}][\\p{L}’'-]+){1,2}";
const FUNCTION =
  '(?:chief executive(?: officer)?|chief \\p{L}+ officer|(?:co-)?founder(?: and \\p{L}+)?|finance chief|finance director|president|chair(?:man|woman)?|CEO|CFO|COO|CTO|managing (?:director|partner)|general partner|partner|spokes(?:man|woman|person))';
const SPOKE = '(?:said|says|told|wrote|writes|added|tweeted|posted|confirmed|explained|announced)';

const byName: Reading = ({ groups }) => ({
  kind: 'named_person',
  ...(groups?.name === undefined ? {} : { name: groups.name }),
});

/** Wording of who vouches, most specific first. */
const PATTERNS: readonly (readonly [RegExp, Reading])[] = [
  [
    /\b(?:(?:regulatory|securities|SEC|company|corporate|court|earlier|stock exchange|exchange|a|its|the|[\p{L}]+['’]s) (?:filings?|disclosures?)|filings? (?:show|reveal|with)|filed (?:with|to) (?:the )?(?:SEC|Securities|regulators?|U\.?S|stock|Registrar)|(?:documents|papers|forms?) (?:filed|lodged)|Form \p{Lu}{1,3}(?:-\w+)?(?!\p{L})|board resolutions?|corporate records|company registers?|business database|Companies House|Registrar of Companies|prospectus)\b/iu,
    () => ({ kind: 'filing' }),
  ],
  [
    /\b(?:report(?:s|ed)? (?:on \w+ )?(?:that )?(?:cited|citing)|a (?:newspaper|technology (?:news )?(?:site|website)|news site|broadcaster|US broadcaster|US tech site|London paper|website|foreign media) (?:report|reported|says|said)?|(?:newspaper|website|news site|broadcaster|news agency) (?:reported|report|said|says)|the report (?:said|added|set out)|(?:another|one|a third) (?:report|had reported)|reports? (?:had )?(?:spoke|spoken|put|say|indicate)|per (?:a|the same) (?:newspaper|broadcaster|report)|(?:various|local|several) (?:outlets|media)|media (?:reports?|reported|discovered)|a (?:\w+ ){0,2}(?:paper|tech site|site) (?:says|has|reported)|was (?:first )?reported (?:by|on|in)|it was reported)\b/iu,
    () => ({ kind: 'relay' }),
  ],
  [
    /\b(?:sources|(?:two|three|four|five|several|some|multiple|other) (?:of the )?(?:people|persons|executives|investors|bankers|individuals|insiders) (?:familiar|with|close|briefed|who|involved|told|said)?|(?:people|persons|individuals|those|investors) (?:familiar|with (?:direct )?knowledge|with (?:the )?matter|with|close|briefed|who|involved|in the know|directly involved)|the people (?:said|added)|insiders|one of the people|Reports indicate|asked not to be (?:identified|named))\b/iu,
    () => ({ kind: 'unnamed_people' }),
  ],
  [
    /\b(?:(?:a|one|another|the|first|second) (?:person|source|shareholder|banker|fund manager|insider|executive|individual)(?= (?:familiar|close|with|briefed|involved|who|told|said|added|at|cited))|a (?:person|source|shareholder|banker|fund manager)|one person|an investor|a spokes(?:man|woman|person)|a person close)\b/iu,
    () => ({ kind: 'unnamed_person' }),
  ],
  [
    /\b(?:the (?:company|bank|group|start-?up|firm|fund|business)|it|we) (?:also |has |have |had )?(?:said|says|announced|announces|confirmed|disclosed|revealed|added(?! (?:\w+ ){0,2}[$€£¥]?\d))|(?:in|according to) (?:a|the|an|its) (?:\p{L}+ )?(?:statement|blog post|press release|release|announcement|memo|post|tweet|letter)|hereby gives notice|today announce[sd]?|announces that|annual results\b/iu,
    () => ({ kind: 'party_statement' }),
  ],
  [new RegExp(`\\b${FUNCTION},? (?<name>${NAME})\\b[^.]{0,60}\\b${SPOKE}\\b`, 'u'), byName],
  [new RegExp(`(?<name>${NAME}), (?:[^.,]{0,40} )?${FUNCTION}\\b[^.]{0,60}\\b${SPOKE}\\b`, 'u'), byName],
  [
    /\b(?:chief executive|founder|co-founder|finance chief|finance director|president|CEO|managing director)\b[^.]{0,60}\b(?:said|says|told)\b/iu,
    () => ({ kind: 'named_person' }),
  ],
  [
    new RegExp(`\\b(?:said|says|wrote|according to) (?<name>${NAME}),? (?:[^.]{0,30})?${FUNCTION}`, 'u'),
    byName,
  ],
  [/\b(?:said|says) [\p{Lu}][\p{L}]+ [\p{Lu}][\p{L}-]+/u, () => ({ kind: 'named_person' })],
  [
    /(?<!\p{L})[\p{Lu}\d][\p{L}\d.&]*(?: [\p{Lu}][\p{L}]+)? (?:also |has |have )?(?:said|says|announced|announces|confirmed|disclosed)\b/u,
    () => ({ kind: 'party_statement' }),
  ],
];
const GATED = PATTERNS.map(([pattern, read]) => [new Gated(pattern), read] as const);
let words: WordSet | undefined;

/** Who the sentence says vouches for it; undefined when it says nothing of that. */
export function attributionIn(sentence: string): Attribution | undefined {
  words ??= new WordSet();
  words.refill(sentence, []);
  for (const [pattern, read] of GATED) {
    const match = pattern.exec(sentence, words);
    if (match !== null) return read(match);
  }
  return undefined;
}
