import { expectOk } from '@tranche/core/result';
import { type PlainDate, parsePlainDate } from '@tranche/core/time';
import { describe, expect, it } from 'vitest';
import type { DealStatus } from '../../claim/index.ts';
import type { Decision, Judgement } from '../../judgement/index.ts';
import type { Tier } from '../../source/index.ts';
import { choose, type Said } from './choose.ts';
import {
  type ChoiceRule,
  LATEST_THEN_TIER,
  STATUS_THEN_TIER,
  type Standing,
  TIER_THEN_LATEST,
} from './rule.ts';

const day = (text: string): PlainDate => expectOk(parsePlainDate(text));

interface Row {
  readonly value: string;
  readonly status?: DealStatus;
  readonly tier?: Tier;
  readonly on?: string;
  readonly origin?: string;
  readonly denied?: boolean;
  readonly fallback?: boolean;
  readonly draftedBy?: string;
}

let count = 0;
function said({
  value,
  status = 'agreed',
  tier = 'unnamed_people',
  on = '2025-03-01',
  ...more
}: Row): Said<string> {
  count += 1;
  return {
    key: value,
    value,
    mention: {
      statement: {
        id: `s${count}`,
        kind: 'claim',
        body: { type: 'no_external_funding', entity: 'Mill' },
        knownFrom: day(on),
        tier,
        origin: more.origin ?? `o${count}`,
        denied: more.denied ?? false,
        ...(more.draftedBy === undefined ? {} : { draftedBy: more.draftedBy }),
      },
      status,
      fallback: more.fallback ?? false,
      at: { to: day(on) },
    },
  };
}

const pick = (...rows: readonly Row[]) => choose('size', rows.map(said), { deal: 'd', judgements: [] });
const chosen = (...rows: readonly Row[]): string | undefined => pick(...rows)?.chosen.value;

describe('the default rule', () => {
  it.each<[string, Row, Row]>([
    [
      'status decides first',
      { value: 'won', status: 'closed', tier: 'unnamed_people' },
      { value: 'lost', status: 'agreed', tier: 'filing' },
    ],
    [
      'then tier',
      { value: 'won', tier: 'filing' },
      { value: 'lost', tier: 'named_person', on: '2025-04-01' },
    ],
    ['then the latest publication', { value: 'won', on: '2025-04-01' }, { value: 'lost' }],
    [
      'a relay cannot outrank a filing by its status alone',
      { value: 'won', tier: 'filing', status: 'planned' },
      { value: 'lost', tier: 'relay', status: 'completed' },
    ],
    [
      'nor a blog one unnamed person',
      { value: 'won', tier: 'unnamed_person', status: 'rumoured' },
      { value: 'lost', tier: 'unattributed', status: 'closed' },
    ],
    [
      'closed and completed are both done, so that the tier decides',
      { value: 'won', status: 'closed', tier: 'party_statement' },
      { value: 'lost', status: 'completed', tier: 'unnamed_people' },
    ],
  ])('%s', (_, winner, loser) => {
    expect(chosen(winner, loser)).toBe('won');
    expect(chosen(loser, winner)).toBe('won');
  });

  it('counts relays of one origin once', () => {
    const relays = [1, 2, 3].map((): Row => ({ value: 'relayed', origin: 'outlet:wire' }));
    const independent = [{ value: 'independent' }, { value: 'independent' }];
    expect(chosen(...relays, ...independent)).toBe('independent');
  });

  it('orders any three standings without a cycle', () => {
    const statuses: readonly DealStatus[] = ['completed', 'agreed', 'in_talks'];
    const tiers: readonly Tier[] = ['filing', 'unnamed_people', 'unnamed_person', 'relay'];
    const all = statuses.flatMap((status) =>
      tiers.map((tier): Standing => ({ status, tier, knownFrom: day('2025-03-01'), origins: 1 })),
    );
    const before = (one: Standing, other: Standing): boolean =>
      STATUS_THEN_TIER.compare(one, other).order < 0;
    for (const a of all) {
      for (const b of all) {
        for (const c of all) if (before(a, b) && before(b, c)) expect(before(a, c)).toBe(true);
      }
    }
  });
});

describe('another rule', () => {
  const by = (rule: ChoiceRule, ...rows: readonly Row[]) =>
    choose('size', rows.map(said), { deal: 'd', judgements: [], rule });
  const done: Row = { value: 'done', status: 'closed', tier: 'unnamed_people', on: '2025-03-01' };
  const filed: Row = { value: 'filed', status: 'planned', tier: 'filing', on: '2025-02-01' };
  const last: Row = { value: 'last', status: 'rumoured', tier: 'unattributed', on: '2025-04-01' };

  it.each([
    [STATUS_THEN_TIER, 'done'],
    [TIER_THEN_LATEST, 'filed'],
    [LATEST_THEN_TIER, 'last'],
  ])('picks another value from the same reports: $name', (rule, value) => {
    for (const rows of [
      [done, filed, last],
      [last, filed, done],
    ]) {
      const choice = by(rule, ...rows);
      expect(choice?.chosen.value).toBe(value);
      expect(choice?.because).toBe(rule.words);
      expect(choice?.alternatives).toHaveLength(2);
    }
  });

  it('still leaves out what is denied', () => {
    expect(by(LATEST_THEN_TIER, filed, { ...last, denied: true })?.chosen.value).toBe('filed');
  });
});

describe('what a language model drafted', () => {
  const read: Row = { value: 'read', status: 'rumoured', tier: 'unattributed', on: '2025-02-01' };
  const drafted: Row = {
    value: 'drafted',
    status: 'closed',
    tier: 'unattributed',
    on: '2025-04-01',
    draftedBy: 'a-model',
  };

  it.each([STATUS_THEN_TIER, TIER_THEN_LATEST, LATEST_THEN_TIER])(
    'stands behind what was read by rule: $name',
    (rule) => {
      const choice = choose('size', [drafted, read].map(said), { deal: 'd', judgements: [], rule });
      expect(choice?.chosen.value).toBe('read');
      expect(choice?.alternatives.map(({ because }) => because)).toEqual([
        'only a language model drafted it',
      ]);
    },
  );

  it('is chosen where nothing else was said, and takes back nothing that was', () => {
    expect(chosen(drafted)).toBe('drafted');
    expect(chosen(read, { ...drafted, value: 'read', status: 'abandoned' })).toBe('read');
    expect(chosen(read, { ...drafted, value: 'read', denied: true })).toBe('read');
  });
});

describe('what is passed over', () => {
  it('carries the reason by which it lost', () => {
    const choice = pick({ value: '41', tier: 'filing' }, { value: '40', tier: 'relay' });
    expect(choice?.alternatives.map(({ because }) => because)).toEqual(['tier: relay, beside filing']);
  });

  it('is denied or superseded by its last mention, whatever its tier', () => {
    const choice = pick(
      { value: '340', tier: 'filing' },
      { value: '340', status: 'abandoned', on: '2025-03-02' },
      { value: '300', tier: 'relay' },
      { value: '950', denied: true },
    );
    expect(choice?.chosen.value).toBe('300');
    expect(choice?.alternatives.map(({ because }) => because)).toEqual([
      'superseded (2025-03-02)',
      'denied (2025-03-01)',
    ]);
  });

  it('stands again once it is said again', () => {
    expect(
      chosen(
        { value: '340', status: 'abandoned' },
        { value: '340', on: '2025-03-05' },
        { value: '300', status: 'planned' },
      ),
    ).toBe('340');
  });

  it('includes what holds only if a condition fails', () => {
    const choice = pick({ value: '40' }, { value: '20', fallback: true, tier: 'filing' });
    expect(choice?.chosen.value).toBe('40');
    expect(choice?.alternatives[0]?.because).toBe('it holds only if a condition fails');
  });

  it('leaves nothing to choose when nothing stands', () => {
    expect(pick({ value: '950', denied: true })).toBeUndefined();
  });
});

describe('a judgement', () => {
  const judge = (...decisions: readonly Decision[]): readonly Judgement[] =>
    decisions.map((decision, index) => ({
      id: `j${index}`,
      decision,
      by: 'Ann',
      when: day('2025-04-01'),
      why: 'a reason',
    }));
  const forty = said({ value: '40', tier: 'relay' });
  const fortyOne = said({ value: '41', tier: 'filing' });
  const alsoFortyOne = said({ value: '41', tier: 'unattributed' });
  const idOf = ({ mention }: Said<string>): string => mention.statement.id;
  const prefer = (one: Said<string>, field = 'size', deal = 'd'): Decision => ({
    kind: 'prefer',
    deal,
    field,
    statement: idOf(one),
  });
  const reject = (one: Said<string>): Decision => ({ kind: 'reject', statement: idOf(one) });
  const accept = (one: Said<string>): Decision => ({ kind: 'accept', statement: idOf(one) });
  const judged = (...decisions: readonly Decision[]) =>
    choose('size', [forty, fortyOne, alsoFortyOne], { deal: 'd', judgements: judge(...decisions) });

  it('prefers before the rule, for its own field of its own deal', () => {
    expect(judged()?.chosen.value).toBe('41');
    expect(judged(prefer(forty))).toMatchObject({
      chosen: { value: '40' },
      because: 'preferred by Ann: a reason',
      isPreferred: true,
    });
    expect(judged(prefer(forty, 'own'))?.chosen.value).toBe('41');
    expect(judged(prefer(forty, 'size', 'e'))?.chosen.value).toBe('41');
  });

  it('prefers by its last word', () => {
    expect(judged(prefer(forty), prefer(fortyOne))?.chosen.value).toBe('41');
  });

  it('keeps its preference in a tranche that is counted anew', () => {
    const chosenIn = (field: string) =>
      choose(field, [forty, fortyOne], { deal: 'd', judgements: judge(prefer(forty, 'tranche-1.paid_on')) })
        ?.chosen.value;
    expect([chosenIn('tranche-2.paid_on'), chosenIn('tranche-2.planned')]).toEqual(['40', '41']);
  });

  it('rejects what one statement says, and leaves what others say', () => {
    const choice = judged(reject(fortyOne));
    expect(choice?.chosen.value).toBe('40');
    expect(choice?.alternatives.map(({ option, because }) => [option.value, because])).toEqual([
      ['41', 'tier: unattributed, beside relay'],
      ['41', 'rejected by Ann: a reason'],
    ]);
    expect(judged(reject(fortyOne), reject(alsoFortyOne), reject(forty))).toBeUndefined();
  });

  it('is not preferred while it is rejected', () => {
    expect(judged(prefer(forty), reject(forty))?.chosen.value).toBe('41');
    expect(judged(prefer(forty), reject(forty), accept(forty))?.chosen.value).toBe('40');
  });

  it('accepts without overriding the rule', () => {
    expect(judged(accept(forty))?.chosen.value).toBe('41');
  });
});
