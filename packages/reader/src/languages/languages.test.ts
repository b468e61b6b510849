import { expectOk } from '@tranche/core/result';
import { claimToJson } from '@tranche/ledger/claim';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReport } from '../read/index.ts';
import { de } from './de/language.ts';
import { amountsIn } from './engine/amounts.ts';
import { normalLine } from './engine/normal-line.ts';
import { timesIn } from './engine/times.ts';
import { fr } from './fr/language.ts';
import { languageOf, scanForeignAmounts } from './index.ts';
import { ja } from './ja/language.ts';
import { zh } from './zh/language.ts';

const sums = (line: string, language: keyof typeof DATA) =>
  amountsIn(normalLine(line, 0, line.length).text, DATA[language].money).map(({ amount }) =>
    'min' in amount
      ? [amount.currency, Number(amount.min.toString()), Number(amount.max.toString()), amount.qualifier]
      : [amount.currency, Number(amount.value.toString()), amount.qualifier],
  );
const DATA = { zh, ja, de, fr };
const claimsOf = (body: string) =>
  expectOk(readReport(`Header\nPublished: 2025-06-20\n\n${body}\n`, { name: 'a' })).claims;

describe('sums in other languages', () => {
  it.each([
    ['zh', '1.2亿元人民币', [['CNY', 120e6, 'exact']]],
    ['zh', '近亿元', [['CNY', 1e8, 'nearly']]],
    ['zh', '数千万元', [['CNY', 2e7, 9.9e7, 'about']]],
    ['zh', '超过10亿美元', [['USD', 1e9, 'over']]],
    ['zh', '20亿元至30亿元', [['CNY', 2e9, 3e9, 'exact']]],
    ['zh', '20至30亿元', [['CNY', 2e9, 3e9, 'exact']]],
    ['zh', '两千万美元', [['USD', 2e7, 'exact']]],
    ['zh', '1.5万亿日元', [['JPY', 1.5e12, 'exact']]],
    ['zh', '新台幣18億元', [['TWD', 1.8e9, 'exact']]],
    ['zh', '最多5,000萬美元', [['USD', 5e7, 'up_to']]],
    ['ja', '1億5000万円', [['JPY', 150e6, 'exact']]],
    ['ja', '約300億円', [['JPY', 30e9, 'about']]],
    ['ja', '100億~150億円', [['JPY', 10e9, 15e9, 'exact']]],
    ['ja', '1.5兆円', [['JPY', 1.5e12, 'exact']]],
    ['ja', '最大400億ドル', [['USD', 40e9, 'up_to']]],
    ['ja', '3億９４００万ドル', [['USD', 394e6, 'exact']]],
    ['de', '8,5 Millionen Euro', [['EUR', 8.5e6, 'exact']]],
    ['de', 'rund 1,1 Mrd. US-Dollar', [['USD', 1.1e9, 'about']]],
    ['de', '750.000 Euro', [['EUR', 750e3, 'exact']]],
    ['de', 'eine halbe Milliarde Euro', [['EUR', 5e8, 'exact']]],
    ['de', '1,5 bis 1,8 Milliarden Euro', [['EUR', 1.5e9, 1.8e9, 'exact']]],
    ['de', 'knapp 42 Mio. Franken', [['CHF', 42e6, 'nearly']]],
    ['fr', "7,5 millions d'euros", [['EUR', 7.5e6, 'exact']]],
    ['fr', '900 000 euros', [['EUR', 900e3, 'exact']]],
    ['fr', 'un demi-milliard de dollars', [['USD', 5e8, 'exact']]],
    ['fr', 'entre 200 et 250 M€', [['EUR', 200e6, 250e6, 'exact']]],
    ['fr', '1 Md€', [['EUR', 1e9, 'exact']]],
    ['fr', 'près de 12 millions de livres sterling', [['GBP', 12e6, 'nearly']]],
  ] as const)('%s: %s', (language, line, expected) => {
    expect(sums(line, language)).toEqual(expected);
  });

  it('finds the CJK and German ones in an English text', () => {
    const text = 'It raised 1.5億ドル (€1,1 Mrd) last year.';
    expect(scanForeignAmounts(text, 0).map(({ span }) => text.slice(...span))).toEqual(['1.5億ドル']);
    expect(scanForeignAmounts('It raised $2m.', 0)).toEqual([]);
  });
});

describe('times in other languages', () => {
  const dates = (line: string, language: keyof typeof DATA) =>
    timesIn(line, DATA[language].times, '2025-06-20' as never).map((time) => time.resolve('past'));
  it.each([
    ['zh', '去年10月', '2024-10'],
    ['zh', '2022年第三季度', '2022-Q3'],
    ['zh', '今年年底前', '../2025-12-31'],
    ['zh', '上月', '2025-05'],
    ['ja', '2023年春の', '2023-spring'],
    ['ja', '昨年12月', '2024-12'],
    ['ja', '2026年3月までに', '../2026-03'],
    ['ja', '5日', '2025-06-05'],
    ['de', 'im Juli 2024', '2024-07'],
    ['de', 'im ersten Quartal', '2025-Q1'],
    ['de', 'vor drei Jahren', '2022'],
    ['de', 'bis Ende 2026', '../2026-12-31'],
    ['fr', 'le 10 octobre 2024', '2024-10-10'],
    ['fr', "l'automne 2022", '2022-autumn'],
    ['fr', "l'an dernier", '2024'],
    ['fr', 'au premier semestre 2026', '2026-H1'],
  ] as const)('%s: %s', (language, line, expected) => {
    expect(dates(line, language)).toEqual([expected]);
  });
});

describe('the language of a text', () => {
  it.each([
    ['The company has raised $2m from the fund.', 'en'],
    ['公司完成了新一轮融资', 'zh'],
    ['同社は資金調達を実施したと発表した', 'ja'],
    ['Das Unternehmen hat mit der Bank einen Vertrag über ein Darlehen geschlossen.', 'de'],
    ["La société a levé des fonds auprès de ses investisseurs dans le cadre d'un tour.", 'fr'],
  ])('%s', (text, expected) => {
    expect(languageOf(text)).toBe(expected);
  });

  it('reads an English line of a German text as English', () => {
    const german = 'Das Start-up Kornfeld hat in einer Seed-Runde 2 Millionen Euro von Speedinvest erhalten.';
    const english = 'Oatmill has raised $5m in a Series A round led by Oak Ventures, it said.';
    const claims = claimsOf(`${german}\n\n${english}`).map(claimToJson);
    expect(claims).toContainEqual(expect.objectContaining({ type: 'round', issuer: 'Kornfeld' }));
    expect(claims).toContainEqual(
      expect.objectContaining({ type: 'round', issuer: 'Oatmill', leads: ['Oak Ventures'] }),
    );
  });

  it('keeps a name in Latin letters within Chinese', () => {
    expect(claimsOf('OpenAI完成66亿美元融资，由Thrive Capital领投。').map(claimToJson)).toContainEqual(
      expect.objectContaining({ type: 'round', issuer: 'OpenAI', leads: ['Thrive Capital'] }),
    );
  });
});

const BODIES = [
  ['星河智能宣布完成1.2亿元A轮融资，由启衡资本领投。', '1.2亿元'],
  ['ヒナタロボは、シリーズAで１２億円を調達したと発表した。', '１２億円'],
  [
    'Das Start-up Hallwerk hat in einer Runde 8,5 Millionen Euro von Speedinvest erhalten.',
    '8,5 Millionen Euro',
  ],
  [
    "La start-up Ondéo a levé 7,5 millions d'euros en série A auprès de Kima Ventures.",
    "7,5 millions d'euros",
  ],
] as const;

describe('places in the text', () => {
  const noise = fc
    .array(
      fc.constantFrom('😀', '👩‍🚀', '𠮷', 'é', 'e\u0301', 'ｶ\u3099', 'Ａ１', '　', '\u202f', '🇯🇵', '𝟙', 'z'),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join(''));

  it('are right whatever characters stand before', () => {
    fc.assert(
      fc.property(noise, fc.constantFrom(...BODIES), fc.boolean(), (before, [body, sum], decomposed) => {
        const written = decomposed ? body.normalize('NFD') : body;
        const text = `Header ${before}\nPublished: 2025-06-20\n\n${before}\n\n${before} 。\n${written}\n`;
        const { claims } = expectOk(readReport(text, { name: 'a' }));
        const round = claims.find((claim) => claim.type === 'round');
        const span = round?.spans.amount;
        expect(span).toBeDefined();
        expect(text.slice(...(span as [number, number])).normalize('NFC')).toBe(sum);
        for (const claim of claims) expect(text.slice(...claim.quote_span)).toBe(claim.quote);
      }),
      { numRuns: 60 },
    );
  });
});
