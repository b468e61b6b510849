import { expectOk } from '@tranche/core/result';
import { describe, expect, it } from 'vitest';
import { readReport } from '../read/index.ts';
import { authorIn } from './byline.ts';
import { relayedIn } from './relay.ts';

describe('the outlet that a sentence passes on', () => {
  it.each([
    ['Kaldor has raised $40 million, Reuters reported on Monday.', 'Reuters'],
    ['Kaldor is in talks to raise $40 million, according to the Financial Times.', 'Financial Times'],
    [
      'Citing a report in The Wall Street Journal, the paper put the round at $40 million.',
      'Wall Street Journal',
    ],
    ['Bloomberg News had earlier reported a valuation of $2 billion.', 'Bloomberg News'],
    ['“We raised $40 million,” Ada Roe told CNBC.', 'CNBC'],
    ['Das Unternehmen hat laut Handelsblatt 40 Millionen Euro eingesammelt.', 'Handelsblatt'],
    ['La société a levé 40 millions d’euros, selon Les Echos.', 'Les Echos'],
    ['据彭博社报道以外，据36氪报道，公司完成4亿元融资。', '36氪'],
    ['日経によると、同社は40億円を調達した。', '日経'],
    ['Kaldor reported revenue of $40 million.', undefined],
    ['According to Kaldor the round is worth $40 million.', undefined],
    ['Kaldor sells its arms to Reuters for $40 million.', undefined],
  ])('%s', (sentence, outlet) => {
    expect(relayedIn(sentence)).toBe(outlet);
  });
});

describe('who wrote a text', () => {
  it.each([
    ['Mill raises $20 million\n\nBy Ada Roe\n\nMill has raised it.', 'Ada Roe'],
    [
      'Mill raises $20 million\nBy Ada Roe and Ben van der Low | 3 March 2025\n\nText.',
      'Ada Roe and Ben van der Low',
    ],
    ['Title\nAuthor: Ada Roe\n\nText.', 'Ada Roe'],
    ['标题\n作者：张三\n\n正文。', '张三'],
    ['By 2027 Mill will have two plants.\n', undefined],
    ['Title\n\nBy Mill Works standards, this is a large round for the company.', undefined],
  ])('%j', (text, author) => {
    expect(authorIn(text)).toBe(author);
  });
});

describe('a report that passes another on', () => {
  const sourceOf = (text: string, more: object = {}) => expectOk(readReport(text, { name: 'one', ...more }));

  it('is a relay of the agency in its dateline, unless that is who publishes it', () => {
    const text =
      'Mill raises $20 million\n\nLONDON, March 3 (Reuters) - Mill has raised $20 million in a seed round.';
    expect(sourceOf(text, { publisher: 'Local Paper' }).source).toMatchObject({
      relayOf: 'Reuters',
      tier: 'relay',
    });
    expect(sourceOf(text, { publisher: 'Reuters' }).source).not.toHaveProperty('relayOf');
    expect(sourceOf(text, { url: 'https://www.reuters.com/x' }).source).not.toHaveProperty('relayOf');
  });

  it('says so of each claim, and of itself when there is one such outlet', () => {
    const text =
      'Mill raises money\n\nMill has raised $20 million in a seed round, Bloomberg reported on Monday.';
    const { source, claims } = sourceOf(text, { publisher: 'Local Paper' });
    expect(source.relayOf).toBe('Bloomberg');
    expect(claims.map(({ attribution }) => attribution)).toEqual([{ kind: 'relay', relay_of: 'Bloomberg' }]);
  });

  it('keeps who is quoted', () => {
    const text =
      'Mill in talks\n\nMill is in talks to raise $20 million, Bloomberg reported, citing people familiar with the matter.';
    const [claim] = sourceOf(text, { publisher: 'Local Paper' }).claims;
    expect(claim?.attribution).toEqual({ kind: 'unnamed_people', relay_of: 'Bloomberg' });
  });
});
