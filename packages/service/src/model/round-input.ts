import type { DealFile, Path } from '@tranche/formats/deal-file';
import type { Step } from './chain.ts';
import type { Holding, ModelFile, ShareClass } from './holding.ts';
import { fromFile, type Input, Traced } from './traced.ts';

type Round = NonNullable<DealFile['round']>;
type Convertible = NonNullable<DealFile['convertibles']>[number];
type ClassFinder = (id: string) => { readonly one: ShareClass; readonly path: Path } | undefined;

/** The input of the calculator `round`: the company before it as converted, and the terms as the file states them. */
export function roundInput(
  file: ModelFile,
  round: Round,
  held: readonly Holding[],
  converted: Step,
  classNamed: ClassFinder,
): Input {
  const term = (name: keyof Round): Input =>
    round[name] === undefined ? undefined : fromFile(round[name] as Input, ['round', name]);
  return {
    capitalization: {
      holdings: held.map((holding) => ({
        id: holding.id,
        shares: converted.figure('holdings', holding.id, 'as_converted'),
        kind: kindOf(holding, classNamed),
      })),
      options_promised: term('options_promised'),
      unissued_pool: converted.figure('total'),
    },
    convertibles: (file.convertibles ?? []).map((one, index) =>
      convertibleInput(one, ['convertibles', index], round.date),
    ),
    price: term('price'),
    new_money: newMoney(file, round),
    pool: term('pool'),
    pricing_method: term('pricing_method'),
    anti_dilution: held.flatMap((holding) => antiDilution(holding, classNamed)),
    rounding: term('rounding'),
  };
}

function kindOf({ kind, class: of = '' }: Holding, classNamed: ClassFinder): string {
  if (kind === 'options') return 'options_outstanding';
  if (kind === 'warrants') return 'warrants';
  return classNamed(of)?.one.kind === 'preferred' ? 'preferred_as_converted' : 'common';
}

function newMoney({ tranches }: ModelFile, round: Round): Input {
  if (round.new_money !== undefined) return fromFile(round.new_money, ['round', 'new_money']);
  return (tranches?.commitments ?? []).map(({ investor, amount }, index) => {
    const path = ['tranches', 'commitments', index];
    return new Traced({ investor, amount: fromFile(amount, [...path, 'amount']) }, { file: path });
  });
}

function convertibleInput(one: Convertible, path: Path, roundDate: string): Input {
  const { post_money_cap: postCap, pre_money_cap: preCap, interest } = one;
  const at = (name: keyof Convertible): Input =>
    one[name] === undefined ? undefined : fromFile(one[name] as Input, [...path, name]);
  const cap =
    postCap !== undefined
      ? { amount: at('post_money_cap'), base: 'company_capitalization' }
      : preCap !== undefined
        ? { amount: at('pre_money_cap'), base: 'pre_money_capitalization' }
        : at('cap');
  const dates =
    interest?.years === undefined ? { from: interest?.from ?? one.date, to: interest?.to ?? roundDate } : {};
  return new Traced(
    {
      id: one.id,
      kind: one.kind,
      amount: at('amount'),
      cap,
      discount: at('discount'),
      fixed_percentage: at('fixed_percentage'),
      mfn: at('mfn'),
      interest:
        interest === undefined
          ? undefined
          : new Traced(
              { ...fieldsFromFile(interest, [...path, 'interest']), ...dates },
              { file: [...path, 'interest'] },
            ),
    },
    { file: path },
  );
}

export const fieldsFromFile = (value: object, path: Path): Readonly<Record<string, Input>> =>
  Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, fromFile(field as Input, [...path, name])]),
  );

function antiDilution({ id, kind, class: of = '' }: Holding, classNamed: ClassFinder): Input[] {
  const found = classNamed(of);
  if (kind !== 'issued' || found?.one.anti_dilution === undefined) return [];
  const { one, path } = found;
  const field = one.conversion_price === undefined ? 'original_issue_price' : 'conversion_price';
  const price = one[field];
  return [
    new Traced(
      {
        holding: id,
        conversion_price: price === undefined ? undefined : fromFile(price, [...path, field]),
        ...fieldsFromFile(one.anti_dilution ?? {}, [...path, 'anti_dilution']),
      },
      { file: path },
    ),
  ];
}
