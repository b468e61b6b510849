import type { DealStatus } from '@tranche/ledger/claim';
import { type AmountToken, tokenIndex } from '../frame/index.ts';
import type { Cited } from './draft.ts';
import { cited, type Reading } from './reading.ts';
import { type Hit, type Rule, rule } from './rule.ts';

/** Holders without a name that the texts name by what they are. */
const GROUPS =
  '(?<group>(?:the )?(?:\\w+ )?(?:founders|employees(?: and (?:other (?:investors|shareholders)|{S}))?|staff|lenders|management|other (?:investors|shareholders)))';

function stake(hit: Hit, reading: Reading, done: DealStatus = 'completed', holderName?: string): boolean {
  const percent = hit.percent('percent');
  if (percent === undefined) return false;
  const party = reading.parties(hit, 'holder')[0];
  const holder: Cited<string> | undefined =
    party !== undefined
      ? { value: party.value.name, ...(party.span === undefined ? {} : { span: party.span }) }
      : groupHolder(hit, reading, holderName);
  const before = reading.drafts.findLast(
    (draft) => draft.type === 'stake' && draft.sentence === reading.sentence,
  );
  const told = hit.has('entity') || before?.type !== 'stake' ? reading.issuer(hit, 'entity') : before.entity;
  const topic = reading.topic();
  const entity = told?.value === party?.value && topic !== undefined ? { value: topic } : told;
  if (holder === undefined || entity === undefined || holder.value === entity.value.name) return false;
  const status = reading.status(hit, done);
  const worth = worthOf(hit);
  if (worth !== undefined) worth.role = 'stake';
  reading.add({
    ...reading.base('stake', hit, [percent.start, (worth ?? percent).span[1]]),
    holder,
    entity,
    percent: { value: percent.percent, span: [percent.start, percent.span[1]] },
    qualifier: percent.qualifier,
    ...(worth === undefined ? {} : { value: cited(worth) }),
    when: reading.date(hit.dateNear(), status, hit.clause),
    status,
  });
  return true;
}

/** "27% of the equity, a stake worth about A": what the share just named is said to be worth. */
const WORTH =
  /^(?:[^\ue000-\ue3ff\ue400-\uebff.;:]{0,40} (?:in|of) [\ue000-\ue3ff])?[^\ue000-\uebff.;:]{0,50}?\b(?:worth|valued at|put at|priced at)\b[^\ue000-\uebff.;:]{0,12}([\ue400-\ue7ff])/;

function worthOf(hit: Hit): AmountToken | undefined {
  const char = WORTH.exec(hit.after)?.[1];
  const token = char === undefined ? undefined : hit.frame.amounts[tokenIndex('amount', char)];
  return token?.role === undefined ? token : undefined;
}

function groupHolder(hit: Hit, reading: Reading, holderName: string | undefined): Cited<string> | undefined {
  const words = hit.text('group')?.replace(/^(?:the )?(?:(?:two|three|four|five) )?/i, '');
  if (words === undefined) return holderName === undefined ? undefined : { value: holderName };
  const at = hit.words.toLowerCase().lastIndexOf(words.toLowerCase());
  const span = hit.frame.skeleton.origin(hit.start + at, hit.start + at + words.length);
  return { value: reading.text.slice(...span), span };
}

const held = (hit: Hit, reading: Reading): boolean => stake(hit, reading);

export const STAKE_RULES: readonly Rule[] = [
  rule(
    'stake',
    '{P:holder} (?:{invest}|bought|buys|took|takes) {A}{~40} and (?:will |now |would |{D} )?(?:hold|own)s? {~12}{%:percent}(?: of {P:entity})?',
    held,
  ),
  rule(
    'stake',
    '{P:holder}{aux} (?:buy|buying|bought|acquire|acquired|take|takes|took) an? {%:percent} {~25}(?:stake|holding|interest) in {P:entity}',
    (hit, reading) => stake(hit, reading, 'closed'),
  ),
  rule('stake', '{P:holder}{aux} paying {A} for {%:percent} of {P:entity}', held),
  rule(
    'stake',
    '{P:holder}{~30},?{aux} (?:own|owns|owned|hold|holds|held|receive|receives|get|gets|keep|keeps|control|controls|comes out with|ends up with|left with){~30} ?(?:another )?{%:percent}(?: (?:of|(?:stake|holding|interest) in) (?:the equity of )?{P:entity})?',
    held,
  ),
  rule(
    'stake',
    '{group}{~30}{aux}(?: still)? (?:own|hold|held|keep|have){~20} ?{%:percent}(?: of {P:entity})?'.replace(
      '{group}',
      GROUPS,
    ),
    held,
  ),
  rule('stake', '{%:percent} is in the hands of {group}'.replace('{group}', GROUPS), held),
  rule(
    'stake',
    "{P:holder}['’]s (?:share|stake|holding|interest){~20}(?:is|was|climbs to|rises to|of|to|stands at|falls to){~12} ?{%:percent}",
    held,
  ),
  rule('stake', 'warrants (?:over|for|on){~12} ?{%:percent} of', (hit, reading) =>
    stake(hit, reading, 'agreed', 'lenders'),
  ),
];
