import type { DealStatus } from '../claim/index.ts';

/** Statuses below an agreement: nothing binds anyone yet. */
export const isOpen = (status: DealStatus | undefined): boolean =>
  status === 'rumoured' || status === 'in_talks' || status === 'planned';

/** Statuses after which money has moved. */
export const isDone = (status: DealStatus | undefined): boolean =>
  status === 'closed' || status === 'completed';
