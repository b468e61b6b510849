import { fromEpochDay, type PlainDate } from '@tranche/core/time';
import * as fc from 'fast-check';

/** Days of the years 1600 to 2399, a whole cycle of leap years twice over. */
export const arbitraryDay = (): fc.Arbitrary<PlainDate> =>
  fc.integer({ min: -135_140, max: 157_053 }).map((epochDay) => fromEpochDay(epochDay));
