import { tokenIndex } from '../frame/index.ts';
import type { Cited } from './draft.ts';
import type { Reading } from './reading.ts';
import { type Hit, type Rule, rule } from './rule.ts';

const START =
  "(?:if|provided(?: that)?|on (?:the )?condition that|only if|subject to|conditional (?:on|upon)|contingent (?:on|upon)|depend(?:s|ent|ing) on|upon|once|as soon as|(?<=paid |called |due |available )when|when (?=the first )|unless|on receipt of|tied to|at the discretion of|at(?= the [\\p{L}]+[’']s? discretion))";
const BEHIND = new RegExp(`(?:^|[ ,(])${START} (?<words>[^.;]{4,160})`, 'iu');
const WITHOUT = /\b(?<words>without an? [^.,;\ue400-\uebff]{4,60})/i;
const OPENING =
  /^[^\p{L}]*(?:(?:should|if|unless|in the event that|once) |(?:at|upon|on|after|following)(?= (?:the )?(?:closing|completion|close|signing|approval|achievement|attainment|meeting|reaching|achieving|completing|delivery|exercise)\b) (?:the )?)(?<words>[^.;]{4,160}?),/iu;
/** Where a condition ends: a new clause, a speaker, or a second condition. */
const ENDS =
  /,? (?:sources|people|the (?:company|people|report)|(?:he|she|it) said|which|who|and (?:the|would|it|is)\b|expected\b|according)|, [\ue000-\ue3ff] (?:said|says|added|expects)|, (?:the |and )?(?:company|people|report|investors|sources)\b|, (?=\p{L}+ (?:said|says|expects))/u;

/** The condition that the words around a hit set, as the text puts it: behind the hit in its sentence, or opening it. */
export function conditionOf(hit: Hit, reading: Reading): Cited<string> | undefined {
  const text = hit.frame.skeleton.text;
  const reach = untilNextSum(hit);
  const behind = BEHIND.exec(`${hit.words.slice(-12)}${reach}`);
  if (behind?.groups?.words !== undefined) {
    const at =
      hit.end - Math.min(12, hit.words.length) + behind.index + behind[0].length - behind.groups.words.length;
    return cut(hit, reading, at, behind.groups.words);
  }
  const without = WITHOUT.exec(reach);
  if (without !== null) return cut(hit, reading, hit.end + without.index, without[0]);
  const opening = OPENING.exec(text);
  if (opening?.groups?.words !== undefined && opening[0].length <= hit.start + 1) {
    return cut(hit, reading, opening[0].length - 1 - opening.groups.words.length, opening.groups.words);
  }
  return reading.askedCondition();
}

/** The words behind a hit, up to a sum that is not itself part of the condition. */
function untilNextSum(hit: Hit): string {
  const text = hit.after;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? '';
    if (char === ';') return text.slice(0, index);
    if (char < '\ue400' || char > '\ue7ff') continue;
    if (hit.frame.amounts[tokenIndex('amount', char)]?.role !== 'noise') return text.slice(0, index);
  }
  return text;
}

function cut(hit: Hit, reading: Reading, at: number, words: string): Cited<string> | undefined {
  const stop = ENDS.exec(words)?.index ?? words.length;
  const kept = words.slice(0, stop).replace(/[\s,.]+$/, '');
  if (kept.length < 4) return undefined;
  const span = hit.frame.skeleton.origin(at, at + kept.length);
  return { value: reading.text.slice(...span).trim(), span };
}

const STEP =
  '(?:the |this |that )?(?<step>(?:(?:first|second|third|final|last) )?(?:closing|payment|instal?ment|tranche|transfer|step))';

function conditionOfEarlier(hit: Hit, reading: Reading): boolean {
  const words = hit.text('words');
  const step = hit.text('step')?.toLowerCase() ?? '';
  if (words === undefined) return false;
  const open = reading.drafts.filter(
    (draft) => (draft.type === 'tranche' || draft.type === 'investment') && draft.condition === undefined,
  );
  const named = open.filter(
    (draft) =>
      draft.type === 'tranche' && (draft.part ?? '').includes(step.split(' ')[0] ?? '') && step.includes(' '),
  );
  const last = open.filter((draft) => draft.type === 'tranche' && draft.sentence >= reading.sentence - 2);
  const target = named.at(-1) ?? last.at(-1);
  const condition = cut(hit, reading, hit.end - words.length, words);
  if (target?.type !== 'tranche' || condition === undefined) return false;
  target.condition = condition;
  return true;
}

/** A sentence that only says on what an earlier named payment depends. */
export const CONDITION_RULES: readonly Rule[] = [
  rule(
    'condition',
    `${STEP} (?:depends on|is subject to|is conditional on|will be made only if|is made only if|is due only if|requires) (?<words>[^.;]{4,160})`,
    conditionOfEarlier,
    [],
  ),
  rule(
    'condition',
    '^to (?:do so|do that|get (?:it|there|the rest)|receive (?:it|the rest)|unlock (?:it|the rest)|qualify(?: for it)?),? (?:{P}|they){aux}(?: (?:will|must|would))? ?(?:have|has|needs?|had|needed)(?: only)? to (?:get |have )?(?<words>[^.;]{4,120})',
    conditionOfEarlier,
    [],
  ),
];
