import { MACROS } from '../claims/macros.ts';
import { compilePattern, matchesOf, type SentenceFrame, tokenIndex } from '../frame/index.ts';
import type { Party } from '../party/index.ts';

/** Constructions that say a name is that of a joint venture or programme, over sentences with their asides. */
const NAMED_AS_VENTURE = [
  '(?:form|formed|forming|creat\\w*|set up|setting up|establish\\w*|launch\\w*|found\\w*|unveil\\w*|announc\\w*|in) (?:an?|the|their|its) (?:[\\w-]+ ){0,3}joint venture(?: company)?, ["“]?{P:venture}["”]?(?=[,.]|$| (?:will|to|that|which))',
  '(?:venture|project|initiative|programme|company)(?: (?:named|called|dubbed))["“ ]{1,3}{P:venture}',
  '{P:venture}["”]?, (?:its|their|{P}[\'’]s|the|an?) (?:[\\w-]+ ){0,4}(?:joint venture|venture|project|initiative)\\b(?! (?:capital|firm|fund|and|debt|arm|investors?|builder|studio|partners?|lender|backed|group)|-)',
  'the {P:venture} (?:project|initiative|venture|programme)\\b(?! (?:capital|firm|fund|arm|partners?)|-)',
  '(?:planned|proposed|prospective|future|joint|jointly owned|jointly-owned|50-50|50:50) (?:[\\w-]+ ){0,2}(?:firm|company|entity|unit|business|corporation|subsidiary),? (?:(?:to be|which will be|that will be|is to be|provisionally|tentatively) ){0,2}(?:named|called|dubbed|known as) ["“]?{P:venture}',
  '(?:tentatively|provisionally|to be|will be) (?:named|called|dubbed|known as) ["“]?{P:venture}',
  '["“]{P:venture}["”] (?:plan|project)',
  'introduc\\w+ the {P:venture}',
  '{P} (?:name|pick|add|announce|choose|unveil)\\w* (?:\\w+ ){0,3}{P:venture} sites?\\b',
  '{P:venture}, a company formed to',
  "{P} to {P:venture}, (?:{P}['’]s|its|their) joint venture",
].map((source) => compilePattern(source, {}));

/** The parties of a sentence that it calls a venture, a project or a programme. */
export function venturesIn(frame: SentenceFrame): Party[] {
  const found: Party[] = [];
  for (const ref of frame.parties.flat()) {
    if (ref.party?.venture) found.push(ref.party);
    if (ref.party !== undefined && / (?:Project|Initiative|Joint Venture)$/.test(ref.words))
      found.push(ref.party);
  }
  for (const ref of frame.parties.flat()) {
    if (ref.anaphor !== 'venture' || ref.party !== undefined) continue;
    const named = frame.parties
      .flat()
      .find((one) => one.party !== undefined && one.span[1] + 2 === ref.span[0]);
    if (named?.party !== undefined) found.push(named.party);
  }
  for (const pattern of NAMED_AS_VENTURE) {
    for (const match of matchesOf(pattern, frame.full)) {
      const char = match.groups.venture;
      const party = char === undefined ? undefined : frame.parties[tokenIndex('party', char)]?.[0]?.party;
      if (party !== undefined) found.push(party);
    }
  }
  return found;
}

/** What only a company has: a price, or a round of its own. */
const IS_COMPANY = [
  "{P:company}['’]s (?:valuation|(?:latest |new |next )?(?:funding|financing|fundraising) round|(?:pre-)?series [a-k]\\b)",
  '{P:company}{aux} (?:seek|sought|valued|eye|target|attain|reach|fetch)\\w*(?: an?| the| at)? (?:[\\w-]+ ){0,2}(?:valuation|{A})',
  '{P:company}{aux} {raise} {~30}{A}{~30}(?:at|valu\\w+) ',
].map((source) => compilePattern(source, MACROS));

/** Joint ventures that raise money themselves, as a sentence tells of them. */
export function companiesIn(frame: SentenceFrame): Party[] {
  return IS_COMPANY.flatMap((pattern) =>
    [...matchesOf(pattern, frame.skeleton)].flatMap((match) => {
      const char = match.groups.company;
      const party = char === undefined ? undefined : frame.parties[tokenIndex('party', char)]?.[0]?.party;
      return party === undefined ? [] : [party];
    }),
  );
}

/** A sentence about some venture: it shares out who finances, who runs and who chairs it, or calls it "the venture". */
export const sharesOutRoles = (frame: SentenceFrame): boolean =>
  (/\bchair(?:man|woman|ed)?\b/i.test(frame.skeleton.text) &&
    /\b(?:financ\w+|purse|operations?)\b/i.test(frame.skeleton.text)) ||
  frame.parties.flat().some((ref) => /^the (?:joint )?venture$/i.test(ref.words));
