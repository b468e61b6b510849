import type { PlainDate } from '@tranche/core/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Source } from '../source/index.ts';
import { type Likeness, StoryIndex, sameStory, storyOf } from './index.ts';
import { wordsOf } from './words.ts';

const RELEASE = `Kaldor Robotics, which builds picking arms for warehouses, today announced that it has raised $40 million in a
Series B round led by Harbour Ridge Capital, with participation from Stone Lane and existing investors. The round values Kaldor
at $310 million after the money. "We will open a second plant in Lyon and hire 120 people," said the chief executive of Kaldor,
Ada Roe. The company was founded in 2019 and has delivered more than 900 arms to 45 customers in Europe. Kaldor said
that the money will be paid in two parts, the second when the plant opens.`;
const REPRINT = `${RELEASE.replace('today announced that it has raised', 'has raised')
  .replace('"We will open', 'It will open')
  .replace('The company was founded in 2019 and has', 'It has')} Read more on our site.`;
const TEMPLATE = RELEASE.replaceAll('Kaldor', 'Fennick')
  .replace('$40 million', '$75 million')
  .replace('$310', '$640')
  .replace('Ada Roe', 'Ben Low')
  .replace('120', '80')
  .replace('900', '350')
  .replace('45', '12');
const CHINESE =
  '据悉，甲乙科技完成四亿元人民币的B轮融资，由海港资本领投，石巷基金跟投。公司成立于二零一九年，主要生产仓库机械臂，客户遍布欧洲各地。本轮资金将分两次支付，第二次在新工厂投产之后。';

const share = (one: string, other: string) => sameStory(storyOf(one), storyOf(other));

describe('two texts tell one story', () => {
  it('when one is the other with edits', () => {
    expect(share(RELEASE, RELEASE)).toBe(100);
    expect(share(RELEASE, REPRINT)).toBeGreaterThanOrEqual(70);
  });

  it('in scripts without spaces as well', () => {
    expect(
      share(CHINESE, CHINESE.replace('据悉，', '记者获悉，').replace('各地', '')),
    ).toBeGreaterThanOrEqual(80);
    expect(
      share(CHINESE, '公司今天发布了新的年度报告，并表示下一季度的收入将会继续增长，员工人数保持不变。'),
    ).toBeUndefined();
  });

  it('not when a template is filled in anew: other names, other sums', () => {
    expect(share(RELEASE, TEMPLATE)).toBeUndefined();
    expect(share(RELEASE, RELEASE.replaceAll('Kaldor', 'Fennick'))).toBeUndefined();
    const sums = RELEASE.replace(/\d+/g, (digits) => `${Number(digits) + 7}`);
    expect(share(RELEASE, sums)).toBeUndefined();
  });

  it('with one figure put right all the same', () => {
    expect(share(RELEASE, RELEASE.replace('$310', '$320'))).toBeGreaterThanOrEqual(90);
  });

  it('not when they are too short to tell', () => {
    const short = 'Kaldor raised $40 million from Harbour Ridge Capital in its Series B round.';
    expect(share(short, short)).toBeUndefined();
  });

  const words = fc.array(fc.constantFrom(...wordsOf(RELEASE)), { minLength: 25, maxLength: 80 });
  it('both ways alike, however they are set', () => {
    fc.assert(
      fc.property(words, words, fc.constantFrom(' ', '\n', ' — ', ',  '), (one, other, gap) => {
        const [left, right] = [one.join(' '), other.join(' ')];
        expect(share(left, right)).toBe(share(right, left));
        expect(share(left, right)).toBe(share(one.join(gap).toUpperCase(), `“${right}”`));
      }),
    );
  });
});

describe('the words of a text', () => {
  it.each([
    ['The firm’s €1,250,000 (1.5x)', ['the', 'firm', 's', '1250000', '1.5', 'x']],
    ['ＦＵＬＬ width; co\u00adop', ['full', 'width', 'coop']],
    ['甲乙AI完成4亿元', ['甲', '乙', 'ai', '完', '成', '4', '亿', '元']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });
});

const source = (id: string, text: string, published: string): Source => ({
  ...{ id, name: id, title: id, tier: 'unattributed', text, sha256: id },
  published: published as PlainDate,
});

describe('an index of stories', () => {
  const release = source('s-1', RELEASE, '2025-03-03');
  const reprint = source('s-2', REPRINT, '2025-03-04');
  const again = source('s-3', RELEASE.toUpperCase(), '2025-03-05');
  const other = source('s-4', TEMPLATE, '2025-03-02');

  it.each([[[release, reprint, again, other]], [[again, other, reprint, release]]])(
    'finds what each copies, in whatever order they come',
    (sources) => {
      const index = new StoryIndex();
      for (const one of sources) index.add(one);
      expect(index.copied(release)).toBeUndefined();
      expect(index.copied(reprint)).toMatchObject({ source: release });
      expect(index.copied(again)).toEqual({ source: release, sharePercent: 100 });
      expect(index.copied(other)).toBeUndefined();
      expect(index.first(again)).toBe(release);
    },
  );

  it('says which sources a newcomer was told before', () => {
    const index = new StoryIndex();
    index.add(reprint);
    index.add(again);
    expect(index.add(release)).toEqual([again, reprint]);
    expect(index.add(source('s-5', RELEASE, '2025-03-09'))).toEqual([]);
  });

  it('finds the tellings of a text that is no source', () => {
    const index = new StoryIndex();
    for (const one of [other, again, release]) index.add(one);
    expect(index.like(REPRINT).map(({ source: { id } }) => id)).toEqual(['s-1', 's-3']);
    expect(index.like('nothing of the kind')).toEqual([]);
  });

  it('agrees with a comparison of all with all', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom('plant', 'zebra', '17', '')), {
      maxLength: 14,
    });
    const texts = fc.array(
      fc.tuple(fc.constantFrom(RELEASE, TEMPLATE, CHINESE), edits, fc.integer({ min: 1, max: 5 })),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(texts, (all) => {
        const sources = all.map(([text, changes, day], number) =>
          source(`s-${number}`, edited(text, changes), `2025-03-0${day}`),
        );
        const index = new StoryIndex();
        for (const one of sources) index.add(one);
        for (const one of sources) expect(index.copied(one)).toEqual(slowlyCopied(one, sources));
      }),
      { seed: 20250303, numRuns: 100 },
    );
  });
});

function edited(text: string, changes: readonly (readonly [number, string])[]): string {
  const parts = text.split(/(?<=[ ，])/);
  for (const [at, word] of changes) parts[at % parts.length] = `${word} `;
  return parts.join('');
}

function slowlyCopied(one: Source, all: readonly Source[]): Likeness | undefined {
  const isBefore = (other: Source) => `${other.published} ${other.id}` < `${one.published} ${one.id}`;
  const found = all.filter(isBefore).flatMap((other): readonly Likeness[] => {
    const same = share(one.text, other.text);
    return same === undefined ? [] : [{ source: other, sharePercent: same }];
  });
  return found.sort((a, b) =>
    `${a.source.published} ${a.source.id}` < `${b.source.published} ${b.source.id}` ? -1 : 1,
  )[0];
}
