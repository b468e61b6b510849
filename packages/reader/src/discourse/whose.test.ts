import type { StatedAmount } from '@tranche/core/money';
import { describe, expect, it } from 'vitest';
import { readReport } from '../read/index.ts';

/** Whose money the rounds and prices of a text are, in millions: "round Mill 4; price Mill 90". */
function whose(text: string, headline = 'A headline'): string {
  const report = `${headline}\nPublished: 2024-11-15\nPublisher: wire report\n\n${text}\n`;
  const read = readReport(report, { name: 'news' });
  if (!read.ok) throw new Error(read.failure.message);
  return read.value.claims
    .flatMap((claim) => {
      if (claim.type === 'round') return [`round ${claim.issuer} ${millions(claim.amount)}`];
      return claim.type === 'valuation' ? [`price ${claim.entity} ${millions(claim.amount)}`] : [];
    })
    .toSorted()
    .join('; ');
}

function millions(amount: StatedAmount | undefined): string {
  if (amount === undefined) return '';
  return String(('min' in amount ? amount.max : amount.value).toApproximateNumber() / 1e6);
}

describe('words that refer back', () => {
  it.each([
    [
      'a description means the company that was called so',
      'Swedish fintech Harrow Pay said it raised $4m. Danish baker Mill raised $2m. The Swedish fintech was valued at $90m.',
      'price Harrow Pay 90; round Harrow Pay 4; round Mill 2',
    ],
    [
      'so does the town it sits in',
      'Ghent-based Verro raised $4m. Mill, based in Turin, raised $2m. The Ghent-based company was valued at $90m.',
      'price Verro 90; round Mill 2; round Verro 4',
    ],
    [
      'the company is the one the sentence before was about, and no owner it named',
      'Verro, which is owned by retail group Mallon, raised $4m. The company was valued at $90m.',
      'price Verro 90; round Verro 4',
    ],
    [
      'backers are not the company',
      'Verro raised $4m. Other backers of Verro include Mallon and Osprey. The company had raised $2m from Osprey in 2022.',
      'round Verro 2; round Verro 4',
    ],
    [
      'an investor set before it is not meant by a description of a company',
      'Dutch fintech Verro grows. In its last round, led by Osprey Capital, the Dutch fintech raised $4m.',
      'round Verro 4',
    ],
  ])('%s', (_, text, expected) => {
    expect(whose(text)).toBe(expected);
  });
});

describe('who acts in a sentence', () => {
  it.each([
    [
      'the company of the sentence before, where this one opens with "The company"',
      'Pell and Verro are busy.\nPell raised $4m in a Series A round.\nVerro is the developer of a pump. The company completed a $7m equity round.',
      'round Pell 4; round Verro 7',
    ],
    [
      'whoever offers the sale that sets the price',
      'Pell raised $4m at a $90m valuation. More recently, Verro let staff sell stock, at a valuation of $60m.',
      'price Pell 90; price Verro 60; round Pell 4',
    ],
    [
      'the company, and not its owner',
      'Mallon-owned platform Verro said it raised $4m from Osprey Capital.',
      'round Verro 4',
    ],
    [
      'the company of the sentence before, where a first clause has no subject of its own',
      'Verro is back. Days after buying the start-up Pell, it raised $4m from Osprey Capital.',
      'round Verro 4',
    ],
    [
      'the company, and not who owns and runs it',
      'Ticket seller Verro, owned and operated by Mallon Leisure, is looking to raise up to $4m.',
      'round Verro 4',
    ],
    [
      'the company, and not who backs a start-up without a name',
      'Verro is valued at $90m.\nThe pump start-up backed by the retail giant Mallon is raising $4m.',
      'price Verro 90; round Verro 4',
    ],
    [
      'the last of a list, of which alone something is said',
      'Rivals include Pell, which is now owned by Mallon, pump maker Nimbo, and Verro, which raised $4m from Osprey Capital.',
      'round Verro 4',
    ],
    [
      'the company that a clause describes',
      'The Turin-founded Verro that helps firms to pump, has raised $4m.',
      'round Verro 4',
    ],
    [
      'nobody whose founder raises a fund',
      'Verro co-founder Ola Berg has finished raising $400m for Gale One, a venture fund.',
      '',
    ],
    [
      'a bank that raises money itself, whatever its backer comes through',
      'Challenger bank Verro Bank has raised £4m in a Series C round led by Osprey Global through its Osprey Gale vehicle.',
      'round Verro Bank 4',
    ],
  ])('%s', (_, text, expected) => {
    expect(whose(text)).toBe(expected);
  });
});

describe('a text that tells of one deal after another', () => {
  it('leaves a sum without a company of its own alone, and reads on with the company just spoken of', () => {
    const text = `The week saw funding worth $90 million in 13 deals.
Verro raised $4m in a seed round led by Osprey Capital.
Madrid-based Nimbo secured €5m in a Series A round.
The round was led by Kestrel Ventures.
Paper start-up leafly.io has raised £6m.
A new fund is emerging in Riga. With $50m in capital, it looks for founders.
Sunday is a new French start-up and raised a $7m seed round at a $40m valuation.`;
    expect(whose(text, 'This week: the deals and more')).toBe(
      'price Sunday 40; round Nimbo 5; round Sunday 7; round Verro 4; round leafly.io 6',
    );
  });

  it('keeps to its company where most paragraphs name it', () => {
    const text = `Verro raised $4m. Verro is young.
Nimbo raised $5m last year, as did Pell, which raised $3m. Verro saw that.
Verro was founded in Riga. It was valued at $40m.`;
    expect(whose(text, 'Verro raises money')).toContain('price Verro 40');
  });
});
