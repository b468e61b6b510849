import type { Span } from '@tranche/ledger/claim';
import { type Original, placesOf } from '@tranche/ledger/source';
import type { PlaceView } from '../views/index.ts';

/** Where a span of a text stands in what the text was read from; undefined for words that the reading put in. */
export function placeViewOf(original: Original, span: Span): PlaceView | undefined {
  const places = placesOf(original, span);
  if (places.length === 0) return undefined;
  const { part } = original;
  const bytes = places.flatMap((place) =>
    'bytes' in place ? [[place.bytes[0], place.bytes[1]] satisfies [number, number]] : [],
  );
  const boxes = places.flatMap((place) =>
    'page' in place ? [{ page: place.page, box: place.box.map(rounded) as PlaceBox }] : [],
  );
  return {
    ...(part === undefined ? {} : { part }),
    ...(bytes.length === 0 ? {} : { bytes }),
    ...(boxes.length === 0 ? {} : { boxes }),
  };
}

type PlaceBox = NonNullable<PlaceView['boxes']>[number]['box'];

/** To a tenth of a point: finer than anybody can point. */
const rounded = (points: number): number => Math.round(points * 10) / 10;
