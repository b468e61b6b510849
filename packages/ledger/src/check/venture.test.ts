import { day } from '@tranche/testkit/build';
import { claimOf, factOf } from '@tranche/testkit/said';
import { describe, expect, it } from 'vitest';
import type { Statement } from '../statement/index.ts';
import { checkClaim } from './check-claim.ts';

// sg-announcement, sg-role-softbank, sg-role-openai: the announcement of 2025-01-21.
const FACTS: readonly Statement[] = [
  factOf(
    'announced',
    '2025-01-22',
    { type: 'venture', name: 'Stargate', partners: ['SoftBank', 'OpenAI', 'Oracle', 'MGX'], roles: [] },
    { tier: 'party_statement' },
  ),
  factOf(
    'hearsay',
    '2025-01-25',
    { type: 'venture', name: 'Stargate', partners: ['SoftBank', 'OpenAI'], roles: [] },
    { tier: 'relay' },
  ),
  factOf('roles', '2025-01-21', {
    type: 'venture',
    name: 'Stargate',
    partners: [],
    roles: [
      { party: 'SoftBank', role: 'financial responsibility' },
      { party: 'OpenAI', role: 'operational responsibility' },
      { party: 'Masayoshi Son', role: 'chairman' },
    ],
  }),
];

const check = (
  partners: readonly string[],
  roles: readonly (readonly [string, string])[] = [],
  facts = FACTS,
) => {
  const said = claimOf({
    type: 'venture',
    name: 'Stargate',
    partners,
    roles: roles.map(([party, role]) => ({ party, role })),
  });
  return checkClaim({
    said,
    document: [said],
    spokenOn: day('2025-02-12'),
    evidence: { statements: facts, rates: [], league: [] },
  });
};

describe('the partners of a venture', () => {
  it('that leave one out are mixed: those named are right, one is missing, and the roles hold', () => {
    const verdict = check(
      ['OpenAI', 'SoftBank', 'Oracle'],
      [
        ['SoftBank', 'financial responsibility'],
        ['OpenAI', 'operational responsibility'],
        ['Masayoshi Son', 'chairman'],
      ],
    );
    expect(verdict).toMatchObject({
      verdict: 'mixed',
      check: 'partners',
      summary:
        'OpenAI, SoftBank and Oracle are rightly named as partners of Stargate; MGX is missing; the roles are as announced.',
    });
  });

  it('are taken from the highest tier, not from the latest report', () => {
    expect(check(['OpenAI', 'SoftBank', 'Oracle', 'MGX'])?.verdict).toBe('supported');
  });

  it('with one that nobody knows of are mixed, and wholly wrong ones contradicted', () => {
    expect(check(['OpenAI', 'SoftBank', 'Oracle', 'MGX', 'Fennick'])?.summary).toContain(
      'Fennick is not known as such',
    );
    expect(check(['Fennick', 'Alder'])?.verdict).toBe('contradicted');
  });

  it('cannot be told when nobody lists them, but a role may be', () => {
    expect(check(['OpenAI'], [], [])?.verdict).toBe('cannot_tell');
    const onlyRoles = FACTS.filter(({ id }) => id === 'roles');
    expect(check(['OpenAI'], [['OpenAI', 'operational responsibility']], onlyRoles)?.verdict).toBe(
      'supported',
    );
  });
});

describe('a role in a venture', () => {
  it('that is stated of another is wrong', () => {
    const verdict = check(['SoftBank', 'OpenAI', 'Oracle', 'MGX'], [['Oracle', 'financial responsibility']]);
    expect(verdict?.verdict).toBe('mixed');
    expect(verdict?.summary).toContain('the role of Oracle is another');
  });

  it('that nobody states decides nothing', () => {
    expect(check(['SoftBank', 'OpenAI', 'Oracle', 'MGX'], [['Oracle', 'landlord']])?.verdict).toBe(
      'supported',
    );
  });
});

describe('a denial about a venture', () => {
  it('is shown beside the partners and leaves the verdict as it was', () => {
    const denied = factOf(
      'not-formed',
      '2025-01-30',
      { type: 'venture', name: 'Stargate', partners: [], roles: [] },
      { denied: true, tier: 'named_person', note: 'Not formed as a company.' },
    );
    const partners = ['SoftBank', 'OpenAI', 'Oracle', 'MGX'];
    const verdict = check(partners, [], [...FACTS, denied]);
    expect(verdict?.verdict).toBe('supported');
    expect(verdict?.findings.map(({ text }) => text).join()).toContain('Denied: Not formed as a company.');
  });
});
