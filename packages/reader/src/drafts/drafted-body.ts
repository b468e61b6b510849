import type { StatedAmount } from '@tranche/core/money';
import type { PartialDate } from '@tranche/core/time';
import type { ClaimBody, DealStatus } from '@tranche/ledger/claim';
import { instrumentIn, stageNear } from '../claims/stage-and-instrument.ts';
import { basisInWords } from '../claims/valuation.ts';
import type { AmountMention } from '../money/index.ts';
import type { ShapedDraft } from './draft-shape.ts';
import type { Grounding } from './grounding.ts';
import { equates, givesRole, isTooSmallToValue, ranks } from './kind-words.ts';
import type { SaidWords } from './said-words.ts';

/**
 * What a draft says, with every value read from the text. Undefined, with the reason in `grounding`, when something
 * it points at is not there. Parties, sums and words are looked for in the order of the claim schema.
 */
export function draftedBody(
  draft: ShapedDraft,
  grounding: Grounding,
  said: SaidWords,
  text: string,
): ClaimBody | undefined {
  const status = draft.status as DealStatus;
  const party = (field: string, anywhere = false): string =>
    optionalParty(field, anywhere) ?? (grounding.drop('party_not_in_text') as unknown as string);
  const optionalParty = (field: string, anywhere = false): string | undefined => {
    const words = draft.text(field);
    return words === undefined ? undefined : grounding.party(field, words, { anywhere });
  };
  const parties = (field: string, anywhere: boolean): readonly string[] => {
    const names = draft
      .list(field)
      .map((words, index) => grounding.party(`${field}[${index}]`, words, { anywhere }) ?? '');
    return new Set(names).size === names.length ? names : [...new Set(names)];
  };
  const sum = (field: string, as = field): AmountMention | undefined => {
    const words = draft.text(field);
    return words === undefined ? undefined : grounding.sum(as, words);
  };
  const amount = (field: string): StatedAmount => sum(field)?.amount as StatedAmount;
  const optionalAmount = <K extends string>(field: K) => optional(field, sum(field)?.amount);
  const date = <K extends string>(field: K): { readonly [P in K]?: PartialDate } => {
    const words = draft.text(field);
    return words === undefined ? {} : optional(field, grounding.date(field, words, status));
  };
  const words = <K extends string>(field: K): { readonly [P in K]?: string } => {
    const copied = draft.text(field);
    return copied === undefined ? {} : optional(field, grounding.words(field, copied));
  };
  const needsFigure = (...fields: readonly string[]): void => {
    if (fields.every((field) => draft.text(field) === undefined)) grounding.drop('no_figure');
  };

  const body = ((): ClaimBody => {
    switch (draft.type) {
      case 'round': {
        needsFigure('amount', 'valuation');
        const issuer = party('issuer', true);
        const raised = optionalAmount('amount');
        const worth =
          draft.text('valuation') === undefined ? {} : valuationField(draft, grounding, said, text);
        const quoted = text.slice(...grounding.quote);
        const stage = stageNear(
          quoted,
          (grounding.spans.amount?.[0] ?? grounding.quote[0]) - grounding.quote[0],
        );
        const instrument = instrumentIn(quoted);
        return {
          type: 'round',
          issuer,
          ...raised,
          ...optional('stage', stage),
          ...optional('instrument', instrument?.name),
          ...optional('money', instrument?.money),
          ...worth,
          ...date('date'),
          status,
          leads: parties('leads', true),
          participants: parties('participants', true),
          ...words('condition'),
        };
      }
      case 'tranche':
        return {
          type: 'tranche',
          issuer: party('issuer', true),
          amount: amount('amount'),
          ...date('when'),
          ...words('condition'),
          ...optional('payer', optionalParty('payer')),
          status,
        };
      case 'investment':
      case 'syndication':
        needsFigure('amount', 'when');
        return {
          type: draft.type,
          investor: party('investor'),
          issuer: party('issuer', true),
          ...optionalAmount('amount'),
          ...date('when'),
          ...words('condition'),
          status,
        };
      case 'valuation': {
        const found = sum('amount');
        if (found !== undefined && isTooSmallToValue(found.amount)) grounding.drop('kind_not_in_words');
        return {
          type: 'valuation',
          entity: party('entity', true),
          amount: found?.amount as StatedAmount,
          basis: found === undefined ? 'unspecified' : basisInWords(text.slice(...nearby(found, said, text))),
          ...date('when'),
          status,
        };
      }
      case 'stake': {
        const found = grounding.percent('percent', draft.text('percent') ?? '');
        return {
          type: 'stake',
          holder: party('holder'),
          entity: party('entity', true),
          percent: found?.percent as never,
          qualifier: found?.qualifier ?? 'exact',
          ...optionalAmount('value'),
          ...date('when'),
          status,
        };
      }
      case 'control':
        return {
          type: 'control',
          holder: party('holder'),
          entity: party('entity', true),
          how: words('how').how ?? '',
          ...date('when'),
          status,
        };
      case 'commitment':
        return {
          type: 'commitment',
          ...optional('by', optionalParty('by')),
          to: party('to', true),
          amount: amount('amount'),
          ...words('period'),
          status,
        };
      case 'venture': {
        const name = party('name', true);
        const partners = parties('partners', false);
        if (partners.length === 0) grounding.drop('no_figure');
        return { type: 'venture', name, partners, roles: rolesOf(draft, grounding, said) };
      }
      case 'rank': {
        const claim = draft.text('claim') ?? '';
        if (!ranks(claim, said.whole)) grounding.drop('kind_not_in_words');
        return {
          type: 'rank',
          subject: party('subject'),
          claim,
          ...optional('object', optionalParty('object', true)),
          ...optional('over', optionalParty('over')),
        };
      }
      case 'fx':
        return { type: 'fx', ...conversion(sum('from'), sum('to'), grounding, text) } as ClaimBody;
      case 'no_external_funding':
        return { type: 'no_external_funding', entity: party('entity', true) };
    }
  })();
  return grounding.reason === undefined ? body : undefined;
}

/** Under the basis that the words around the sum give it. */
function valuationField(draft: ShapedDraft, grounding: Grounding, said: SaidWords, text: string) {
  const found = grounding.sum('valuation', draft.text('valuation') ?? '');
  if (found === undefined) return {};
  if (isTooSmallToValue(found.amount)) grounding.drop('kind_not_in_words');
  const basis = basisInWords(text.slice(...nearby(found, said, text)));
  const field = basis === 'unspecified' ? 'valuation_unspecified' : `${basis}_money`;
  const { valuation } = grounding.spans;
  if (valuation !== undefined) grounding.spans[field] = valuation;
  delete grounding.spans.valuation;
  return { [field]: found.amount };
}

/** The words right around a sum within its line: where its basis is said. */
function nearby({ span }: AmountMention, { whole }: SaidWords, text: string): readonly [number, number] {
  const from = text.lastIndexOf('\n', span[0] - 1) + 1;
  const stop = text.indexOf('\n', span[1]);
  const to = stop < 0 ? text.length : stop;
  const reach = Math.min(60, whole.length);
  return [Math.max(from, span[0] - reach), Math.min(to, span[1] + reach)];
}

function rolesOf(draft: ShapedDraft, grounding: Grounding, said: SaidWords) {
  return draft.roles.map(({ party, role }, index) => {
    if (!givesRole(role, said.whole)) grounding.drop('kind_not_in_words');
    return { party: grounding.party(`roles[${index}].party`, party, { anywhere: false }) ?? '', role };
  });
}

/** Two single sums in two currencies which the text puts as one. */
function conversion(
  from: AmountMention | undefined,
  to: AmountMention | undefined,
  grounding: Grounding,
  text: string,
) {
  if (from === undefined || to === undefined) return {};
  const [first, last] = from.span[0] < to.span[0] ? [from, to] : [to, from];
  if ('min' in from.amount || 'min' in to.amount || from.amount.currency === to.amount.currency) {
    return grounding.drop('kind_not_in_words');
  }
  if (!equates(text.slice(first.span[1], last.start))) return grounding.drop('kind_not_in_words');
  const plain = ({ currency, value }: { currency: string; value: unknown }) => ({ currency, value });
  return { from: plain(from.amount), to: plain(to.amount) };
}

const optional = <K extends string, V>(name: K, value: V | undefined): { [P in K]?: V } =>
  (value === undefined ? {} : { [name]: value }) as { [P in K]?: V };
