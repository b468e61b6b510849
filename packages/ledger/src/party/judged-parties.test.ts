import { day } from '@tranche/testkit/build';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decision, type Judgement, judgementsInForce } from '../judgement/index.ts';
import { partyBook } from './index.ts';

/** Names of the alias table and others; some stand for one party before anybody judges. */
const NAMES = [
  'SoftBank',
  'SBG',
  'SVF2',
  'Mill',
  'Mill Growth',
  'Alder',
  'Fennick',
  'Thrive',
  'Thrive Capital',
];

const arbitraryMerge = fc
  .record({ into: fc.constantFrom(...NAMES), other: fc.constantFrom(...NAMES) })
  .map(({ into, other }): Decision => ({ kind: 'merge', of: 'parties', into, other }));
const arbitrarySplit = fc
  .constantFrom(...NAMES)
  .map((name): Decision => ({ kind: 'split', of: 'parties', name }));
const arbitraryDecision = fc.oneof(arbitraryMerge, arbitrarySplit);

const judged = (decisions: readonly Decision[], on = '2025-06-01', from = 0): readonly Judgement[] =>
  decisions.map((decision, index) => ({
    id: `j-${from + index}`,
    decision,
    by: 'Ann',
    when: day(on),
    why: 'a reason',
  }));

const everyName = (judgements: readonly Judgement[], on = '2025-07-01') => {
  const { partyOf } = partyBook(judgementsInForce(judgements, day(on)));
  return NAMES.map((name) => partyOf(name));
};

/** Which names are one party, whatever it is called: by the first name of each. */
const partition = (decisions: readonly Decision[]): readonly string[] => {
  const ids = everyName(judged(decisions)).map(({ id }) => id);
  return ids.map((id) => NAMES[ids.indexOf(id)] ?? '');
};

/** The slow model: names are joined whenever they are one by the table, or any merge says so. */
function joined(decisions: readonly Decision[]): readonly string[] {
  const { partyOf } = partyBook();
  const same = NAMES.map((one) => NAMES.filter((other) => partyOf(one).id === partyOf(other).id));
  const merges = decisions.flatMap((one) => (one.kind === 'merge' ? [[one.into, one.other]] : []));
  let groups: readonly (readonly string[])[] = [...same, ...merges];
  for (let round = 0; round < NAMES.length; round += 1) {
    groups = groups.map((group) => [
      ...new Set(groups.filter((other) => other.some((name) => group.includes(name))).flat()),
    ]);
  }
  return NAMES.map(
    (name) =>
      NAMES.find((other) => groups.some((group) => group.includes(name) && group.includes(other))) ?? '',
  );
}

describe('judgements about parties', () => {
  it('leave all as it was once each is undone, in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryDecision, { maxLength: 6 }),
        fc.array(arbitraryDecision, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        (kept, taken, order) => {
          const before = judged(kept);
          const then = judged(taken, '2025-06-02', before.length);
          const undos = then
            .map(({ id }) => ({ id, at: order.next().value }))
            .toSorted((one, other) => one.at - other.at)
            .map(({ id }): Decision => ({ kind: 'undo', judgement: id }));
          const all = [...before, ...then, ...judged(undos, '2025-06-03', before.length + then.length)];
          expect(everyName(all)).toEqual(everyName(before));
          // On the day between, they were in force.
          expect(everyName(all, '2025-06-02')).toEqual(everyName([...before, ...then]));
        },
      ),
    );
  });

  it('stand again once their undoing is undone', () => {
    fc.assert(
      fc.property(fc.array(arbitraryDecision, { minLength: 1, maxLength: 6 }), (decisions) => {
        const made = judged(decisions);
        const undo = judged([{ kind: 'undo', judgement: 'j-0' }], '2025-06-02', 100);
        const redo = judged([{ kind: 'undo', judgement: 'j-100' }], '2025-06-03', 101);
        expect(everyName([...made, ...undo, ...redo])).toEqual(everyName(made));
      }),
    );
  });

  it('join the same names in whatever order merges are made, chains and circles of them included', () => {
    fc.assert(
      fc.property(
        fc
          .array(arbitraryMerge, { maxLength: 10 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([merges, shuffled]) => {
          expect(partition(shuffled)).toEqual(partition(merges));
          expect(partition(merges)).toEqual(joined(merges));
        },
      ),
    );
  });

  it('take a name along that is one with what is merged, and keep the vehicle it names', () => {
    const { partyOf } = partyBook(
      judged([
        { kind: 'merge', of: 'parties', into: 'Alder', other: 'Mill' },
        { kind: 'merge', of: 'parties', into: 'Fennick', other: 'Alder' },
        { kind: 'merge', of: 'parties', into: 'Fennick', other: 'SBG' },
      ]),
    );
    expect(partyOf('Mill')).toMatchObject({ id: 'fennick', relation: 'merged' });
    expect(partyOf('SVF2')).toMatchObject({ id: 'fennick', vehicle: 'SVF2' });
    expect(partyOf('SoftBank').because).toBe('merged with Fennick by Ann: a reason');
  });

  it('split one name and leave the others where they are', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryMerge, { maxLength: 6 }),
        fc.constantFrom('SBG', 'SVF2', 'Thrive'),
        (merges, name) => {
          const others = NAMES.filter((one) => one !== name);
          const of = (decisions: readonly Decision[]) => {
            const { partyOf } = partyBook(judged(decisions));
            return { own: partyOf(name), others: others.map((one) => partyOf(one)) };
          };
          const split = of([...merges, { kind: 'split', of: 'parties', name }]);
          expect(split.others).toEqual(of(merges).others);
          expect(split.others.map(({ id }) => id)).not.toContain(split.own.id);
        },
      ),
    );
  });
});
