import { expectOk } from '@tranche/core/result';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../document/index.ts';
import { goldTextsOf } from './gold-file.ts';
import { measure } from './measure.ts';

const TEXT = `Mill raises $20m
Published: 2025-06-02
Publisher: wire report

Mill, a maker of paper, has raised $20 million in a Series A led by Weir Partners.
`;
const QUOTE = 'has raised $20 million in a Series A led by Weir Partners';
const ROUND = {
  type: 'round',
  issuer: 'Mill',
  amount: { currency: 'USD', value: 20e6, qualifier: 'exact' },
  stage: 'Series A',
  status: 'closed',
  leads: ['Weir Partners'],
  participants: [],
  quote: QUOTE,
};
const VALUATION = {
  type: 'valuation',
  entity: 'Mill',
  amount: { currency: 'USD', value: 80e6, qualifier: 'exact' },
  basis: 'post',
  status: 'closed',
  quote: 'Mill raises',
};

const document = (name: string) => expectOk(readDocument(TEXT, name));

describe('the annotations in a file', () => {
  it('are read with the name of each text', () => {
    const texts = expectOk(
      goldTextsOf(
        JSON.stringify([
          { id: '1', file: 'texts/mill.txt', cluster: 'x', claims: [ROUND] },
          { id: '2', claims: [] },
        ]),
        'g',
      ),
    );
    expect(texts.map(({ id, name, cluster }) => [id, name, cluster])).toEqual([
      ['1', 'mill', 'x'],
      ['2', '2', 'all'],
    ]);
  });

  it.each([
    ['{', 'BAD_JSON', 'g'],
    ['{}', 'BAD_TYPE', 'g'],
    ['[7]', 'BAD_TYPE', 'g[0]'],
    ['[{"claims":[]}]', 'BAD_TYPE', 'g[0].id'],
    ['[{"id":"1","claims":[null]}]', 'BAD_TYPE', 'g[0].claims'],
  ])('are refused when they are %s', (json, code, path) => {
    expect(goldTextsOf(json, 'g')).toMatchObject({ ok: false, failure: { code, path } });
  });
});

describe('what was read, measured', () => {
  it('says of each claim how it came out and where its words stand, in the order of the text', () => {
    const gold = [{ id: '1', name: 'mill', cluster: 'x', claims: [ROUND, VALUATION] }];
    const { texts, score } = measure([document('mill')], gold);
    expect(texts).toHaveLength(1);
    expect(
      texts[0]?.claims.map(({ type, outcome, span }) => [
        type,
        outcome,
        span && texts[0]?.text.slice(...span),
      ]),
    ).toEqual([
      ['valuation', 'missed', 'Mill raises'],
      ['round', 'matched', expect.stringContaining('$20 million')],
    ]);
    expect(score.core).toMatchObject({ tp: 2, fp: 0, fn: 1 });
  });

  it('leaves out what was not annotated or not read, and says so', () => {
    const gold = [{ id: '9', name: 'other', cluster: 'x', claims: [] }];
    expect(measure([document('mill')], gold)).toMatchObject({
      texts: [],
      unannotated: ['mill'],
      unread: ['9'],
    });
  });

  it('does not compare what a text only denies', () => {
    const gold = [{ id: '1', name: 'mill', cluster: 'x', claims: [ROUND, { ...VALUATION, denied: true }] }];
    expect(measure([document('mill')], gold).score.core).toMatchObject({ fn: 0 });
  });
});
