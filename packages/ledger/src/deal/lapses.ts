import { formatAmount } from '@tranche/core/display';
import { addDays, lastDayOf, type PlainDate } from '@tranche/core/time';
import type { AssembledSlice, AssembledTranche } from './assembly/tranches.ts';
import { CO_INVESTORS } from './figures/slice-figures.ts';
import type { DealState } from './states.ts';
import type { Dates, DealEvent } from './view.ts';

/**
 * Days that passed without a report, by one rule: on the day after the last day that a part of a deal was planned
 * for, a part that someone is bound to pay is overdue, and one that nobody is bound to (an option, a plan of a deal
 * not signed) has lapsed, as long as no text known by then says that it was paid or dropped. A later report of the
 * payment does not take the event back: it was not reported on that day.
 */
export function lapsesOf(states: readonly DealState[], { asOf, knownOn }: Dates): readonly DealEvent[] {
  const until = asOf < knownOn ? asOf : knownOn;
  return states.flatMap((state, index) => {
    const next = states[index + 1]?.day;
    // What is known on the day itself counts: a state holds up to the day before the next.
    const last = next === undefined || next > until ? until : addDays(next, -1);
    return state.assembly.tranches.flatMap((tranche) => lapsesIn(state, tranche, last));
  });
}

function lapsesIn(state: DealState, tranche: AssembledTranche, last: PlainDate): readonly DealEvent[] {
  const date = tranche.planned?.chosen.value;
  const due = date === undefined ? undefined : lastDayOf(date);
  if (date === undefined || due === undefined || tranche.status === 'abandoned') return [];
  const day = addDays(due, 1);
  if (day < state.day || day > last || state.assembly.status === 'abandoned') return [];
  const open = tranche.slices.filter(
    ({ drawn, status }) => drawn !== 'paid' && drawn !== 'with_deal' && status !== 'abandoned',
  );
  return open.map((slice): DealEvent => {
    const isBound = slice.isCommitted;
    return {
      knownFrom: day,
      happened: date,
      kind: isBound ? 'overdue' : 'lapsed',
      text: `${part(state, tranche, slice)}: ${isBound ? `was due ${date}` : `was planned for ${date}`}, not reported as paid`,
      statements: [
        ...new Set([
          ...(tranche.planned?.chosen.statements ?? []),
          ...slice.mentions.map((one) => one.statement),
        ]),
      ].map(({ id }) => id),
    };
  });
}

function part(
  { knowledge }: DealState,
  { label }: AssembledTranche,
  { payer, planned }: AssembledSlice,
): string {
  const name =
    payer.share === 'syndicated'
      ? CO_INVESTORS
      : payer.party === undefined
        ? undefined
        : knowledge.nameOf(payer.party);
  const amount = planned === undefined ? undefined : formatAmount(planned.chosen.value);
  return [label, name, amount].filter((word) => word !== undefined).join(', ');
}
