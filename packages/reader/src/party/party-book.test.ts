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
    ['The Guardian and Mint wrote that Mill raised $2m; Fortune and the AP followed.', 'Mill'],
    [
      'Mint reported that Guardian Life and Fortune Brands joined Mill.',
      'Guardian Life, Fortune Brands, Mill',
    ],
    ['In Costa Mesa, N26 said in May it had raised €800 Mn.', 'N26'],
    ["New backers are Saudi Arabia's Sanabil and BP's bp ventures.", 'Sanabil*, BP, bp ventures*'],
    [
      'Citi and Citi Ventures bought in; so did Redpoint Ventures and Redpoint.',
      'Citi*, Citi Ventures*, Redpoint Ventures*, Redpoint=Redpoint Ventures*',
    ],
    ["Thrive Capital's Josh Kushner told the board.", 'Thrive Capital*, Josh Kushner(p)'],
    [
      'Bank of Ystmor invested $4,775,000 in Gorter Health, with Bank of Tasmor and Morfen Lane Partners.',
      'Bank of Ystmor*, Gorter Health, Bank of Tasmor*, Morfen Lane Partners*',
    ],
    ['0G Labs raised $35m from API Holdings.', '0G Labs, API Holdings*'],
    ['The AI Labs of Mill raised 5G hopes.', 'Mill'],
    ['Online payments firm Harrow Pay said it raised $4m.', 'Harrow Pay'],
    ['Robotics start-ups are busy. Robotics start-ups such as Verro raise a lot.', 'Verro'],
    ['Ghent-based audio/IoT shopping platform klip has raised €4m. Later klip will hire.', 'klip, klip'],
    ['Bookings software maker nord9, which sells abroad, secured $3m.', 'nord9'],
    ['The company recently raised $3m; its platform then raised eyebrows.', ''],
    ['Ghent start-up pumpQ announced a round. Fintech investors saw pumpQ grow.', 'pumpQ, pumpQ'],
    ['On Monday, holiday.io raised $20m.', 'holiday.io'],
    ['Friday is a young Danish start-up and raised $2m. It was told on Friday.', 'Friday'],
    ['4D Biosciences raised $2m and U.S. Photonics, of Ohio, raised $3m.', '4D Biosciences, U.S. Photonics'],
    [
      'It gave money to the Harrow Institute for Cell Research and Ageing.',
      'Harrow Institute for Cell Research and Ageing',
    ],
    [
      'Billionaire Peter Ortega and TT Grupp invested in Southeast Asia Grab.',
      'Peter Ortega(p), TT Grupp, Grab',
    ],
    ['A clear ICP (ideal customer profile) and gross merchandise value (GMV) help.', ''],
    [
      'The NDB lent to Mill. Mill is a client of the Nordic Development Bank.',
      'NDB=Nordic Development Bank*, Mill, Mill, Nordic Development Bank*',
    ],
    [
      'Kestrel, a young Malmo-based investment firm, and venture fund Osprey backed Mill.',
      'Kestrel*, Osprey*, Mill',
    ],
    ['Mill raised $2m. (Reporting by Ola Berg; Editing by Una Quist and Pim Dekker)', 'Mill'],
    ['Ola Berg and Una Quist report in the Courier that Mill raised $2m.', 'Mill'],
    ['Release date: today. Mill raised $2m. Release date: tomorrow. Mill grows.', 'Mill, Mill'],
    ['Oscar Health and Charles Schwab raised money.', 'Oscar Health, Charles Schwab'],
    ['PARIS, 4 May /PRNewswire/ -- Mill Labs Inc. today announced a round.', 'Mill Labs'],
  ])('%s', (text, expected) => {
    expect(names(text).join(', ')).toBe(expected);
  });

  it('a publication is a party where it raises money itself', () => {
    expect(names('Semafor has raised $19 million from Jorge Lemann.')).toContain('Semafor');
  });
});
