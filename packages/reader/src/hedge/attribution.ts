import type { Attribution } from '@tranche/ledger/claim';

type Reading = (match: RegExpExecArray) => Attribution;

/** Wording of who vouches, most specific first. */
const WORDS: readonly (readonly [RegExp, Reading])[] = [
  [
    /\b(?:(?:regulatory|company|earlier|stock exchange|a|its|the|[\p{L}]+['’]s) filings?|Form \p{Lu}{1,3}-\w+|board resolutions?|corporate records|company registers?|business database|Companies House)\b/iu,
    () => ({ kind: 'filing' }),
  ],
  [
    /\b(?:report(?:s|ed)? (?:on \w+ )?(?:that )?(?:cited|citing)|a (?:newspaper|technology (?:news )?(?:site|website)|news site|broadcaster|US broadcaster|US tech site|London paper|website|foreign media) (?:report|reported|says|said)?|(?:newspaper|website|news site|broadcaster) (?:reported|report|said|says)|the report (?:said|added|set out)|(?:another|one|a third) (?:report|had reported)|reports? (?:had )?(?:spoke|spoken|put|say|indicate)|per (?:a|the same) (?:newspaper|broadcaster|report)|various outlets|media (?:report|reported|discovered)|a (?:\w+ ){0,2}(?:paper|tech site|site) (?:says|has|reported))\b/iu,
    () => ({ kind: 'relay' }),
  ],
  [
    /\b(?:sources|(?:two|three|four|several|some) (?:of the )?people|people (?:familiar|with|close|briefed|who|involved)|the people (?:said|added)|insiders|persons familiar|one of the people|Reports indicate)\b/iu,
    () => ({ kind: 'unnamed_people' }),
  ],
  [
    /\b(?:a (?:person|source|shareholder|banker|fund manager)|one person|an investor|a spokes(?:man|woman|person)|a person close)\b/iu,
    () => ({ kind: 'unnamed_person' }),
  ],
  [
    /\b(?:the company|the bank|the group|it) (?:said|says|announced|confirmed|added(?! (?:\w+ ){0,2}[$€£¥]?\d))|(?:in a statement|according to the statement|hereby gives notice|today announce[sd]?|announces that|annual results)\b/iu,
    () => ({ kind: 'party_statement' }),
  ],
  [
    /\b(?:chief executive|founder|co-founder|finance chief|finance director|president|CEO|managing director)\b[^.]{0,60}\b(?:said|says|told)\b|\b(?:said|says) [\p{Lu}][\p{L}]+ [\p{Lu}][\p{L}-]+/u,
    () => ({ kind: 'named_person' }),
  ],
  [
    /\b[\p{Lu}][\p{L}]+(?: [\p{Lu}][\p{L}]+)? (?:said|says|announced|announces|confirmed)\b/u,
    () => ({ kind: 'party_statement' }),
  ],
];

/** Who the sentence says vouches for it; undefined when it says nothing of that. */
export function attributionIn(sentence: string): Attribution | undefined {
  for (const [pattern, read] of WORDS) {
    const match = pattern.exec(sentence);
    if (match) return read(match);
  }
  return undefined;
}
