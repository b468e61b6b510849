import { fail, ok, type Result } from '@tranche/core/result';
import type { Path } from '@tranche/formats/deal-file';
import { listed } from './answering.ts';
import type { Holding, ShareClass } from './holding.ts';
import { fieldsFromFile } from './round-input.ts';
import type { AfterRound, CapTableStage, Stages } from './stages.ts';
import { fromFile, type Input, Traced } from './traced.ts';

/** What shares in an exit, as the calculator `waterfall` takes it, and whose each part is. */
export interface ExitParts {
  readonly classes: readonly Input[];
  readonly options: readonly Input[];
  readonly safes: readonly Input[];
  /** Each paid part by where the calculator lists it: under `holders` (of a class) or `payouts`. */
  readonly parts: readonly {
    readonly id: string;
    readonly holder: string;
    readonly under: 'holders' | 'payouts';
  }[];
}

/** Why there is no answer: what the file would have to say. */
export interface CannotTell {
  readonly cannotTell: string;
}

/** The company as its history made it, SAFEs unconverted. Nobody can tell what an unconverted note gets at an exit. */
export function exitBeforeRound(stages: Stages, before: CapTableStage): Result<ExitParts | CannotTell> {
  const classes = existingClasses(stages, before, undefined);
  if (!classes.ok) return classes;
  const convertibles = (stages.file.convertibles ?? []).flatMap((one, index) =>
    one.date <= before.asOf ? [{ one, path: ['convertibles', index] as Path }] : [],
  );
  const notes = convertibles.flatMap(({ one }) => (one.kind === 'note' ? [one.id] : []));
  if (notes.length > 0)
    return ok({ cannotTell: `what ${listed(notes)} gets at an exit before it converts is not in the file` });
  const options = optionInputs(before.holdings);
  return ok({
    classes: classes.value.inputs,
    options: options.inputs,
    safes: convertibles.map(
      ({ one, path }) =>
        new Traced(
          {
            id: one.id,
            ...fieldsFromFile(
              {
                amount: one.amount,
                post_money_cap: one.post_money_cap,
                pre_money_cap: one.pre_money_cap,
                seniority: one.seniority,
              },
              path,
            ),
          },
          { file: path },
        ),
    ),
    parts: [
      ...classes.value.parts,
      ...options.parts,
      ...convertibles.map(({ one }) => ({ id: one.id, holder: one.holder, under: 'payouts' as const })),
    ],
  });
}

/**
 * The company after the round: what was there with its adjusted conversion, each convertible as a series of its own
 * (its preference rests on its conversion price), and the new shares of each closing.
 */
export function exitAfterRound(stages: Stages, before: CapTableStage, after: AfterRound): Result<ExitParts> {
  const classes = existingClasses(stages, before, after);
  if (!classes.ok) return classes;
  const sold = soldClasses(stages, after);
  if (!sold.ok) return sold;
  const options = optionInputs(before.holdings);
  return ok({
    classes: [...classes.value.inputs, ...sold.value.inputs],
    options: options.inputs,
    safes: [],
    parts: [...classes.value.parts, ...options.parts, ...sold.value.parts],
  });
}

type Classes = { readonly inputs: readonly Input[]; readonly parts: ExitParts['parts'] };

function existingClasses(
  stages: Stages,
  before: CapTableStage,
  after: AfterRound | undefined,
): Result<Classes> {
  const inputs: Input[] = [];
  const parts: ExitParts['parts'][number][] = [];
  for (const [index, one] of stages.file.securities.classes.entries()) {
    const path = ['securities', 'classes', index];
    const shares = before.table.figure('classes', one.id, 'outstanding');
    const held = before.holdings.filter(({ kind, class: of }) => kind === 'issued' && of === one.id);
    if (shares === undefined || held.length === 0) continue;
    const [first] = held;
    const adjusted =
      first === undefined || after?.round === undefined
        ? ok(undefined)
        : stages.adjustedRatio(after.round, first);
    if (!adjusted.ok) return adjusted;
    const terms = termsOf(stages, one, path);
    if (!terms.ok) return terms;
    inputs.push(
      new Traced(
        {
          id: one.id,
          kind: one.kind,
          shares,
          ...(one.kind === 'common' || one.original_issue_price === undefined
            ? {}
            : {
                original_issue_price: fromFile(one.original_issue_price, [...path, 'original_issue_price']),
              }),
          ...terms.value,
          conversion_ratio: adjusted.value ?? first?.ratio,
          holders: held.map((holding) => ({ id: holding.id, shares: holding.shares })),
        },
        { file: path },
      ),
    );
    parts.push(...held.map(({ id, holder }) => ({ id, holder, under: 'holders' as const })));
  }
  return ok({ inputs, parts });
}

function soldClasses(stages: Stages, { round, newShares }: AfterRound): Result<Classes> {
  const name = stages.soldClass();
  const found = stages.classNamed(name);
  if (found === undefined) return ok({ inputs: [], parts: [] });
  const terms = termsOf(stages, found.one, found.path);
  if (!terms.ok) return terms;
  const { kind } = found.one;
  const priced = (price: Traced | undefined) => (kind === 'common' ? {} : { original_issue_price: price });
  const converted = (stages.file.convertibles ?? []).flatMap(({ id, holder }) => {
    const shares = round?.figure('convertibles', id, 'shares');
    if (shares === undefined || String(shares.value) === '0') return [];
    const price = round?.figure('convertibles', id, 'conversion_price');
    return [{ input: { id, kind, shares, ...priced(price), ...terms.value }, part: { id, holder } }];
  });
  const sold = newShares.map(({ closing, price, shares, holdings }) => ({
    input: {
      id: closing === undefined ? name : `${name}, ${closing}`,
      kind,
      shares,
      ...priced(price),
      ...terms.value,
      holders: holdings.map((one) => ({ id: one.id, shares: one.shares })),
    },
    holdings,
  }));
  return ok({
    inputs: [...converted, ...sold].map(({ input }) => new Traced(input, { file: found.path })),
    parts: [
      ...converted.map(({ part }) => ({ ...part, under: 'payouts' as const })),
      ...sold.flatMap(({ holdings }) =>
        holdings.map(({ id, holder }) => ({ id, holder, under: 'holders' as const })),
      ),
    ],
  });
}

/** Preference, participation, rank and dividend of a class. A preferred class that does not say is not guessed at. */
function termsOf(
  { file, chain }: Stages,
  one: ShareClass,
  path: Path,
): Result<Readonly<Record<string, Input>>> {
  const { preference, dividend } = one;
  if (one.kind === 'common') return ok({});
  if (preference === undefined) {
    const { code, expected, place, ...rest } = chain.failure(
      'MISSING_FIELD',
      [...path, 'preference'],
      `what ${one.id} takes at an exit before those junior to it is not said`,
      'multiple, participation and seniority',
    );
    return fail(code, rest.path, rest.message, {
      ...(expected === undefined ? {} : { expected }),
      ...(place === undefined ? {} : { place }),
    });
  }
  const { multiple, ...stated } = preference;
  const at = [...path, 'preference'];
  return ok({
    ...(multiple === undefined ? {} : { preference_multiple: fromFile(multiple, [...at, 'multiple']) }),
    cap_multiple: new Traced(undefined, { file: [...at, 'cap_multiple'] }),
    ...fieldsFromFile(stated, at),
    ...(dividend === undefined
      ? {}
      : {
          dividend: new Traced(
            {
              ...fieldsFromFile(dividend, [...path, 'dividend']),
              ...(dividend.years === undefined && dividend.to === undefined && file.exit?.date !== undefined
                ? { to: fromFile(file.exit.date, ['exit', 'date']) }
                : {}),
            },
            { file: [...path, 'dividend'] },
          ),
        }),
  });
}

function optionInputs(holdings: readonly Holding[]): Classes {
  const held = holdings.filter(({ kind }) => kind === 'options' || kind === 'warrants');
  return {
    inputs: held.map(({ id, shares, strike, path }) => new Traced({ id, shares, strike }, { file: path })),
    parts: held.map(({ id, holder }) => ({ id, holder, under: 'payouts' })),
  };
}
