import { expect, it } from 'vitest';
import { placesOf } from './index.ts';

// "Hé, <b>you</b>" as text "- Hé, you" in UTF-8: a bullet was put in, é takes two bytes, a tag stands between.
const BYTES = { in: 'bytes', runs: [2, 1, 10, 1, 0, 1, 0, 2, 0, 2, 0, 1, 0, 3, 3, 1] } as const;

it.each([
  [
    [2, 9],
    [
      [10, 15],
      [18, 21],
    ],
  ],
  [[3, 4], [[11, 13]]],
  [[0, 2], []],
  [[7, 8], [[19, 20]]],
  [
    [0, 100],
    [
      [10, 15],
      [18, 21],
    ],
  ],
] as const)('the text %j stands at the bytes %j', (span, ranges) => {
  expect(placesOf({ segments: BYTES }, span)).toEqual(ranges.map((bytes) => ({ bytes })));
});

it('a run that stands for bytes as a whole is not cut', () => {
  const segments = { in: 'bytes', runs: [0, 38, 100, -76, 0, 10, 2, 1] } as const;
  expect(placesOf({ segments }, [5, 40])).toEqual([{ bytes: [100, 176] }, { bytes: [178, 180] }]);
});

it('words on one line of a page are one box, cut evenly; the next line and page are others', () => {
  const runs = [
    0, 10, 1, 100, 50, 200, 62, 1, 5, 1, 205, 50, 255, 62, 1, 5, 1, 100, 64, 150, 76, 1, 5, 2, 0, 0, 50, 12,
  ];
  const segments = { in: 'pages', runs } as const;
  expect(placesOf({ segments }, [5, 18])).toEqual([
    { page: 1, box: [150, 50, 255, 62] },
    { page: 1, box: [100, 64, 110, 76] },
  ]);
  expect(placesOf({ segments }, [23, 24])).toEqual([{ page: 2, box: [0, 0, 10, 12] }]);
});
