import { plainDateOf } from '@tranche/core/time';
import type { Clock } from '@tranche/service/ports';

/** The day on this machine's calendar, in its time zone. */
export const systemClock: Clock = {
  today: () => {
    const now = new Date();
    return plainDateOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  },
};
