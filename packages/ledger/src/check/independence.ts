import type { ClaimBody, LedgerClaim } from '../claim/index.ts';
import { outletOrigin } from '../origin/index.ts';
import type { PartyBook } from '../party/index.ts';
import type { Statement } from '../statement/index.ts';

/** A text that says so many of the same things, and so large a share of them, tells the same story. */
const SAME_STORY_CLAIMS = 5;
const SAME_STORY_SHARE = 2;
/** A quote of so many characters that stands in two texts was taken over. */
const TAKEN_OVER_LENGTH = 40;

/**
 * The statements that are no second source for a document, by id: what a text that tells the same story says without
 * naming a source (by what it says, or by its words: `tellings`), what it has word for word, and what one passes on from the other. A filing, a party's own
 * statement and a named person stay evidence, however many repeat them.
 */
export function noSecondSource(
  document: readonly LedgerClaim[],
  statements: readonly Statement[],
  parties: PartyBook,
  by: { readonly publisher?: string | undefined; readonly tellings?: ReadonlySet<string> | undefined } = {},
): ReadonlySet<string> {
  const keyOf = contentKey(parties);
  const said = new Set(document.map(({ claim }) => keyOf(claim)));
  const quotes = new Set(
    document.map(({ claim }) => claim.quote).filter(({ length }) => length >= TAKEN_OVER_LENGTH),
  );
  const relayed = new Set(
    document.flatMap(({ claim }) =>
      claim.attribution?.relay_of === undefined ? [] : [claim.attribution.relay_of],
    ),
  );
  const passedOn = new Set([...relayed].map(outletOrigin));
  const own = by.publisher === undefined ? undefined : outletOrigin(by.publisher);
  const copies = new Set([...sameStories(said, statements, keyOf), ...(by.tellings ?? [])]);
  const isCopy = (one: Statement): boolean =>
    vouchesForNothing(one) &&
    ((one.sourceId !== undefined && copies.has(one.sourceId)) ||
      (one.quote !== undefined && quotes.has(one.quote)) ||
      (one.tier === 'relay' && one.origin === own));
  return new Set(
    statements
      .filter((one) => isCopy(one) || (passedOn.has(one.origin) && !isFirstHand(one)))
      .map(({ id }) => id),
  );
}

const vouchesForNothing = ({ kind, tier }: Statement): boolean =>
  kind === 'claim' && (tier === 'relay' || tier === 'unattributed');

const isFirstHand = ({ kind, tier }: Statement): boolean =>
  kind === 'fact' || tier === 'filing' || tier === 'party_statement' || tier === 'named_person';

function sameStories(
  said: ReadonlySet<string>,
  statements: readonly Statement[],
  keyOf: (body: ClaimBody) => string,
): ReadonlySet<string> {
  if (said.size < SAME_STORY_CLAIMS) return new Set();
  const shared = new Map<string, Set<string>>();
  for (const { sourceId, body, denied } of statements) {
    const key = sourceId === undefined || denied ? undefined : keyOf(body);
    if (sourceId === undefined || key === undefined || !said.has(key)) continue;
    const keys = shared.get(sourceId) ?? new Set();
    shared.set(sourceId, keys.add(key));
  }
  const isSame = (count: number): boolean =>
    count >= SAME_STORY_CLAIMS && count * SAME_STORY_SHARE >= said.size;
  return new Set([...shared].filter(([, keys]) => isSame(keys.size)).map(([source]) => source));
}

/** What a claim says, apart from its words, its date and its status: its kind, its parties and its figure. */
export function contentKey({ partyOf }: PartyBook): (body: ClaimBody) => string {
  const key = (type: string, names: readonly (string | undefined)[], figure: unknown): string =>
    JSON.stringify([type, ...names.map((name) => (name === undefined ? '' : partyOf(name).id)), figure]);
  const figure = (body: ClaimBody): string => {
    const amount = 'amount' in body ? body.amount : undefined;
    if (amount === undefined) return '';
    return 'min' in amount
      ? `${amount.currency} ${amount.min}-${amount.max}`
      : `${amount.currency} ${amount.value}`;
  };
  return (body) => {
    switch (body.type) {
      case 'round':
      case 'tranche':
        return key(body.type, [body.issuer], figure(body));
      case 'investment':
      case 'syndication':
        return key(body.type, [body.investor, body.issuer], figure(body));
      case 'valuation':
        return key(body.type, [body.entity], figure(body));
      case 'stake':
        return key(body.type, [body.holder, body.entity], body.percent.toString());
      case 'control':
        return key(body.type, [body.holder, body.entity], '');
      case 'commitment':
        return key(body.type, [body.by, body.to], figure(body));
      case 'venture':
        return key(body.type, [body.name], '');
      case 'rank':
        return key(body.type, [body.subject, body.over], body.claim);
      case 'no_external_funding':
        return key(body.type, [body.entity], '');
      case 'fx':
        return key(
          body.type,
          [],
          [body.from, body.to].map((side) => `${side.currency} ${side.value}`),
        );
    }
  };
}
