import { partsOf } from '@tranche/core/time';
import type { DealMoney } from '../view.ts';
import { type Fit, fitOf, JOINING_RULE } from './fit.ts';
import { Group } from './group.ts';
import { isDone, type Mention } from './mention.ts';
import { addsUpYears, repeatsTotal } from './running-total.ts';

export interface Grouping {
  readonly groups: readonly Group[];
  /** Investments that add up money over several deals, and other mentions that belong to none. */
  readonly loose: readonly Mention[];
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
  const loose: Mention[] = [];
  for (const text of inTexts(mentions)) {
    const placed = new Map<Mention, Group>();
    const place = (mention: Mention, group: Group, reason: string): void => {
      group.join(mention, reason);
      placed.set(mention, group);
    };
    const rounds = text.filter(({ type, fallback }) => type === 'round' && !fallback);
    for (const mention of rounds.sort(oldestFirst)) joinOrOpen(mention, groups, undefined, place, loose);
    const totals = text.filter((mention) => addsUpYears(mention));
    loose.push(...totals);
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
      if (repeatsTotal(mention, text, placed, loose)) loose.push(mention);
      else joinOrOpen(mention, groups, nearest(mention, placed), place, loose);
    }
    for (const mention of valuations.filter((valuation) => !byPrice.includes(valuation))) {
      joinOrOpen(mention, groups, nearest(mention, placed), place, loose);
    }
  }
  return { groups, loose };
}

type Place = (mention: Mention, group: Group, reason: string) => void;

/** Joins a deal that is told by more than the text around: its amount and something besides. */
function joinIfSure(mention: Mention, groups: readonly Group[], place: Place): boolean {
  const best = bestFit(mention, groups, undefined);
  if (best === undefined || best.fit.points < JOINING_RULE.sameAmount + 1) return false;
  place(mention, best.group, best.fit.reasons.join('; '));
  return true;
}

function joinOrOpen(
  mention: Mention,
  groups: Group[],
  nextInText: Group | undefined,
  place: Place,
  loose: Mention[],
): void {
  const best = bestFit(mention, groups, nextInText);
  if (best !== undefined) {
    place(mention, best.group, best.fit.reasons.join('; '));
  } else if (mention.fallback && nextInText !== undefined) {
    place(mention, nextInText, 'it says what holds if a condition of the deal beside it fails');
  } else if (canOpen(mention)) {
    const group = open(mention, groups);
    groups.push(group);
    place(mention, group, 'the first report of this deal');
  } else {
    loose.push(mention);
  }
}

function bestFit(
  mention: Mention,
  groups: readonly Group[],
  nextInText: Group | undefined,
): { readonly group: Group; readonly fit: Fit } | undefined {
  let best: { readonly group: Group; readonly fit: Fit } | undefined;
  for (const group of groups) {
    const fit = fitOf(mention, group, nextInText);
    if (fit === undefined || fit.points < JOINING_RULE.enough) continue;
    if (best === undefined || fit.points > best.fit.points) best = { group, fit };
  }
  return best;
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
