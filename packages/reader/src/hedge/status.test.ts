import { describe, expect, it } from 'vitest';
import { isContradicted, isDenied, statusByWords, statusOfClause } from './status.ts';

/** `P` stands for a party and `A` for a sum, as in a sentence's skeleton; `|` marks what a rule found. */
function statusOf(marked: string) {
  const [before = '', words = '', after = ''] = marked
    .replace(/\bP\b/g, '\ue000')
    .replace(/\bA\b/g, '\ue400')
    .split('|');
  return statusOfClause({ before, words, after }, 'closed');
}

describe('how firm a deal is by its clause', () => {
  it.each([
    ['|P has raised A| as it plans to expand', 'closed'],
    ['|P said it has raised A| and expects to hire', 'closed'],
    ['|P reportedly raised A| from investors', 'closed'],
    ['|P raised A| in a round that it will use to grow', 'closed'],
    ['at a |valuation of A| it secured in June', 'closed'],
    ['the |A valuation| the company obtained while it plans more', 'closed'],
    ['it would be a cut from when investors |valued P at A|', 'closed'],
    ['|P is in talks to raise A|', 'in_talks'],
    ['|P is raising A|', 'in_talks'],
    ['|P is close to finalising A| in funding', 'in_talks'],
    ['|P nears a deal for A|', 'in_talks'],
    ['|P seeks A|', 'in_talks'],
    ['|P is in the process of raising A|', 'in_talks'],
    ['|P is on the verge of closing A|', 'in_talks'],
    ['|P has entered exclusive talks on A|', 'in_talks'],
    ['|P has received a term sheet for A|', 'in_talks'],
    ['|P has signed a term sheet for A|', 'agreed'],
    ['|P has agreed to invest A|', 'agreed'],
    ['|P inked a deal for A|', 'agreed'],
    ['|P to invest A| in P', 'planned'],
    ['|P plans to raise A|', 'planned'],
    ['|P has yet to raise A|', 'planned'],
    ['|P expects to close A|', 'planned'],
    ['|P could raise A|', 'planned'],
    ['|P has raised A| in a round expected to close next week', 'planned'],
    ['|P will not proceed with A|', 'abandoned'],
    ['|P failed to raise A|', 'abandoned'],
    ['|P pulled out of A|', 'abandoned'],
    ['|P ended talks on A|', 'abandoned'],
    ['rumours that |P raised A|', 'rumoured'],
    ['a person close to the deal said |it was A|', 'closed'],
  ])('%s: %s', (marked, expected) => {
    expect(statusOf(marked)).toBe(expected);
  });

  it('what somebody would not say is no intention', () => {
    expect(statusByWords('\ue000 raised money but would not disclose more', 'closed')).toBe('closed');
  });
});

describe('denials', () => {
  it.each([
    ['Mill denied the report', true],
    ['the report is incorrect', true],
    ['there is no truth in it', true],
    ['Mill declined to comment', false],
    ['Mill declined to disclose the amount', false],
  ])('%s: %s', (sentence, expected) => {
    expect(isDenied(sentence)).toBe(expected);
  });

  it('a sentence that rejects a rumour contradicts what it repeats', () => {
    expect(isContradicted('Rumours that Mill raised $5m are baseless.')).toBe(true);
    expect(isContradicted('The figures show that Mill raised $5m.')).toBe(false);
  });
});
