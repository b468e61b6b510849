import type { StatedAmount } from '@tranche/core/money';
import type { Rational } from '@tranche/core/rational';
import type { Claim, ClaimBody, Grounded, Span } from '@tranche/ledger/claim';
import type { Cited, Draft } from '../claims/draft.ts';
import type { Party } from '../party/index.ts';

type Spans = Record<string, Span>;

/** A claim from a draft: values, the quote cut from the text, and a span for each value that stands in it. */
export function claimFromDraft(draft: Draft, text: string): Claim {
  const spans: Spans = {};
  const [start, end] = trimmed(text, draft.quote);
  const body = bodyOf(draft, spans, (name) => mentionNear(text, name, start));
  const grounded: Grounded = {
    quote: text.slice(start, end),
    quote_span: [start, end],
    spans,
    ...optional('attribution', draft.attribution),
    ...optional('hedge', draft.hedge),
    ...optional('denied', draft.denied),
  };
  return { ...body, ...grounded } as Claim;
}

/** Fields that hold a party: what the sentence leaves to be understood is named elsewhere in the text. */
const PARTY_FIELD =
  /^(?:issuer|investor|entity|holder|by|to|payer|name|subject|object|over|leads|participants|partners|roles)\b/;

function bodyOf(draft: Draft, spans: Spans, mentionOf: (name: string) => Span | undefined): ClaimBody {
  const take = <T extends Party | Rational | StatedAmount | string>(
    name: string,
    cited: Cited<T> | undefined,
  ): T | undefined => {
    if (cited === undefined) return undefined;
    const span = cited.span ?? (PARTY_FIELD.test(name) ? mentionOf(partyName(cited.value)) : undefined);
    if (span !== undefined) spans[name] = span;
    return cited.value;
  };
  const name = (field: string, cited: Cited<Party>): string => (take(field, cited) as Party).name;
  const list = (field: string, items: readonly Cited<string>[]): string[] =>
    items.map((item, index) => take(`${field}[${index}]`, item) ?? '');
  switch (draft.type) {
    case 'round': {
      const proceeds = list('use_of_proceeds', draft.proceeds);
      return {
        type: 'round',
        issuer: name('issuer', draft.issuer),
        ...optional('amount', take('amount', draft.amount)),
        ...optional('stage', take('stage', draft.stage)),
        ...optional('instrument', take('instrument', draft.instrument)),
        ...optional('money', draft.money),
        ...optional('pre_money', take('pre_money', draft.pre)),
        ...optional('post_money', take('post_money', draft.post)),
        ...optional('valuation_unspecified', take('valuation_unspecified', draft.unspecified)),
        ...optional('date', take('date', draft.date)),
        status: draft.status,
        leads: list('leads', draft.leads),
        participants: list('participants', draft.participants),
        ...(proceeds.length === 0 ? {} : { use_of_proceeds: proceeds }),
        ...optional('condition', take('condition', draft.condition)),
      };
    }
    case 'tranche':
      return {
        type: 'tranche',
        issuer: name('issuer', draft.issuer),
        amount: take('amount', draft.amount) as StatedAmount,
        ...optional('when', take('when', draft.when)),
        ...optional('condition', take('condition', draft.condition)),
        ...optional('payer', take('payer', draft.payer)),
        ...optional('money', draft.money),
        status: draft.status,
      };
    case 'investment':
    case 'syndication': {
      const common = {
        investor: name('investor', draft.investor),
        issuer: name('issuer', draft.issuer),
        ...optional('amount', take('amount', draft.amount)),
        ...optional('when', take('when', draft.when)),
        ...optional('condition', take('condition', draft.condition)),
        ...optional('closing', take('closing', draft.closing)),
        status: draft.status,
      };
      return draft.type === 'syndication'
        ? { type: 'syndication', ...common }
        : { type: 'investment', ...common, ...optional('money', draft.money) };
    }
    case 'valuation':
      return {
        type: 'valuation',
        entity: name('entity', draft.entity),
        amount: take('amount', draft.amount) as StatedAmount,
        basis: draft.basis,
        ...optional('when', take('when', draft.when)),
        status: draft.status,
      };
    case 'stake':
      return {
        type: 'stake',
        holder: take('holder', draft.holder) as string,
        entity: name('entity', draft.entity),
        percent: draft.percent.value,
        qualifier: draft.qualifier,
        ...optional('basis', take('basis', draft.basis)),
        ...optional('value', take('value', draft.value)),
        ...optional('when', take('when', draft.when)),
        status: draft.status,
        ...(take('percent', draft.percent) === undefined ? {} : {}),
      };
    case 'commitment':
      return {
        type: 'commitment',
        ...optional('by', take('by', draft.by)),
        to: take('to', draft.to) as string,
        amount: take('amount', draft.amount) as StatedAmount,
        ...optional('period', take('period', draft.period)),
        status: draft.status,
      };
    case 'venture':
      return {
        type: 'venture',
        name: take('name', draft.name) as string,
        partners: list('partners', draft.partners),
        roles: draft.roles.map(({ party, role }, index) => ({
          party: take(`roles[${index}].party`, party) as string,
          role,
        })),
      };
    case 'rank':
      return {
        type: 'rank',
        subject: take('subject', draft.subject) as string,
        claim: draft.claim,
        ...optional('object', take('object', draft.object)),
        ...optional('over', take('over', draft.over)),
        ...optional('status', draft.status),
      };
    case 'fx':
      return { type: 'fx', from: sum(take('from', draft.from)), to: sum(take('to', draft.to)) };
    case 'no_external_funding':
      return { type: 'no_external_funding', entity: name('entity', draft.entity) };
  }
}

const partyName = (value: Party | Rational | StatedAmount | string): string =>
  typeof value === 'string' ? value : 'name' in value ? value.name : '';

/** The last mention of a name before a place, or else the first one after it; whole words only. */
function mentionNear(text: string, name: string, place: number): Span | undefined {
  if (name === '') return undefined;
  const isWhole = (at: number): boolean =>
    !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? '');
  let at = text.lastIndexOf(name, place);
  while (at > 0 && !isWhole(at)) at = text.lastIndexOf(name, at - 1);
  if (at < 0 || !isWhole(at)) at = text.indexOf(name, place);
  while (at >= 0 && !isWhole(at)) at = text.indexOf(name, at + 1);
  return at < 0 ? undefined : [at, at + name.length];
}

function sum(amount: StatedAmount | undefined) {
  if (amount === undefined || 'min' in amount) throw new Error('a conversion is between single sums');
  return { currency: amount.currency, value: amount.value };
}

const optional = <K extends string, V>(name: K, value: V | undefined): { [P in K]?: V } =>
  (value === undefined ? {} : { [name]: value }) as { [P in K]?: V };

/** Without spaces and dangling punctuation at the ends. */
function trimmed(text: string, [from, to]: Span): Span {
  let [start, end] = [from, to];
  while (start < end && /[\s,;:|-]/.test(text[start] ?? '')) start += 1;
  while (end > start && /[\s,;:|]/.test(text[end - 1] ?? '')) end -= 1;
  return [start, end];
}
