import type { RoundDraft } from './draft.ts';
import type { Reading } from './reading.ts';
import { type Hit, type Rule, rule } from './rule.ts';

const LIMIT = 6;

/** The round whose money a sentence about its use means. */
function mainRound(reading: Reading): RoundDraft | undefined {
  const rounds = reading.rounds();
  const here = rounds.findLast((round) => round.line === reading.line && !round.background);
  return here ?? rounds.find((round) => !round.background) ?? rounds[0];
}

/** Splits "research, models for Japan, and possible acquisitions" at its commas and last "and". */
function purposes(hit: Hit, reading: Reading): boolean {
  const round = mainRound(reading);
  const at = hit.words.length - (hit.text('use')?.length ?? 0);
  const words = hit.text('use');
  if (round === undefined || words === undefined || round.proceeds.length > 0) return false;
  let from = hit.start + at;
  for (const part of words.split(
    /,? and (?=to |on |for |in )|, and |, | and (?=\w+ing |entry|expansion|enter)/,
  )) {
    const index = hit.frame.skeleton.text.indexOf(part, from);
    if (index < 0) continue;
    from = index + part.length;
    const span = hit.frame.skeleton.origin(index, index + part.length);
    const value = reading.text
      .slice(...span)
      .replace(/^(?:to |on |for |in |the )+/i, '')
      .trim();
    if (value.length >= 4 && value.length <= 120 && round.proceeds.length < LIMIT && !value.includes('\n')) {
      round.proceeds.push({ value, span: [span[1] - (span[1] - span[0]), span[1]] });
    }
  }
  return round.proceeds.length > 0;
}

const MONEY =
  '(?:(?:the|new|newest|fresh|these) )*(?:funds?|money|proceeds|capital|cash|financing)(?: raised)?';
const USE = '(?<use>[^.;]{4,220})';

export const PROCEEDS_RULES: readonly Rule[] = [
  rule(
    'proceeds',
    `${MONEY} (?:will |would |are to |is to )?(?:mainly |primarily )?(?:be )?(?:used|applied|deployed|spent|invested|go(?:es)?|support|finance)(?: for| to| towards| on| in)? ${USE}`,
    purposes,
    [],
  ),
  rule('proceeds', `${MONEY} (?:are|is) for ${USE}`, purposes, []),
  rule(
    'proceeds',
    `{P}{aux} (?:use|spend) (?:the|this) (?:money|funds|proceeds|cash|capital)(?: for| to| on)? ${USE}`,
    purposes,
    [],
  ),
  rule(
    'proceeds',
    `(?:it|{P}) (?:plans to|will) use (?:the money|the funds|it) (?:for|to) ${USE}`,
    purposes,
    [],
  ),
  rule('proceeds', `object of the issue ?: ?${USE}`, purposes, []),
];

/** Part of the money is meant for a venture. */
function toVenture(hit: Hit, reading: Reading): boolean {
  const round = mainRound(reading);
  const venture = reading.parties(hit, 'venture')[0];
  if (round === undefined || venture === undefined || !reading.roles.ventures.has(venture.value))
    return false;
  if (round.proceeds.some((one) => one.value.includes(venture.value.name))) return true;
  round.proceeds.push({
    value: `${venture.value.name} commitment`,
    ...(venture.span === undefined ? {} : { span: venture.span }),
  });
  return true;
}

export const VENTURE_PROCEEDS_RULES: readonly Rule[] = [
  rule(
    'venture-proceeds',
    '(?:portion|part|slice|share|some) of (?:the|this|these) [^.;]{0,60}(?:capital|money|funds|proceeds|it)[^.;]{0,110} {P:venture}',
    toVenture,
    [],
  ),
  rule(
    'venture-proceeds',
    'part of {P} is (?:expected|meant|intended)[^.;]{0,60} {P:venture}',
    toVenture,
    [],
  ),
  rule(
    'venture-proceeds',
    '{A} of (?:it|{P}) is (?:expected|meant) to be spent on {P:venture}',
    toVenture,
    [],
  ),
];
