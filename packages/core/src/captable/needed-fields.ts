import { ACTS, INSTRUMENTS, type Transaction } from './transaction.ts';

/** A field by its name in JSON and in the code. */
export interface Field {
  readonly name: string;
  readonly key: keyof Transaction;
}

const FIELDS = {
  security: { name: 'security_id', key: 'securityId' },
  class: { name: 'class', key: 'class' },
  plan: { name: 'plan', key: 'plan' },
  kind: { name: 'kind', key: 'kind' },
  quantity: { name: 'quantity', key: 'quantity' },
  amount: { name: 'amount', key: 'amount' },
  resulting: { name: 'resulting_security_ids', key: 'resultingSecurityIds' },
  ratio: { name: 'ratio', key: 'ratio' },
} as const satisfies Readonly<Record<string, Field>>;

/** What each type cannot do without besides its date, in the order of the input. */
const NEEDED: ReadonlyMap<string, readonly Field[]> = new Map<string, readonly Field[]>([
  ...INSTRUMENTS.flatMap((instrument) =>
    ACTS.map((act) => [`${instrument}_${act}`, [FIELDS.security]] as const),
  ),
  ['stock_issuance', [FIELDS.security, FIELDS.class, FIELDS.quantity]],
  ['equity_compensation_issuance', [FIELDS.security, FIELDS.quantity]],
  ['warrant_issuance', [FIELDS.security, FIELDS.quantity]],
  ['convertible_issuance', [FIELDS.security, FIELDS.kind, FIELDS.amount]],
  ['class_split', [FIELDS.class, FIELDS.ratio]],
  ['class_authorized_adjustment', [FIELDS.class, FIELDS.quantity]],
  ['plan_reserve_adjustment', [FIELDS.plan, FIELDS.quantity]],
]);

const UNDER_A_SPLIT: readonly Field[] = [FIELDS.security, FIELDS.resulting];

/** The fields that a transaction has to have; undefined when its type is none of the list. */
export function fieldsNeededBy({ type, splitId }: Transaction): readonly Field[] | undefined {
  const needed = NEEDED.get(type);
  return splitId !== undefined && needed?.length === 1 ? UNDER_A_SPLIT : needed;
}
