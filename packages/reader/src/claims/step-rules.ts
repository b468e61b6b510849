import { roundOf } from './backers.ts';
import { draftInvestments } from './investment.ts';
import type { Reading } from './reading.ts';
import { type Hit, type Rule, rule } from './rule.ts';
import { instrumentIn, stageNear } from './stage-and-instrument.ts';

/** Words that name the instrument of the round told before: "the money comes in the form of convertible notes". */
function inTheFormOf(hit: Hit, reading: Reading): boolean {
  const round = roundOf(hit, reading);
  const instrument = instrumentIn(hit.text('form') ?? '');
  if (round === undefined || instrument === undefined) return false;
  round.instrument ??= { value: instrument.name };
  return true;
}

/** "The Series C gives it a valuation of A": the stage of the round just told. */
function namesStage(hit: Hit, reading: Reading): boolean {
  const round = roundOf(hit, reading);
  const stage = stageNear(hit.words, 0);
  if (round === undefined || stage === undefined || round.stage !== undefined || round.background)
    return false;
  if (round.money !== 'primary' || round.sentence < reading.sentence - 2) return false;
  const span = reading.spanOfWords(hit, stage);
  round.stage = { value: stage, ...(span === undefined ? {} : { span }) };
  return true;
}

/** "The round closed last month": when the round just told was done. */
function closedOn(hit: Hit, reading: Reading): boolean {
  const round = roundOf(hit, reading);
  const when = reading.dated(hit.date('when'), 'closed');
  if (round === undefined || when === undefined || round.background || round.status !== 'closed')
    return false;
  if (round.sentence < reading.sentence - 2) return false;
  round.date = when;
  return true;
}

/** An investor's own step in a round, without a sum: it joined, it led an earlier one, it dropped out. */
export const STEP_RULES: readonly Rule[] = [
  rule(
    'step',
    '(?:the|this|its) (?:\\w+ )?(?:(?:pre-)?series [a-k](?:[- ]?\\d)?|(?:pre-)?seed round)(?: round| financing| funding){0,2},? (?:gives|gave|values|valued|was|is|included|brings|brought|takes|comes|came|follows|which)',
    namesStage,
    [],
  ),
  rule(
    'step',
    '(?:joined|participat\\w+ in|took part in|led|leads|backed|invest\\w+ in) (?:the|this|its) (?:(?:pre-)?series [a-k](?:[- ]?\\d)?|(?:pre-)?seed) (?:round|financing|funding)',
    namesStage,
    [],
  ),
  rule(
    'step',
    '(?:the|this|its) (?:[\\w-]+ ){0,4}(?:round|financing|raise|deal|transaction)(?:{~~60} and)?{aux} (?:closed|completed|signed|finali[sz]ed) {D:when}',
    closedOn,
    [],
  ),
  rule(
    'step',
    '(?:money|funding|financing|investment) (?:comes|came|is|was|takes|took) (?:in )?the form of (?<form>[^․.;,]{4,50})',
    inTheFormOf,
    [],
  ),
  rule(
    'step',
    '{P:investor}[^․.;]{0,60}, whose profits (?:pay|fund)',
    (hit, reading) =>
      draftInvestments(hit, reading, undefined, reading.parties(hit, 'investor'), { status: 'completed' }),
    [],
  ),
  rule(
    'step',
    '{P:investor}{~~60}dropped out',
    (hit, reading) =>
      draftInvestments(hit, reading, undefined, reading.parties(hit, 'investor'), { status: 'abandoned' }),
    [],
  ),
  rule(
    'step',
    '{P:investor} joined that round',
    (hit, reading) =>
      draftInvestments(hit, reading, undefined, reading.parties(hit, 'investor'), { status: 'closed' }),
    [],
  ),
  rule(
    'step',
    '{P:investor}, which led (?:the|its) series [a-k]',
    (hit, reading) =>
      draftInvestments(hit, reading, undefined, reading.parties(hit, 'investor'), { status: 'closed' }),
    [],
  ),
  rule(
    'step',
    '{P:issuer}[^․.;]{0,80} is (?:paid for|funded|financed|fed) by {P:investor}',
    (hit, reading) =>
      draftInvestments(hit, reading, undefined, reading.parties(hit, 'investor'), { status: 'completed' }),
    [],
  ),
  rule(
    'step',
    '(?:the )?money comes from {P:investor}',
    (hit, reading) =>
      draftInvestments(hit, reading, undefined, reading.parties(hit, 'investor'), { status: 'completed' }),
    [],
  ),
];
