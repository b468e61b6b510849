import type { SentenceFrame } from './sentence-frame.ts';
import { type PartyRef, tokenIndex } from './tokens.ts';

/** How a mention stands in its sentence. Those in asides, or that only own what a list names, stand nowhere. */
export interface Standing {
  readonly ref: PartyRef;
  /** It only says whose: "Mill's rival", "Mill-backed", "Mill chief executive". */
  readonly owns: boolean;
  /** "Mill's": it owns, and may still be who the sentence is about. */
  readonly possessive: boolean;
  /** A verb follows it. */
  readonly acts: boolean;
}

const OWNS =
  /^(?:[’']s? |-\p{Ll}| (?:co-)?(?:founders?|chief|boss|president|ceo|cto|coo|cfo|chairman|chairwoman|spokes\w+|executives?|investors?|backers?|shareholders?|board|rival)(?!\p{L}))/u;
const ACTS =
  /^,?(?: [\uec00-\uefff])?(?: (?:also|now|just|recently|reportedly|already|still|then|since|later|today|first|each|both|all|\p{Ll}+ly))* (?:has|have|had|is|was|are|were|will|would|could|can|may|might|should|must|did|does|said|says|told|put|led|bought|took|got|won|sold|paid|held|made|began|became|grew|saw|drew|gave|hit|plans|wants|aims|seeks|hopes|needs|expects|intends|makes|sells|offers|runs|builds|operates|provides|raises|closes|secures|lands|nabs|bags|takes|gets|invests|leads|joins|backs|buys|announces|develops|owns|holds|counts|claims|(?!based|backed|founded|owned|called|named|led)\p{Ll}+ed)(?!\p{L})/u;

/** The mentions of a sentence, left to right, each with how it stands. */
export function standingsIn(frame: SentenceFrame): Standing[] {
  const { text, partyPlaces } = frame.skeleton;
  return partyPlaces.flatMap((at) => {
    const behind = text.slice(at + 1, at + 1 + REACH);
    const owns = OWNS.test(behind);
    const acts = !owns && ACTS.test(behind);
    return (frame.parties[tokenIndex('party', text.charAt(at))] ?? []).map((ref) => ({
      ref,
      owns,
      possessive: /^[’']/.test(behind),
      acts,
    }));
  });
}
const REACH = 60;
