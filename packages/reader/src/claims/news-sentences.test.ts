import type { StatedAmount } from '@tranche/core/money';
import type { Claim } from '@tranche/ledger/claim';
import { expect, test } from 'vitest';
import { readReport } from '../read/index.ts';

const REPORT = 'A headline\nPublished: 2024-11-15\nPublisher: wire report\n\n';

/** "USD 12.5m" */
function sum(amount: StatedAmount | undefined): string {
  if (amount === undefined) return '';
  const millions = ('min' in amount ? amount.max : amount.value).toApproximateNumber() / 1e6;
  return ` ${amount.currency} ${millions}m`;
}

const price = (words: string, amount: StatedAmount | undefined): string =>
  amount === undefined ? '' : ` ${words}${sum(amount).replace(/^ \w+/, '')}`;

const names = (words: string, list: readonly string[]): string =>
  list.length === 0 ? '' : ` ${words} ${list.join(', ')}`;

/** A claim in one line, as the cases below write it. */
function told(claim: Claim): string {
  switch (claim.type) {
    case 'round':
      return [
        `round ${claim.issuer}${sum(claim.amount)}`,
        ...[claim.stage, claim.instrument, claim.status].flatMap((word) =>
          word === undefined ? [] : [word],
        ),
      ]
        .join(' ')
        .concat(
          price('pre', claim.pre_money),
          price('post', claim.post_money),
          price('at', claim.valuation_unspecified),
          names('by', claim.leads),
          names('with', claim.participants),
        );
    case 'investment': {
      const kind = claim.money === 'secondary' ? ' secondary' : '';
      return `investment ${claim.investor} > ${claim.issuer}${sum(claim.amount)} ${claim.status}${kind}`;
    }
    case 'valuation': {
      const basis = claim.basis === 'unspecified' ? '' : ` ${claim.basis}`;
      return `valuation ${claim.entity}${sum(claim.amount)}${basis} ${claim.status}`;
    }
    default:
      return claim.type;
  }
}

function toldIn(text: string): string[] {
  const read = readReport(`${REPORT}${text}\n`, { name: 'news' });
  if (!read.ok) throw new Error(read.failure.message);
  return read.value.claims.map(told).toSorted();
}

/** Sentences as wires, newsletters, press releases and filings put them, about companies that do not exist. */
const CASES: readonly (readonly [text: string, claims: readonly string[]])[] = [
  [
    'Ferrous AI, a Paris-based startup, said on Tuesday it has closed a €105 million seed round. The round was led by Lumen Venture Partners and values the company at €240 million. Larkspur, Meridian Ventures and Anton Vell also participated.',
    [
      'round Ferrous AI EUR 105m seed closed at 240m by Lumen Venture Partners with Larkspur, Meridian Ventures, Anton Vell',
      'valuation Ferrous AI EUR 240m closed',
    ],
  ],
  [
    'Tessel, newly founded by a former chip designer, has raised $1 billion in cash, company executives told reporters. Investors included top venture capital firms Harrow Capital, Bellows Ventures, Kite Global and Orrin Angel.',
    ['round Tessel USD 1000m closed with Harrow Capital, Bellows Ventures, Kite Global, Orrin Angel'],
  ],
  [
    'Pinnacle said it will invest an additional $4 billion in Vessel, bringing its total investment to $8 billion. Pinnacle will remain a minority investor.',
    ['investment Pinnacle > Vessel USD 4000m planned', 'investment Pinnacle > Vessel USD 8000m completed'],
  ],
  [
    'Swifta picks up $700 Mn from Harrow, others at $10.7 billion valuation. The Bengaluru-based company previously raised $1.25 billion in a Series J round led by Bellows Vision Fund 2 in July 2021.',
    [
      'round Swifta USD 700m closed at 10700m with Harrow',
      'valuation Swifta USD 10700m closed',
      'round Swifta USD 1250m Series J closed by Bellows Vision Fund 2',
    ],
  ],
  [
    'Kestrel’s valuation has plunged to $6.7 billion from $45.6 billion after it raised $800 million in fresh funding from Harrow and other existing investors.',
    [
      'valuation Kestrel USD 6700m closed',
      'valuation Kestrel USD 45600m closed',
      'round Kestrel USD 800m closed at 6700m with Harrow',
    ],
  ],
  [
    'Northcell secures a $5 billion green loan to enable the expansion of its first factory. The financing was provided by 23 commercial banks, as well as the Baltic Investment Bank and Fjord Investment Bank.',
    ['round Northcell USD 5000m green loan closed with Baltic Investment Bank, Fjord Investment Bank'],
  ],
  [
    'Bramble has agreed to a tender offer that values the company at $91.5 billion, with Harrow Capital buying $861 million of shares from employees.',
    ['valuation Bramble USD 91500m agreed', 'investment Harrow Capital > Bramble USD 861m agreed secondary'],
  ],
  [
    'Harrow Capital invested $150m in Quillpad’s $1bn non-dilutive financing.',
    [
      'investment Harrow Capital > Quillpad USD 150m closed',
      'round Quillpad USD 1000m closed with Harrow Capital',
    ],
  ],
  [
    'Cloudreef raised $1.1 billion in a Series C round led by Bellows that valued the cloud provider at $19 billion, up from $7 billion five months earlier. Magnolia, Harrow Capital, Fenwick Management and Lyra Global Management also took part.',
    [
      'round Cloudreef USD 1100m Series C closed at 19000m by Bellows with Magnolia, Harrow Capital, Fenwick Management, Lyra Global Management',
      'valuation Cloudreef USD 19000m closed',
      'valuation Cloudreef USD 7000m closed',
    ],
  ],
  [
    'Rivulet Automotive said on Monday it has raised $2.5 billion in a funding round led by funds and accounts advised by T. Marlow Associates. The startup, which counts Grandsoft and Fordham Motor among its investors, has raised $8 billion since the start of 2019.',
    ['round Rivulet Automotive USD 2500m closed by T. Marlow Associates'],
  ],
  [
    'SAN FRANCISCO, Nov. 14, 2024 (WIRE) -- Oakline, the leading platform for clinical scheduling, today announced it has raised $42 million in Series B funding. The round was led by Harrow Capital, with participation from existing investors Bellows Ventures and Kite Global, and new investor Orrin Health. The funding brings the company’s total raised to $67 million.',
    [
      'round Oakline USD 42m Series B closed by Harrow Capital with Bellows Ventures, Kite Global, Orrin Health',
    ],
  ],
  [
    'Oakline, a New York-based scheduling company, raised $12M in Series A funding. The round was co-led by Harrow Capital and Bellows Ventures, with participation from Kite Global, Orrin Health, and angel investors. The company intends to use the funds to expand its team and develop new products.',
    [
      'round Oakline USD 12m Series A closed by Harrow Capital, Bellows Ventures with Kite Global, Orrin Health',
    ],
  ],
  [
    'Oakline has closed a $30 million Series A1 round led by Harrow Capital. Returning investors Bellows Ventures and Kite Global joined the round alongside new investor Orrin Health.',
    [
      'round Oakline USD 30m Series A1 closed by Harrow Capital with Bellows Ventures, Kite Global, Orrin Health',
    ],
  ],
  [
    'Oakline said it has secured $20 million in venture debt from Bellows Bank to finance working capital.',
    [
      'round Oakline USD 20m venture debt closed with Bellows Bank',
      'investment Bellows Bank > Oakline USD 20m closed',
    ],
  ],
  [
    'Oakline has raised £3.5m in a seed round backed by Harrow Capital and Bellows Ventures. Existing investors Kite Global and Orrin Health also invested.',
    ['round Oakline GBP 3.5m seed closed with Harrow Capital, Bellows Ventures, Kite Global, Orrin Health'],
  ],
  [
    'Oakline, which makes scheduling software, raised $40 million. Fernhall, a rival, closed a $25 million Series B led by Bellows Ventures last month. Drovers raised €8 million from Kite Global in January.',
    [
      'round Oakline USD 40m closed',
      'round Fernhall USD 25m Series B closed by Bellows Ventures',
      'round Drovers EUR 8m closed with Kite Global',
      'investment Kite Global > Drovers EUR 8m closed',
    ],
  ],
  ['Harrow Capital has closed its third fund at $500 million to back early-stage companies.', []],
  [
    'Oakline acquired Fernhall for $120 million last year and paid $30 million for a warehouse. It went public in a $2 billion IPO.',
    [],
  ],
  [
    'Oakline’s Series D, which closed in June at $200 million, was led by Harrow Capital and valued the company at $1.8 billion post-money.',
    [
      'round Oakline USD 200m Series D closed post 1800m by Harrow Capital',
      'valuation Oakline USD 1800m post closed',
    ],
  ],
  [
    'The lead investor, Harrow Capital, contributed $30 million of the $50 million round, Oakline said.',
    ['round Oakline USD 50m closed by Harrow Capital', 'investment Harrow Capital > Oakline USD 30m closed'],
  ],
  [
    'Oakline secured a $100 million credit facility from Bellows Bank and Kite Credit. Separately, it raised $35 million in Series B-2 equity led by Harrow Capital.',
    [
      'round Oakline USD 100m credit facility closed with Bellows Bank, Kite Credit',
      'round Oakline USD 35m Series B-2 closed by Harrow Capital',
    ],
  ],
  [
    'Oakline has raised $5 million on a SAFE from Harrow Capital, Bellows Ventures and a group of angels.',
    ['round Oakline USD 5m SAFE closed with Harrow Capital, Bellows Ventures'],
  ],
  [
    'Oakline raised $2.2 million through equity crowdfunding from 1,800 investors.',
    ['round Oakline USD 2.2m equity crowdfunding closed'],
  ],
  [
    'Oakline announced a $250 million PIPE led by Harrow Capital.',
    ['round Oakline USD 250m PIPE closed by Harrow Capital'],
  ],
  [
    'The startup, Oakline, has picked up a pre-Series A round of $6 million led by Harrow Capital. Bellows Ventures, Kite Global and angel investors including Mira Solano and Ravi Menon participated in the round.',
    [
      'round Oakline USD 6m pre-Series A closed by Harrow Capital with Bellows Ventures, Kite Global, Mira Solano, Ravi Menon',
    ],
  ],
  [
    'Oakline will use the fresh capital to hire engineers, open an office in Lisbon and expand into Latin America. It has raised $9 million from Harrow Capital.',
    ['round Oakline USD 9m closed with Harrow Capital', 'investment Harrow Capital > Oakline USD 9m closed'],
  ],
  [
    'Harrow Capital is leading a $60 million investment in Oakline, with Bellows Ventures and Kite Global also participating. The deal values Oakline at $400 million, more than double the $180 million at which it raised money a year ago.',
    [
      'round Oakline USD 60m closed at 400m by Harrow Capital with Bellows Ventures, Kite Global',
      'valuation Oakline USD 400m closed',
      'valuation Oakline USD 180m closed',
    ],
  ],
  [
    'Oakline nabs $18M led by Harrow Capital. The Berlin startup has now raised a total of $31M to date. Its customers include Fordham Motor and Grandsoft.',
    ['round Oakline USD 18m closed by Harrow Capital'],
  ],
  [
    'Oakline just closed a $110 million growth round. Harrow Capital led, and Bellows Ventures, Kite Global and Orrin Health all participated. The new valuation: $900 million.',
    [
      'round Oakline USD 110m growth closed at 900m by Harrow Capital with Bellows Ventures, Kite Global, Orrin Health',
      'valuation Oakline USD 900m closed',
    ],
  ],
  [
    'Oakline is valued at $2.3 billion following the $150 million Series D, nearly triple its $800 million valuation from 2022.',
    [
      'round Oakline USD 150m Series D closed at 2300m',
      'valuation Oakline USD 2300m closed',
      'valuation Oakline USD 800m closed',
    ],
  ],
  [
    'Oakline raised $150 million at a $1.5 billion pre-money valuation. The round pushes its valuation to $1.65 billion, from $600 million in early 2022.',
    [
      'round Oakline USD 150m closed pre 1500m at 1650m',
      'valuation Oakline USD 1500m pre closed',
      'valuation Oakline USD 1650m closed',
      'valuation Oakline USD 600m closed',
    ],
  ],
  [
    'Fordham Motor and Grandsoft each put $30 million into Oakline. The two had already invested $12 million apiece in 2021.',
    ['investment Fordham Motor > Oakline USD 30m closed', 'investment Grandsoft > Oakline USD 30m closed'],
  ],
  [
    '- Oakline, a Boston-based drug discovery startup, raised $55 million in Series B funding. Harrow Capital led the round and was joined by Bellows Ventures and Kite Global.',
    ['round Oakline USD 55m Series B closed by Harrow Capital with Bellows Ventures, Kite Global'],
  ],
  [
    'Fernhall, a London fintech, raised £14 million in Series A funding led by Harrow Capital.\nDrovers, an Austin maker of batteries, raised $70 million. Bellows Ventures led, and was joined by insiders Kite Global and Orrin Health.',
    [
      'round Fernhall GBP 14m Series A closed by Harrow Capital',
      'round Drovers USD 70m closed by Bellows Ventures with Kite Global, Orrin Health',
    ],
  ],
  [
    'Oakline confirmed that it had raised $33 million, without naming investors. The market for scheduling tools is worth $12 billion, according to analysts. The funds will go towards hiring and product development.',
    ['round Oakline USD 33m closed'],
  ],
  [
    'Investors in the round include Harrow Capital, Bellows Ventures and Kite Global. Oakline raised $33 million.',
    ['round Oakline USD 33m closed with Harrow Capital, Bellows Ventures, Kite Global'],
  ],
  [
    'Oakline bagged ₹120 crore in a Series B round led by Harrow Capital, with existing backers Bellows Ventures and Kite Global doubling down.',
    ['round Oakline INR 1200m Series B closed by Harrow Capital with Bellows Ventures, Kite Global'],
  ],
  [
    'Japan’s Sakura Group will invest $500 million in Oakline as part of a $1.5 billion round.',
    [
      'investment Sakura Group > Oakline USD 500m planned',
      'round Oakline USD 1500m planned with Sakura Group',
    ],
  ],
  [
    'Oakline’s backers include Harrow Capital, Bellows Ventures and Kite Global. The company had sales of $400 million and a loss of $60 million.',
    [],
  ],
  [
    'Oakline raised $90 million. The round was led by Harrow Capital and included Bellows Ventures and returning investor Kite Global.',
    ['round Oakline USD 90m closed by Harrow Capital with Bellows Ventures, Kite Global'],
  ],
  [
    'Other notable rounds included Oakline ($40 million Series B), Pinemill ($25 million Series A) and Grainworks ($12 million seed).',
    [
      'round Grainworks USD 12m seed closed',
      'round Oakline USD 40m Series B closed',
      'round Pinemill USD 25m Series A closed',
    ],
  ],
  ['Oakline extended its Series B by $15 million.', ['round Oakline USD 15m Series B closed']],
  [
    'A $14 million Series A from Harrow Capital and Bellows Ventures gives Oakline Robotics room to grow.',
    ['round Oakline Robotics USD 14m Series A closed with Harrow Capital, Bellows Ventures'],
  ],
  [
    'Bellows Ventures also contributed to the $14 million round, which Oakline Robotics closed in September.',
    ['round Oakline Robotics USD 14m closed with Bellows Ventures'],
  ],
  ['Oakline acquired the maker of Grainworks in a $200 million deal.', []],
  [
    'Oakline has raised $12 million in Series A funding. Other investors include Harrow Capital, Bellows Growth and angel investor Mira Solano.',
    ['round Oakline USD 12m Series A closed with Harrow Capital, Bellows Growth, Mira Solano'],
  ],
  [
    'Oakline closed a $40 million round. Existing investors Bellows Ventures and Kite Global also took part, as did newcomer Fernweald.',
    ['round Oakline USD 40m closed with Bellows Ventures, Kite Global, Fernweald'],
  ],
  [
    'Oakline raised $40 million led by U.S. growth fund Harrow Capital, with Bellows Ventures, Paris-based Kite Global, as well as earlier backer Orrin Health, participating.',
    ['round Oakline USD 40m closed by Harrow Capital with Bellows Ventures, Kite Global, Orrin Health'],
  ],
  [
    'Participants included venture firms like Harrow Capital and, of course, Bellows Ventures. Oakline raised $40 million.',
    ['round Oakline USD 40m closed with Harrow Capital, Bellows Ventures'],
  ],
  [
    'Oakline, backed by big-name investors such as Harrow Capital, Kite Global and Bellows Ventures, is in talks to raise $40 million.',
    ['round Oakline USD 40m in_talks'],
  ],
  [
    'Oakline raised $40 million. Other shareholders include Harrow Capital and Kite Global.',
    ['round Oakline USD 40m closed'],
  ],
  [
    'Harrow Motors is buying a further 8.8 per cent of Oakline for 70 million euros. Kite Global made a $35 million injection into Oakline.',
    [
      'investment Harrow Motors > Oakline EUR 70m planned',
      'investment Kite Global > Oakline USD 35m closed',
      'stake',
    ],
  ],
  [
    'Oakline raised $50 million. Harrow Capital led the round with $15 million while Kite Global and Bellows Ventures pumped in $20 million and $15 million, respectively.',
    [
      'investment Bellows Ventures > Oakline USD 15m closed',
      'investment Harrow Capital > Oakline USD 15m closed',
      'investment Kite Global > Oakline USD 20m closed',
      'round Oakline USD 50m closed by Harrow Capital with Kite Global, Bellows Ventures',
    ],
  ],
  [
    'A consortium of Harrow Capital, Kite Global and Bellows Ventures invested $300 million in Oakline.',
    ['round Oakline USD 300m closed with Harrow Capital, Kite Global, Bellows Ventures'],
  ],
  [
    'Oakline has secured $8 million, comprising $5 million in equity from Harrow Capital and $3 million of debt from Silverton Bank.',
    [
      'round Oakline USD 3m debt closed with Silverton Bank',
      'round Oakline USD 5m equity closed with Harrow Capital',
      'round Oakline USD 8m closed',
    ],
  ],
  [
    'Oakline raised $100 million from Harrow Capital and Kite Global. The latest investment is the second tranche of the company’s ongoing $1 billion funding round.',
    ['round Oakline USD 1000m planned with Harrow Capital, Kite Global', 'tranche'],
  ],
  [
    'Oakline announced the final closing of an oversubscribed seed financing of $11.4 million.',
    ['round Oakline USD 11.4m seed completed'],
  ],
  [
    'Harrow Investment Bank and Oakline have signed a €45 million loan agreement.',
    ['round Oakline EUR 45m loan agreed with Harrow Investment Bank'],
  ],
  [
    'Oakline raised $9 million in 2019. Oakline staff and early backers have now offloaded $90 million of stock to Harrow Capital.',
    [
      'investment Harrow Capital > Oakline USD 90m completed secondary',
      'round Oakline USD 9m closed',
      'round Oakline USD 90m secondary tender completed with Harrow Capital',
    ],
  ],
  [
    'Oakline raised a $5 million seed round and a $20 million Series A. The seed was led by Harrow Capital, while Kite Global led the Series A.',
    [
      'round Oakline USD 20m Series A closed by Kite Global',
      'round Oakline USD 5m seed closed by Harrow Capital',
    ],
  ],
  [
    'Harrow Ventures has closed its second fund with $195 million. The Paloma-based firm raised $155 million for its inaugural fund in 2006.',
    [],
  ],
  [
    'Harrow Capital and co-investor Kite Global backed a $24-million funding round for fintech start-up Oakline.',
    ['round Oakline USD 24m closed with Harrow Capital, Kite Global'],
  ],
  [
    'Oakline completed a $125m debt and equity round featuring electronics producer Kite Global, Harrow Capital and Bellows Ventures.',
    ['round Oakline USD 125m debt and equity closed with Kite Global, Harrow Capital, Bellows Ventures'],
  ],
  [
    'Oakline has increased a Series D round featuring Kite Global from $50m to $80m. It also includes Harrow Capital and the food group Pinemill.',
    ['round Oakline USD 80m Series D closed with Kite Global, Harrow Capital, Pinemill'],
  ],
  [
    'Oakline raised $60 million. Participants from previous rounds also joined in, including Harrow Capital and Bellows Ventures.',
    ['round Oakline USD 60m closed with Harrow Capital, Bellows Ventures'],
  ],
  [
    'Pinemill added $27 million to its Series B round, Oakline brought in $36 million in its Series A funding round.',
    ['round Oakline USD 36m Series A closed', 'round Pinemill USD 27m Series B closed'],
  ],
  [
    'The Harrow Development Bank has extended a EUR 60m loan to finance the expansion of the storage of Oakline.',
    ['round Oakline EUR 60m loan closed with Harrow Development Bank'],
  ],
  [
    'Oakline has raised $30 million in Series B funding.\nBackers include:\n- Harrow Capital\n- Bellows Ventures\n- Kite Global, a family office',
    ['round Oakline USD 30m Series B closed with Harrow Capital, Bellows Ventures, Kite Global'],
  ],
  [
    'Oakline announced the closing of its private placement of 5,000,000 units at a price of $0.20 per unit for gross proceeds of $1,000,000.',
    ['round Oakline USD 1m closed'],
  ],
  [
    'Oakline has filed to raise $250 million in an initial public offering. Oakline was last valued at $2 billion in a private round led by Harrow Capital in 2022.',
    ['round Oakline USD 250m planned', 'valuation Oakline USD 2000m closed'],
  ],
  [
    'Oakline will raise 3 billion yen through a third-party allotment of new shares to Harrow Bank and Kite Global.',
    ['round Oakline JPY 3000m third-party allotment planned with Harrow Bank, Kite Global'],
  ],
  [
    'Oakline had revenue of $40 million and has raised $90 million to date from investors including Harrow Capital.',
    [],
  ],
  [
    'Harrow Capital and Kite Global have poured $30 million into Oakline. Bellows Ventures also invested.',
    ['round Oakline USD 30m closed with Harrow Capital, Kite Global, Bellows Ventures'],
  ],
  [
    'Oakline has signed a term sheet with Harrow Capital for a $15 million Series A.',
    ['round Oakline USD 15m Series A agreed with Harrow Capital'],
  ],
  [
    'Melkor, a battery recycler, has announced a €40m Series A. It was led by French VC Banque Rhône Innovation, followed by QPI2, a fund dedicated to industrial projects that is managed by public bank Sandor.',
    ['round Melkor EUR 40m Series A closed by Banque Rhône Innovation with QPI2'],
  ],
  [
    "Melkor has raised €22 million in a Series A. It follows a raise by Sweden's Vantro ($50 million Series A led by Baldric Partners). Investing in Melkor's large round is Tarn Code Capital, and Europe's Holtzer Ventures.",
    [
      'round Melkor EUR 22m Series A closed with Tarn Code Capital, Holtzer Ventures',
      'round Vantro USD 50m Series A closed by Baldric Partners',
    ],
  ],
  [
    'Burger brand Vesco grabs €17 million. IRAS Ventures led the round with funds from Barlow Capital.',
    ['round Vesco EUR 17m closed by IRAS Ventures with Barlow Capital'],
  ],
  [
    'Online pharmacy PharmFast has raised $120 million. The round was led by a group of new investors including Copperfield Capital and Lowell Ventures.',
    ['round PharmFast USD 120m closed by Copperfield Capital, Lowell Ventures'],
  ],
  [
    'Melkor has raised €40m. The round was joined by Gant Ventures, existing investors Pello Capital, 9x Founders, and established business angels.',
    ['round Melkor EUR 40m closed with Gant Ventures, Pello Capital, 9x Founders'],
  ],
  [
    'Oslo Orbital today announced that it has received $140 million in new investment. Oslo Orbital said the Series E financing round was led by Fjord Fund and closed last month.',
    ['round Oslo Orbital USD 140m Series E closed by Fjord Fund'],
  ],
  [
    'Cecina nets $1.6 million. Tenor Ventures and Macken Partners participated in the pre-seed round.',
    ['round Cecina USD 1.6m pre-seed closed with Tenor Ventures, Macken Partners'],
  ],
  [
    'Stellan Technologies, a rocket company, has raised 8.9 billion yen for its Series F round. This includes $45.1 million equity financing by Sumi Bank and Space Borders Fund. An additional $16.7 million was secured through debt financing.',
    [
      'round Stellan Technologies JPY 8900m Series F closed with Sumi Bank, Space Borders Fund',
      'tranche',
      'tranche',
    ],
  ],
  [
    'Dotto, the operator of a scooter service, added $70m to a series B round now totalling $155m.',
    ['round Dotto USD 155m Series B closed', 'tranche'],
  ],
  [
    'Battery start-up tavero has brought in €3.5 million in funding. The round was led by Atlas Labs.',
    ['round tavero EUR 3.5m closed by Atlas Labs'],
  ],
  [
    'This comes shortly after Danish, a pet telehealth platform, raised $18 million in Series B funding.',
    ['round Danish USD 18m Series B closed'],
  ],
  [
    'The nine-year-old Twelvex authorized a $100 million secondary sale for staff.',
    ['round Twelvex USD 100m secondary sale planned'],
  ],
  ['Some $18.2 billion in funding flowed to fintech companies in the first months of 2022.', []],
  [
    'Lemon has raised $523 million in funding, with $20 million of the new funding going towards sustainable hardware.',
    ['round Lemon USD 523m closed'],
  ],
  ['Gravon has now attracted more than $200 million in funding to develop its approach to fusion.', []],
  [
    'Limen raised $90 million from UBD O’Keeffe.',
    ['investment UBD O’Keeffe > Limen USD 90m closed', 'round Limen USD 90m closed with UBD O’Keeffe'],
  ],
];

test.each(CASES)('%s', (text, claims) => {
  expect(toldIn(text)).toEqual([...claims].toSorted());
});
