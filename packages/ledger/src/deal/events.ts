import { formatAmount } from '@tranche/core/display';
import { headlineValue } from '@tranche/core/money';
import type { PartialDate, PlainDate } from '@tranche/core/time';
import type { Ledger, Statement } from '../statement/index.ts';
import type { Assembly } from './assembly/assemble.ts';
import type { AssembledSlice, AssembledTranche } from './assembly/tranches.ts';
import { CO_INVESTORS } from './figures/slice-figures.ts';
import { conditionOfTranche } from './figures/tranche-views.ts';
import type { GroupedDeal } from './grouping/deals-of.ts';
import { isDone } from './grouping/mention.ts';
import { judgedEvents } from './judged-events.ts';
import { lapsesOf } from './lapses.ts';
import type { ChoiceRule } from './reconcile/index.ts';
import { type DealState, statesOf, subjectsOf } from './states.ts';
import type { Dates, DealEvent, EventKind } from './view.ts';

/** What changed in the deal, and when it became known: the differences between the days on which it was told. */
export function eventsOf(
  ledger: Ledger,
  deal: GroupedDeal,
  dates: Dates,
  rule: ChoiceRule,
): readonly DealEvent[] {
  const states = statesOf(ledger, deal, dates, rule);
  const told = states.flatMap((state, index) => changes(states[index - 1], state));
  const judged = judgedEvents(ledger, subjectsOf(deal), dates.knownOn);
  return [...judged, ...told, ...lapsesOf(states, dates)].sort((one, other) =>
    one.knownFrom < other.knownFrom ? -1 : one.knownFrom > other.knownFrom ? 1 : 0,
  );
}

function changes(before: DealState | undefined, now: DealState): readonly DealEvent[] {
  const { day, assembly, knowledge } = now;
  // On a day on which nothing was said, a judgement changed what is told.
  const isTold =
    before === undefined ||
    assembly.deal.members.some(({ statement }) => statement.knownFrom === day) ||
    knowledge.sources.some(({ published }) => published === day);
  const event = (
    kind: EventKind,
    text: string,
    statements: readonly Statement[],
    happened?: PartialDate,
  ): DealEvent => ({
    knownFrom: day,
    kind: isTold ? kind : 'judged',
    text,
    statements: statements.map(({ id }) => id),
    ...(happened === undefined ? {} : { happened }),
  });
  const last = before?.assembly;
  const events: DealEvent[] = [];
  const status = assembly.status;
  if (last === undefined || last.status !== status) {
    const size = assembly.size === undefined ? '' : `: ${formatAmount(assembly.size.chosen.value)}`;
    const date = isDone(status) ? assembly.closedOn : status === 'agreed' ? assembly.agreedOn : undefined;
    events.push(
      event(
        STATUS_EVENTS[status],
        `${last === undefined ? 'first reported' : 'now'} ${status.replace('_', ' ')}${size}`,
        assembly.statusChoice?.chosen.statements.filter(({ knownFrom }) => knownFrom === day) ?? [],
        date?.chosen.value,
      ),
    );
  }
  events.push(...sizeChange(last, assembly, day, event));
  events.push(...valuationChange(last, assembly, event));
  events.push(...withdrawals(assembly, day, event));
  for (const tranche of assembly.tranches) {
    const earlier = last?.tranches.find(({ id }) => id === tranche.id);
    for (const slice of tranche.slices) events.push(...payment(earlier, tranche, slice, now, event));
    if (
      stateIn(now, tranche) === 'met' &&
      (before === undefined || earlier === undefined || stateIn(before, earlier) !== 'met')
    ) {
      const report = conditionOfTranche(tranche, assembly, now.knowledge).report;
      events.push(
        event(
          'condition_met',
          `${tranche.label}: ${report === undefined ? 'paid, so its condition was met' : `"${report.sentence}"`}`,
          report === undefined
            ? (tranche.condition?.chosen.statements ?? [])
            : now.knowledge.statements.filter(({ sourceId }) => sourceId === report.source.id).slice(0, 1),
          report === undefined ? tranche.paidOn?.chosen.value : undefined,
        ),
      );
    }
  }
  return events;
}

type MakeEvent = (
  kind: EventKind,
  text: string,
  statements: readonly Statement[],
  happened?: PartialDate,
) => DealEvent;

const STATUS_EVENTS: Readonly<Record<Assembly['status'], EventKind>> = {
  rumoured: 'reported',
  in_talks: 'reported',
  planned: 'reported',
  agreed: 'agreed',
  closed: 'closed',
  completed: 'completed',
  abandoned: 'abandoned',
};

const stateIn = ({ assembly, knowledge }: DealState, tranche: AssembledTranche): string =>
  conditionOfTranche(tranche, assembly, knowledge).state;

function sizeChange(
  last: Assembly | undefined,
  { size: now }: Assembly,
  day: PlainDate,
  event: MakeEvent,
): readonly DealEvent[] {
  const before = last?.size;
  if (last === undefined || before === undefined || now === undefined) return [];
  const [was, is] = [before.chosen.value, now.chosen.value];
  const known = new Set([before.chosen.key, ...before.alternatives.map(({ option }) => option.key)]);
  const fresh = now.alternatives.filter(
    ({ option }) =>
      !known.has(option.key) && option.standing.knownFrom === day && option.value.currency === is.currency,
  );
  const passed = fresh.map(({ option, because }) =>
    event(
      'reported',
      `size of ${formatAmount(option.value)} reported, and passed over: ${because}`,
      option.statements,
    ),
  );
  if (was.currency !== is.currency) return passed;
  const order = headlineValue(is).compare(headlineValue(was));
  if (order === 0) return passed;
  const since = now.chosen.statements.filter(({ knownFrom }) => knownFrom === day);
  // One investor's amount is the deal's size only as long as no text speaks of a round.
  const isFirst = !last.mentions.some(({ type, amount }) => type === 'round' && amount !== undefined);
  return [
    isFirst
      ? event('reported', `a round of ${formatAmount(is)} reported`, since)
      : event(order > 0 ? 'upsized' : 'cut', `size from ${formatAmount(was)} to ${formatAmount(is)}`, since),
    ...passed,
  ];
}

function valuationChange(
  before: Assembly | undefined,
  now: Assembly,
  event: MakeEvent,
): readonly DealEvent[] {
  const [was, is] = [before?.valuation, now.valuation];
  if (was === undefined || is === undefined || was.chosen.key === is.chosen.key) return [];
  return [
    event(
      'revalued',
      `valuation from ${formatAmount(was.chosen.value.amount)} to ${formatAmount(is.chosen.value.amount)}`,
      is.chosen.statements,
    ),
  ];
}

/** Figures that a text of the day says were dropped, or denies. */
function withdrawals({ mentions }: Assembly, day: PlainDate, event: MakeEvent): readonly DealEvent[] {
  return mentions.flatMap(({ statement, status, type, amount, valuations, parties }) => {
    if (statement.knownFrom !== day || (!statement.denied && status !== 'abandoned')) return [];
    const figure = amount ?? valuations[0]?.amount;
    const what = `${type}${parties.length === 0 ? '' : ` of ${parties.join(', ')}`}`;
    const said = `${what}${figure === undefined ? '' : ` of ${formatAmount(figure)}`}`;
    return [
      statement.denied
        ? event('denied', `${said} denied`, [statement])
        : event('superseded', `${said} superseded or dropped`, [statement]),
    ];
  });
}

function payment(
  before: AssembledTranche | undefined,
  tranche: AssembledTranche,
  slice: AssembledSlice,
  { knowledge }: DealState,
  event: MakeEvent,
): readonly DealEvent[] {
  const { payer, paid, planned } = slice;
  if (paid === undefined) return [];
  const earlier = before?.slices.find(
    (other) => other.payer.party === payer.party && other.payer.share === payer.share,
  );
  if (earlier?.paid !== undefined && earlier.paid.chosen.key === paid.chosen.key) return [];
  const name =
    payer.share === 'syndicated'
      ? CO_INVESTORS
      : payer.party === undefined
        ? 'investors'
        : knowledge.nameOf(payer.party);
  const amount = formatAmount(paid.chosen.value);
  const exceeds =
    planned !== undefined &&
    planned.chosen.value.currency === paid.chosen.value.currency &&
    headlineValue(paid.chosen.value).compare(headlineValue(planned.chosen.value)) > 0;
  const happened = tranche.paidOn?.chosen.value;
  const own = slice.mentions
    .filter(({ status, statement }) => isDone(status) && paid.chosen.statements.includes(statement))
    .flatMap(({ statement: { body } }) => ('when' in body && body.when !== undefined ? [body.when] : []))[0];
  if (earlier?.paid !== undefined) {
    return [
      event(
        'reported',
        `payment of ${name} (${tranche.label}) now told as ${amount}`,
        paid.chosen.statements,
      ),
    ];
  }
  return [
    event('paid', `${name} paid ${amount} (${tranche.label})`, paid.chosen.statements, own ?? happened),
    ...(exceeds && planned !== undefined
      ? [
          event(
            'upsized',
            `${name}, ${tranche.label}: from ${formatAmount(planned.chosen.value)} to ${amount}`,
            paid.chosen.statements,
            own ?? happened,
          ),
        ]
      : []),
  ];
}
