import type { PlainDate } from '@tranche/core/time';

/** What day it is. Only the faces own a real one; tests pass a fixed day. */
export interface Clock {
  today(): PlainDate;
}
