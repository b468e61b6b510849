import type { Party } from '../party/index.ts';
import type { Cited } from './draft.ts';
import type { Hit } from './hit.ts';
import type { Reading } from './reading.ts';

/** Small words before a name on a list: what it is, never what somebody does. */
const WORD =
  "(?:u․[sk]․(?:-based)?|(?!(?:by|with|from|to|in|into|for|of|on|at|which|who|that|whose|has|have|had|is|was|are|were|will|would|could|may|than|while|but|when|led|joined|raised|said|included|includes|attracted|featured|saw|drew|brought|followed|supported|participated|plans?|expects?|it|he|she|they)\\b)[\\p{L}’'&-]+)";
const LEAD_ROLE = `(?:(?!including\\b)${WORD},? ){0,7}`;
const ROLE = `(?:(?:${WORD},? ){0,6}(?:arm|unit|subsidiary|affiliate|enterprise|vehicle|division|branch|side) of (?:the )?)?(?:${WORD},? ){0,7}(?:(?:such as|including|like|(?:managed|advised) by) (?:${WORD} ){0,5})?`;
const NAME = '([\\ue000-\\ue3ff])';
const ALSO_LEADS = '(?: \\((?:co-)?lead(?: investors?)?\\))?';
/** Nothing stands between two names where an aside was cut out. */
const JOINED = ',? (?:and|&|as well as|plus)|[,;]|(?= [\\ue000-\\ue3ff])';
const BESIDE = `${JOINED}|,? (?:along with|alongside|together with|in addition to)`;

/** How a list goes on behind a name, and the name with what may stand behind it. */
const nextMember = (joins: string, role: string, ends: string): RegExp =>
  new RegExp(
    `^${ALSO_LEADS}(?:${joins}) ${role}${NAME}(?=$|[,.;:)–—-]|․(?:$| )| (?:–|—|\\(|(?:and|as well as|along with|alongside|plus|for|to|at|with${ends})\\b))`,
    'iu',
  );
const NEXT_BACKER = nextMember(
  BESIDE,
  ROLE,
  '|also|too|participat\\w+|took|taking|join\\w*|contribut\\w*|among|in the',
);
const NEXT_LEAD = nextMember(',? (?:and|&)|[,;]|(?= [\\ue000-\\ue3ff])', LEAD_ROLE, '');
/** A name that a list goes on from, up to the one behind it. */
const BACKER_BEFORE = new RegExp(`${NAME}${ALSO_LEADS}(?:${BESIDE}) ${ROLE}$`, 'iu');
const MOST_MEMBERS = 24;

/** The parties of a slot with those its list goes on to behind it; those in front too, for a subject. */
export function membersFrom(hit: Hit, reading: Reading, slot: 'backer' | 'lead'): Cited<Party>[] {
  const members = reading.parties(hit, slot);
  const next = slot === 'lead' ? NEXT_LEAD : NEXT_BACKER;
  for (let behind = hit.behind(slot); members.length > 0 && members.length < MOST_MEMBERS; ) {
    const found = next.exec(behind);
    const more = found?.[1] === undefined ? [] : reading.partiesAt(hit, found[1]);
    if (found === null || more.length === 0) break;
    members.push(...more);
    behind = behind.slice(found[0].length);
  }
  return slot === 'backer' && hit.opensWith(slot) ? [...membersBefore(hit, reading), ...members] : members;
}

/** "P, its owner Q and R joined": the slot is R. */
function membersBefore(hit: Hit, reading: Reading): Cited<Party>[] {
  const members: Cited<Party>[] = [];
  for (let before = hit.before; members.length < MOST_MEMBERS; ) {
    const found = BACKER_BEFORE.exec(before);
    if (found?.[1] === undefined) break;
    members.unshift(...reading.partiesAt(hit, found[1]));
    before = before.slice(0, found.index);
  }
  return members;
}
