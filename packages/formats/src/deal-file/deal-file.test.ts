import { describeFailure } from '@tranche/core/result';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealFileJsonSchema, judgementsOfFile, readDealFile, statementsOfFile } from './index.ts';

const GOOD = `# The financing as its sources tell it.
tranche: 1
name: Fennick 2025
issuer: Fennick
deal:
  money: primary
  year: 2025
sources:
  - sources/*.txt
statements:
  - claim:
      type: round
      issuer: Fennick
      amount: { currency: EUR, value: 12500000.1, qualifier: about }
      status: closed
      leads: [Brightmoor]
      participants: []
    known_from: 2025-06-02
    tier: filing
    references:
      - { title: Register, url: "https://register.example/fennick" }
judgements:
  - decision: { kind: reject, statement: c-0123456789abcdef }
    by: A. Analyst
    when: 2025-06-03
    why: The figure is that of another company.
`;

const failuresOf = (text: string): string[] => {
  const read = readDealFile(text, 'deal.yaml');
  return read.ok ? [] : read.failures.map(describeFailure);
};

describe('a deal file', () => {
  it('is read with its defaults: the reference facts count unless the file says otherwise', () => {
    const read = readDealFile(GOOD);
    expect(read).toMatchObject({
      ok: true,
      value: {
        name: 'Fennick 2025',
        deal: { money: 'primary', year: 2025 },
        reference: true,
        assumptions: [],
      },
    });
  });

  it('becomes statements with references and judgements with reasons, amounts exact', () => {
    const read = readDealFile(GOOD);
    if (!read.ok) throw new Error('the file is good');
    const [stated] = statementsOfFile(read.value);
    expect(stated).toMatchObject({
      kind: 'fact',
      knownFrom: '2025-06-02',
      tier: 'filing',
      origin: 'file:Fennick 2025',
    });
    expect(stated?.id).toMatch(/^f-[0-9a-f]{16}$/);
    expect(JSON.stringify(stated?.body)).toContain('"value":"125000001/10"');
    expect(judgementsOfFile(read.value)).toMatchObject([{ by: 'A. Analyst', decision: { kind: 'reject' } }]);
  });

  it('says where a field stands, for what is found out later', () => {
    const read = readDealFile(GOOD, 'deal.yaml');
    expect(read.ok && read.placeOf(['sources', 0])).toEqual({ file: 'deal.yaml', line: 9, column: 5 });
  });

  it.each([
    [
      'a typo in a field, with the field that was meant',
      ['issuer:', 'isuer:'],
      [
        'MISSING_FIELD at deal.yaml:2:1 issuer: the field "issuer" is missing; expected string',
        'UNKNOWN_FIELD at deal.yaml:4:1 isuer: there is no field "isuer"; did you mean "issuer"?',
      ],
    ],
    [
      'a typo deep inside',
      ['tier: filing', 'teir: filing'],
      ['UNKNOWN_FIELD at deal.yaml:19:5 statements[0].teir: there is no field "teir"; did you mean "tier"?'],
    ],
    [
      'a typo in a claim',
      ['leads: [Brightmoor]', 'leeds: [Brightmoor]'],
      ['UNKNOWN_FIELD at deal.yaml:16:14 statements[0].claim.leeds: a round claim has no field "leeds"'],
    ],
    [
      'a wrong choice',
      ['money: primary', 'money: primry'],
      [
        'BAD_CHOICE at deal.yaml:6:10 deal.money: "primry" is not allowed here; did you mean "primary"?; expected primary, secondary, debt, grant',
      ],
    ],
    [
      'a date that is none',
      ['known_from: 2025-06-02', 'known_from: 2025-06-31'],
      [
        'BAD_DATE at deal.yaml:18:17 statements[0].known_from: "2025-06-31" is not a calendar date; expected YYYY-MM-DD',
      ],
    ],
    [
      'a wrong type',
      ['name: Fennick 2025', 'name: 2025'],
      ['BAD_TYPE at deal.yaml:3:7 name: Invalid input: expected string, received number'],
    ],
    [
      'another version',
      ['tranche: 1', 'tranche: 2'],
      ['BAD_CHOICE at deal.yaml:2:10 tranche: 2 is not allowed here; expected 1'],
    ],
    [
      'a kind of judgement that does not exist',
      ['kind: reject', 'kind: rejct'],
      [
        'BAD_CHOICE at deal.yaml:23:23 judgements[0].decision.kind: "rejct" is not allowed here; did you mean "reject"?; expected accept, reject, prefer, merge, split, note',
      ],
    ],
  ])('names the line and column of %s', (_, [from, to], expected) => {
    expect(failuresOf(GOOD.replace(from as string, to as string))).toEqual(expected);
  });

  it('is refused with a place when it is not YAML', () => {
    const [first] = failuresOf('tranche: 1\nname: "open\n');
    expect(first).toMatch(/^BAD_YAML at deal\.yaml:\d+:\d+: /);
    expect(failuresOf('')).toEqual([
      'BAD_TYPE at deal.yaml:1:1: Invalid input: expected object, received null',
    ]);
    expect(failuresOf('- 1')).toEqual([
      'BAD_TYPE at deal.yaml:1:1: Invalid input: expected object, received array',
    ]);
  });

  it('is refused when its aliases would grow without measure', () => {
    const levels = Array.from(
      { length: 12 },
      (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`,
    );
    expect(failuresOf(`a0: &a0 [x, x]\n${levels.join('\n')}\n`)[0]).toMatch(/^BAD_YAML at deal\.yaml:1:1: /);
  });

  it('gives an answer with a place to any text at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })),
        fc.nat(GOOD.length),
        (noise, position) => {
          const read = readDealFile(GOOD.slice(0, position) + noise + GOOD.slice(position));
          return (
            read.ok || read.failures.every(({ place }) => (place?.line ?? 0) > 0 && (place?.column ?? 0) > 0)
          );
        },
      ),
    );
  });

  it('has a JSON Schema that names every field', () => {
    const schema = dealFileJsonSchema() as { properties: object; required: string[] };
    expect(Object.keys(schema.properties)).toEqual([
      'tranche',
      'name',
      'issuer',
      'deal',
      'sources',
      'reference',
      'statements',
      'judgements',
      'assumptions',
      'company',
      'securities',
      'history',
      'convertibles',
      'round',
      'tranches',
      'exit',
      'questions',
    ]);
    expect(schema.required).toEqual(['tranche', 'name', 'issuer']);
  });
});
