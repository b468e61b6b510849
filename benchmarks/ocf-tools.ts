import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Transaction } from '@tranche/core/captable';

/** A certificate as OCF-Tools keeps it, and the little of its machine that is used here. */
interface PeerIssuance {
  readonly stakeholder_id: string;
  readonly stock_class_id: string;
  readonly quantity: string;
}

interface PeerActor {
  start(): PeerActor;
  send(event: object): void;
  getSnapshot(): {
    readonly value: string;
    readonly context: { readonly stockIssuances: readonly PeerIssuance[] };
  };
}

/** The validating machine of OCF-Tools, run over transactions in memory as its `ocfValidator` runs it over files. */
export interface OcfTools {
  /** Shares by holder and class at the end; undefined when it refuses a transaction. */
  run(transactions: readonly object[]): ReadonlyMap<string, number> | undefined;
}

export async function loadOcfTools(folder: string): Promise<OcfTools> {
  const exportOf = async (path: string, name: string): Promise<unknown> => {
    const module: unknown = await import(pathToFileURL(join(folder, path)).href);
    return exported(module, name);
  };
  const machine = await exportOf('ocf_validator/ocfMachine.ts', 'ocfMachine');
  const types = await exportOf('ocf_validator/constants/constants.ts', 'transaction_types');
  const { createActor } = createRequire(join(folder, 'package.json'))('xstate') as {
    createActor(machine: unknown): PeerActor;
  };
  return {
    run: (transactions) => runMachine(createActor(machine), transactions, types as readonly string[]),
  };
}

/** What a module exports by a name, itself or in its default, however deep its loader has wrapped that. */
function exported(module: unknown, name: string): unknown {
  const found = (module as Readonly<Record<string, unknown>>)[name];
  return found ?? exported((module as { readonly default: unknown }).default, name);
}

function runMachine(
  actor: PeerActor,
  transactions: readonly object[],
  types: readonly string[],
): ReadonlyMap<string, number> | undefined {
  const sorted = ([...transactions] as { readonly date: string; readonly object_type: string }[]).sort(
    (a, b) => a.date.localeCompare(b.date) || types.indexOf(a.object_type) - types.indexOf(b.object_type),
  );
  const names = (key: string) =>
    [...new Set(sorted.flatMap((one) => (one as Record<string, unknown>)[key] ?? []))].map((id) => ({ id }));
  const data = {
    manifest: { issuer: { legal_name: 'benchmark' } },
    stakeholders: names('stakeholder_id'),
    stockClasses: names('stock_class_id'),
    transactions: sorted,
    stockLegends: [],
    stockPlans: [],
    vestingTerms: [],
    valuations: [],
  };
  actor.start();
  let day: string | undefined;
  for (const one of sorted) {
    if (one.date !== day)
      actor.send(
        day === undefined ? { type: 'START', data, date: one.date } : { type: 'RUN_EOD', date: day },
      );
    day = one.date;
    actor.send({ type: one.object_type, data: one });
    if (actor.getSnapshot().value === 'validationError') return undefined;
  }
  actor.send({ type: 'RUN_EOD', date: day });
  actor.send({ type: 'RUN_END', date: day });
  const positions = new Map<string, number>();
  for (const { stakeholder_id, stock_class_id, quantity } of actor.getSnapshot().context.stockIssuances) {
    const position = `${stakeholder_id} ${stock_class_id}`;
    positions.set(position, (positions.get(position) ?? 0) + Number(quantity));
  }
  return positions;
}

/** Transactions in the spelling of the Open Cap Format. */
export const toOcf = (transactions: readonly Transaction[]): readonly object[] =>
  transactions.map(({ type, date, securityId, holder, class: of, quantity, ...one }, index) => ({
    object_type: `TX_${type.toUpperCase()}`,
    id: `t${index}`,
    date,
    security_id: securityId,
    ...(quantity === undefined ? {} : { quantity: quantity.toString() }),
    ...(type === 'stock_issuance'
      ? { stakeholder_id: holder, stock_class_id: of, custom_id: securityId, stock_legend_ids: [] }
      : { resulting_security_ids: one.resultingSecurityIds ?? [], reason_text: 'benchmark' }),
    ...(one.balanceSecurityId === undefined ? {} : { balance_security_id: one.balanceSecurityId }),
  }));
