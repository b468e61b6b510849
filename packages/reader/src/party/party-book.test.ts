import { describe, expect, it } from 'vitest';
import { partyBookOf } from './index.ts';

/** The names in a text; `*` marks who invests by its name or kind, `(p)` a person, `=` the name it goes by. */
function names(text: string): string[] {
  const book = partyBookOf(text, [{ start: 0, end: text.length, isHeadline: false }]);
  return book.mentionsIn(0, text.length).map(({ party, span }) => {
    const words = text.slice(...span);
    const other = party.name === words ? '' : `=${party.name}`;
    return `${words}${other}${party.investor ? '*' : ''}${party.kind === 'person' ? '(p)' : ''}`;
  });
}

describe('names in a text', () => {
  it.each([
    [
      'Redpoint, Index Ventures and Xavier Niel also participated.',
      'Redpoint*, Index Ventures*, Xavier Niel(p)',
    ],
    ['Existing backers a16z and Tiger Global joined, alongside 8VC.', 'a16z*, Tiger Global*, 8VC*'],
    ['23andMe has raised $250 million; 1Password raised $6m.', '23andMe, 1Password'],
    ["Abu Dhabi's Mubadala and Singapore's GIC invested.", 'Mubadala*, GIC*'],
    ['It was led by funds advised by T. Rowe Price Associates, Inc.', 'T. Rowe Price Associates*'],
    ['GV (formerly Google Ventures) joined Kleiner Perkins.', 'GV*, Google Ventures=GV*, Kleiner Perkins*'],
    ['C3.ai and G42 signed with Character.AI and xAI.', 'C3.ai, G42, Character.AI, xAI'],
    ['Tel Aviv-headquartered Wiz raised $1bn, Reuters reported.', 'Wiz'],
    ['Bloomberg said TechCrunch told CNBC that Mill raised $2m.', 'Mill'],
    ['In Costa Mesa, N26 said in May it had raised €800 Mn.', 'N26'],
    ["New backers are Saudi Arabia's Sanabil and BP's bp ventures.", 'Sanabil*, BP, bp ventures*'],
    [
      'Citi and Citi Ventures bought in; so did Redpoint Ventures and Redpoint.',
      'Citi*, Citi Ventures*, Redpoint Ventures*, Redpoint=Redpoint Ventures*',
    ],
    ["Thrive Capital's Josh Kushner told the board.", 'Thrive Capital*, Josh Kushner(p)'],
    ['0G Labs raised $35m from API Holdings.', '0G Labs, API Holdings*'],
    ['The AI Labs of Mill raised 5G hopes.', 'Mill'],
    ['Oscar Health and Charles Schwab raised money.', 'Oscar Health, Charles Schwab'],
    ['PARIS, 4 May /PRNewswire/ -- Mill Labs Inc. today announced a round.', 'Mill Labs'],
  ])('%s', (text, expected) => {
    expect(names(text).join(', ')).toBe(expected);
  });

  it('a publication is a party where it raises money itself', () => {
    expect(names('Semafor has raised $19 million from Jorge Lemann.')).toContain('Semafor');
  });
});
