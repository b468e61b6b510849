import { partsOf } from '@tranche/core/time';
import type { Candidate, DealMoney, JoinedStatement } from '../view.ts';
import { type Fit, fitOf, JOINING_RULE } from './fit.ts';
import { Group } from './group.ts';
import { isDone, type Mention } from './mention.ts';
import { addsUpYears, repeatsTotal } from './running-total.ts';

/** A mention that no deal was found for: why, and the deal that came nearest. */
export interface Loose {
  readonly mention: Mention;
  readonly because: string;
  readonly nearest?: Candidate;
}

export interface Grouping {
  readonly groups: readonly Group[];
  /** Investments that add up money over several deals, and other mentions that belong to none. */
  readonly loose: readonly Loose[];
}

/**
 * Financings of one issuer, gathered from what is said of them.
 *
 * Texts are taken in the order in which they became known, and each of their statements joins the deal it fits
 * best by `JOINING_RULE`, or opens a new one. So a deal's id and its earlier members never change when later
 * texts arrive. Within a text the rounds come first (what was done before what is ahead), then the parts
 * whose amounts are known, then the other parts by their place beside those, then valuations: what a text says
 * nearby is evidence only for what cannot be told otherwise.
 * Known weakness: two open financings of one issuer, of like size and by unnamed investors, are taken for one.
 */
export function groupStatements(mentions: readonly Mention[]): Grouping {
  const groups: Group[] = [];
  const loose: Loose[] = [];
  for (const text of inTexts(mentions)) {
    const placed = new Map<Mention, Group>();
    const place: Place = (mention, group, joined) => {
      group.join(mention, joined);
      placed.set(mention, group);
    };
    const rounds = text.filter(({ type, fallback }) => type === 'round' && !fallback);
    for (const mention of rounds.sort(oldestFirst)) joinOrOpen(mention, groups, undefined, place, loose);
    const totals = text.filter((mention) => addsUpYears(mention));
    for (const mention of totals) loose.push({ mention, because: ADDS_UP, ...nearestOf(mention, groups) });
    const parts = text.filter(
      (mention) => ![...rounds, ...totals].includes(mention) && mention.type !== 'valuation',
    );
    const known = parts
      .filter(({ type }) => type !== 'round')
      .filter((part) => joinIfSure(part, groups, place));
    const valuations = text.filter(({ type }) => type === 'valuation');
    const byPrice = placed.size > 0 ? [] : valuations.filter((mention) => joinIfSure(mention, groups, place));
    const others = parts.filter((part) => !known.includes(part)).sort(withoutAmountFirst);
    for (const mention of others) {
      if (
        repeatsTotal(
          mention,
          text,
          placed,
          loose.map((one) => one.mention),
        )
      ) {
        loose.push({ mention, because: ADDS_UP, ...nearestOf(mention, groups) });
      } else joinOrOpen(mention, groups, nearest(mention, placed), place, loose);
    }
    for (const mention of valuations.filter((valuation) => !byPrice.includes(valuation))) {
      joinOrOpen(mention, groups, nearest(mention, placed), place, loose);
    }
  }
  return { groups, loose };
}

type Place = (mention: Mention, group: Group, joined: Omit<JoinedStatement, 'id'>) => void;

const ADDS_UP = 'it adds up money over several deals';
const NO_FIT = 'no deal fits it well enough, and it tells too little to open one';

/** Joins a deal that is told by more than the text around: its amount and something besides. */
function joinIfSure(mention: Mention, groups: readonly Group[], place: Place): boolean {
  const [best, next] = candidates(mention, groups, undefined);
  if (best === undefined || best.fit.points < JOINING_RULE.sameAmount + 1) return false;
  place(mention, best.group, joinedBy(best, next));
  return true;
}

function joinOrOpen(
  mention: Mention,
  groups: Group[],
  nextInText: Group | undefined,
  place: Place,
  loose: Loose[],
): void {
  const [best, next] = candidates(mention, groups, nextInText);
  if (best !== undefined && best.fit.points >= JOINING_RULE.enough) {
    place(mention, best.group, joinedBy(best, next));
  } else if (mention.fallback && nextInText !== undefined) {
    place(mention, nextInText, {
      joinedBecause: 'it says what holds if a condition of the deal beside it fails',
    });
  } else if (canOpen(mention)) {
    const group = open(mention, groups);
    groups.push(group);
    place(mention, group, {
      joinedBecause: 'the first report of this deal',
      ...(best === undefined ? {} : { runnerUp: candidateOf(best) }),
    });
  } else {
    loose.push({ mention, because: NO_FIT, ...(best === undefined ? {} : { nearest: candidateOf(best) }) });
  }
}

interface Fitting {
  readonly group: Group;
  readonly fit: Fit;
}

/** The deals that nothing rules out, with most points first; of equal ones the earlier. */
const candidates = (
  mention: Mention,
  groups: readonly Group[],
  nextInText: Group | undefined,
): readonly Fitting[] =>
  groups
    .flatMap((group): readonly Fitting[] => {
      const fit = fitOf(mention, group, nextInText);
      return fit === undefined ? [] : [{ group, fit }];
    })
    .sort((one, other) => other.fit.points - one.fit.points);

const candidateOf = ({ group, fit }: Fitting): Candidate => ({ deal: group.id, points: fit.points });

const joinedBy = ({ fit }: Fitting, next: Fitting | undefined): Omit<JoinedStatement, 'id'> => ({
  joinedBecause: fit.reasons.join('; '),
  points: fit.points,
  ...(next === undefined ? {} : { runnerUp: candidateOf(next) }),
});

function nearestOf(mention: Mention, groups: readonly Group[]): Pick<Loose, 'nearest'> {
  const [best] = candidates(mention, groups, undefined);
  return best === undefined ? {} : { nearest: candidateOf(best) };
}

/** A deal begins with something asserted of it that has an amount, a round or an investor's name. */
export function canOpen({ type, amount, statement, fallback }: Mention): boolean {
  if (statement.denied || fallback || type === 'valuation' || type === 'syndication') return false;
  return type === 'round' || amount !== undefined;
}

function open(mention: Mention, groups: readonly Group[]): Group {
  const money: DealMoney = mention.money ?? 'primary';
  const year = partsOf(mention.dated ? mention.at.to : mention.statement.knownFrom).year;
  const stem = `${mention.issuer}-${year}-${money}`;
  const taken = groups.filter(({ id }) => id === stem || id.startsWith(`${stem}-`)).length;
  return new Group(
    taken === 0 ? stem : `${stem}-${taken + 1}`,
    mention.issuer,
    mention.issuerName,
    money,
    mention,
  );
}

/** Mentions of one text together, in the order in which the texts became known. */
function inTexts(mentions: readonly Mention[]): readonly (readonly Mention[])[] {
  const texts = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = `${mention.statement.knownFrom} ${mention.text}`;
    const text = texts.get(key);
    if (text === undefined) texts.set(key, [mention]);
    else text.push(mention);
  }
  return [...texts.values()];
}

const oldestFirst = (one: Mention, other: Mention): number =>
  Number(isDone(other.status) && other.dated) - Number(isDone(one.status) && one.dated) ||
  (one.at.to < other.at.to ? -1 : one.at.to > other.at.to ? 1 : 0) ||
  one.place - other.place;

/** What has no amount opens no deal, and is not drawn to one that opens beside it. */
const withoutAmountFirst = (one: Mention, other: Mention): number =>
  Number(one.amount !== undefined) - Number(other.amount !== undefined) || one.place - other.place;

/**
 * The deal spoken of nearest in the text, of those it can be about; what stands before counts as twice as near as what comes after.
 * A total over loans and shares is near to nothing, where the text tells them apart.
 */
function nearest(mention: Mention, placed: ReadonlyMap<Mention, Group>): Group | undefined {
  const possible = [...placed].filter(([, group]) => fitOf(mention, group, group) !== undefined);
  const all = possible.filter(([{ type }]) => type !== 'valuation');
  const single = all.filter(([, { money }]) => money !== 'mixed');
  let best: { readonly group: Group; readonly distance: number } | undefined;
  // Where a text speaks of a deal by its valuation only, that is what its parts are beside.
  for (const [other, group] of single.length > 0 ? single : all.length > 0 ? all : possible) {
    const distance =
      other.place <= mention.place ? mention.place - other.place : 2 * (other.place - mention.place);
    if (best === undefined || distance < best.distance) best = { group, distance };
  }
  return best?.group;
}
