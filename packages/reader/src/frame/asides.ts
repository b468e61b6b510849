import { LEGAL_FORMS } from '../party/index.ts';
import type { MappedText } from './mapped-text.ts';
import { type PartyRef, TOKEN_CLASS, tokenIndex } from './tokens.ts';

const P = `[${TOKEN_CLASS.party}]`;
const FIGURES = `${TOKEN_CLASS.amount}${TOKEN_CLASS.percent}`;
const BRACKET = new RegExp(` ?\\((?!lead\\b)[^()${FIGURES}${TOKEN_CLASS.date}]{1,90}\\)`, 'g');
const APPOSITION = new RegExp(
  `(?<=${P}), (?:an?|the|\\p{Lu}\\p{L}+['’]s|one of|another|founded|based|itself|formerly|set up|led by its)(?: |(?=${P}))(?:[^,;:${FIGURES}${TOKEN_CLASS.party}]|(?<= (?:in|of|at|from|near) )${P}){2,160}(?:, [A-Z][^,;:${FIGURES}${TOKEN_CLASS.party}]{2,30})?,(?= )`,
  'gu',
);
/** "Mill, of Ghent, Belgium, said": where it sits. */
const OF_PLACE = new RegExp(
  `(?<=${P}),? of (?:${P}|\\p{Lu}[\\p{L}․' -]{1,40})(?:, (?:${P}|\\p{Lu}[\\p{L}․ ]{1,24}))?,(?= )`,
  'gu',
);
const RELATIVE = new RegExp(
  `(?<=${P}), (?:which|who)(?! (?:has )?(?:led|leads|co-led|owns?|holds?|invest|joined|had|also|already|still owns?)\\b)[^;:${FIGURES}]{2,120}?,(?= )`,
  'g',
);

/** "Mill, backed by the miller Harrow, has": whose it is, said in passing. */
const OWNED_BY = new RegExp(
  `(?<=${P}), (?:which (?:is|was) |who (?:is|was) )?(?:partly |majority-)?(?:backed|owned|founded|co-founded|controlled|started|created|launched|incubated|operated|managed|run)(?: and \\p{Ll}+ed)? by [^,;:${FIGURES}]{1,160},(?= )`,
  'gu',
);

/** "Mill, which is now owned by Harrow, the start-up Verro and": whose it is, in a list, which goes on behind it. */
const OWNED_IN_LIST = new RegExp(
  `(?<=${P}), which (?:is|was) (?:now |also |since )?(?:backed|owned|controlled|run|acquired|bought) by (?:\\p{Ll}[\\p{L}-]+ ){0,4}${P}(?=, )`,
  'gu',
);
/** "A start-up backed by the miller Harrow is": who does it is the start-up, whatever its name. */
const OF_UNNAMED = new RegExp(
  `(?<= (?:company|start-?up|firm|maker|developer|provider|platform|business|fintech|biotech|retailer|carmaker|lender)) (?:that (?:is|was) )?(?:backed|owned|founded|co-founded|controlled|run|started|created|launched|led) by [^,;:․${FIGURES}]{0,60}${P}(?=(?:, )? (?:has|have|had|is|was|will|would|could|may|said|says|plans|announced|raised|closed|secured)(?!\\p{L}))`,
  'gu',
);
/** "Mill that grinds oats, has raised": which company it is, up to the verb. */
const THAT = new RegExp(
  `(?<=${P}) that [^,;:${FIGURES}${TOKEN_CLASS.party}]{4,110},(?= (?:has|have|had|is|was|said) )`,
  'gu',
);

/** Without the asides that would be taken for members of a list or for who acts. */
export const dropOwners = (mapped: MappedText): MappedText =>
  mapped
    .replace(OWNED_IN_LIST, () => '')
    .replace(OF_UNNAMED, () => '')
    .replace(THAT, () => '');

/** Dots within a sentence are one-dot leaders here. */
export const LEGAL_FORM = new RegExp(
  `(?<=${P})(?:,? (?:${LEGAL_FORMS.replaceAll('\\.', '\u2024?')})(?![\\p{L}\\p{N}-])\u2024?)+`,
  'gu',
);

/** Brackets that name members are opened; others go. */
const MEMBERS = / \(((?:including|such as|among them|led by|notably)[^()]{3,200})\)/g;
export const withoutBrackets = (mapped: MappedText): MappedText =>
  mapped.replace(MEMBERS, (match) => `, ${match[1]}`).replace(BRACKET, () => '');

/** "Mill, the start-up behind the Oat assistant, has": a description beside the name, up to the verb. */
const DESCRIBED = new RegExp(
  `(?<=${P}), (?:(${P})|an? |the |\\p{Lu}\\p{L}+['’]s |one of |set up |founded |created |started |co-founded )[^,;:${FIGURES}]{0,100},(?= (?:has|have|had|is|was|will|would|could|may|said|says|announced|today|raised|closed|secured|\\w+ed|[${TOKEN_CLASS.date}])(?!\\p{L}))`,
  'gu',
);

/** Without what is said of a party in passing, once its lists are joined. */
export function dropAsides(mapped: MappedText, parties: readonly (readonly PartyRef[])[]): MappedText {
  return mapped
    .replace(DESCRIBED, (match) => {
      const first = match[1];
      const refs = first === undefined ? [] : (parties[tokenIndex('party', first)] ?? []);
      return first === undefined || refs.every((ref) => ref.anaphor !== undefined) ? '' : undefined;
    })
    .replace(OF_PLACE, () => '')
    .replace(OWNED_BY, () => '')
    .replace(APPOSITION, () => '')
    .replace(RELATIVE, (match) =>
      /\b(?:includ|led|owns?|holds?|invest|joined|discussions|talks|answers?|oversees?|runs?|manages?|looks|takes care|handles?)\b/.test(
        match[0],
      )
        ? undefined
        : '',
    );
}
