import type { Party } from '../party/index.ts';
import type { Cited, VentureDraft } from './draft.ts';
import type { Reading } from './reading.ts';
import { type Hit, type Rule, rule } from './rule.ts';

const cite = (party: Cited<Party>): Cited<string> => ({
  value: party.value.name,
  ...(party.span === undefined ? {} : { span: party.span }),
});

/** One draft for each venture of the text; partners and roles gather in it. */
function draftOf(hit: Hit, reading: Reading, venture: Cited<Party> | undefined): VentureDraft | undefined {
  const found = venture?.value ?? reading.venture();
  if (found === undefined || !reading.roles.ventures.has(found)) return undefined;
  const known = reading.drafts.find(
    (draft): draft is VentureDraft => draft.type === 'venture' && draft.name.value === found.name,
  );
  return (
    known ??
    reading.add({
      ...reading.base('venture', hit),
      name: venture === undefined ? { value: found.name } : cite(venture),
      partners: [],
      roles: [],
    })
  );
}

function partners(hit: Hit, reading: Reading): boolean {
  const venture = reading.parties(hit, 'venture')[0];
  const draft = draftOf(hit, reading, venture);
  if (draft === undefined) return false;
  const parties = [...reading.parties(hit, 'partners'), ...reading.parties(hit, 'more')];
  if (draft.partners.length === 0 && parties.length > 1) draft.quote = reading.base('venture', hit).quote;
  for (const party of parties) {
    const name = cite(party);
    if (
      party.value.kind === 'organisation' &&
      name.value !== draft.name.value &&
      !draft.partners.some((one) => one.value === name.value)
    )
      draft.partners.push(name);
  }
  return true;
}

const role =
  (role: string) =>
  (hit: Hit, reading: Reading): boolean => {
    const draft = draftOf(hit, reading, undefined);
    if (draft === undefined) return false;
    for (const party of reading.parties(hit, 'party')) {
      const name = cite(party);
      if (!draft.roles.some((one) => one.role === role && one.party.value === name.value))
        draft.roles.push({ party: name, role });
    }
    return true;
  };

/** "The pair" are the first two organisations of the sentence. */
function pair(hit: Hit, reading: Reading): boolean {
  const draft = draftOf(hit, reading, reading.parties(hit, 'venture')[0]);
  if (draft === undefined) return false;
  for (const ref of hit.frame.parties.flat().sort((one, other) => one.span[0] - other.span[0])) {
    const { party, span } = ref;
    const taken =
      party === undefined ||
      party.name === draft.name.value ||
      draft.partners.some((one) => one.value === party.name);
    if (!taken && party.kind === 'organisation' && draft.partners.length < 2)
      draft.partners.push({ value: party.name, span });
  }
  return true;
}

const FINANCE =
  '(?:the )?(?:purse|financ(?:e|es|ing)|financial (?:operations|side|responsibility|matters)|money|funding)';
const OPERATION =
  '(?:the )?(?:operations?|day-to-day (?:functions|operations|running)|operational (?:side|responsibility))';
const CARE =
  '(?:takes? care of|looks? after|oversees?|overseeing|oversee|manages?|manage|runs?|run|answers? for|handles?|handle|in charge of|responsible for)';

export const VENTURE_RULES: readonly Rule[] = [
  rule(
    'venture',
    '{P:partners}{aux} (?:jointly )?(?:create|form|set up|found|launch|establish)\\w* (?:this |a |the )?{~20}(?:venture|{P:venture})',
    partners,
    [],
  ),
  rule(
    'venture',
    '(?:venture|project)(?: named| called)? ?["“]?{P:venture}["”]? (?:among|between|of|by) {P:partners}',
    partners,
    [],
  ),
  rule(
    'venture',
    '{P:partners}{aux} (?:jointly )?(?:create|form|set up|set|found|launch|establish|announc|unveil|agree)\\w* (?:to (?:create|form|set up|establish|launch) )?(?:an? |the |their |its )?(?:[\\w-]+ ){0,3}(?:joint venture|company|venture|entity|firm)(?:{~12}(?:called|named|dubbed|known as)|,) ["“]?{P:venture}',
    partners,
    [],
  ),
  rule(
    'venture',
    '(?:joint venture|venture), ["“]?{P:venture}["”]?, (?:is|was|will be)? ?(?:(?:equally )?(?:owned|held|run|funded) by|between|of) {P:partners}',
    partners,
    [],
  ),
  rule('venture', 'the pair have set up an? (?:joint )?venture (?:called|named) {P:venture}', pair, []),
  rule(
    'venture',
    '{P:partners} have set up an? (?:joint )?venture (?:called|named) {P:venture}',
    partners,
    [],
  ),
  rule(
    'venture',
    '(?:set up|founded|created|backed) by {P:partners} with backing from {P:more}',
    partners,
    [],
  ),
  rule(
    'venture',
    '(?<!technology )(?:putting in equity|equity partners|initial (?:equity )?(?:funders|investors)|(?:take|put) (?:out|in) capital|partners)[^:.]{0,40}: ?{P:partners}',
    partners,
    [],
  ),
  rule('venture', '{A}[^.;]{0,60}, from {P:partners}', partners, []),
  rule(
    'venture',
    '{P:partners}[^.;\ue000-\ue3ff]{0,60} (?:commit|put|picked?|invest|contribute|pledge|inject)\\b[^.;]{0,80} (?:to|into|for|in|named|called) {P:venture}',
    partners,
    [],
  ),
  rule('venture', '{P:partners}{aux} contribute {A}', partners, []),
  rule(
    'venture',
    `{P:party},? (?:which |who )?(?:will )?${CARE} ${FINANCE}`,
    role('financial responsibility'),
    [],
  ),
  rule(
    'venture',
    `{P:party},? (?:which |who )?(?:will )?${CARE} ${OPERATION}`,
    role('operational responsibility'),
    [],
  ),
  rule('venture', 'money related ?: ?{P:party}', role('financial responsibility'), []),
  rule('venture', 'operation(?:s)? related ?: ?{P:party}', role('operational responsibility'), []),
  rule('venture', 'chairman ?: ?(?:Mr․? )?{P:party}', role('chairman'), []),
  rule(
    'venture',
    '{P:party} (?:assuming the role of|sits in the|as|serving as|becomes|will be|is) (?:its |the )?chairman',
    role('chairman'),
    [],
  ),
  rule('venture', 'technology partners?[^:.]{0,30}: ?{P:party}', role('technology partner'), []),
  rule(
    'venture',
    'technology is (?:cooperated|supported|provided) by {P:party}',
    role('technology partner'),
    [],
  ),
];
