import type { DealSummaryView } from '@tranche/service/views';

/** The ways the list can be ordered; the first is the default. */
export const DEAL_ORDERS = [
  { key: 'sources', label: 'Most sources' },
  { key: 'news', label: 'Latest news' },
  { key: 'conflicts', label: 'Most disagreements' },
  { key: 'issuer', label: 'Issuer, A to Z' },
] as const;
export type DealOrder = (typeof DEAL_ORDERS)[number]['key'];

export const dealOrderOf = (key: string | undefined): DealOrder =>
  DEAL_ORDERS.find((order) => order.key === key)?.key ?? 'sources';

/** The deals whose issuer, title, status or size holds every word looked for, in the chosen order. */
export function selectDeals(
  deals: readonly DealSummaryView[],
  words: string,
  order: DealOrder,
): readonly DealSummaryView[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return deals
    .filter((deal) => {
      const text = [deal.issuer, deal.title, deal.status, deal.money, deal.size].join(' ').toLowerCase();
      return wanted.every((word) => text.includes(word));
    })
    .sort((a, b) => COMPARISONS[order](a, b) || (a.id < b.id ? -1 : 1));
}

const COMPARISONS: Readonly<Record<DealOrder, (a: DealSummaryView, b: DealSummaryView) => number>> = {
  news: (a, b) => b.lastKnown.localeCompare(a.lastKnown) || b.sources - a.sources,
  sources: (a, b) => b.sources - a.sources || b.statements - a.statements,
  conflicts: (a, b) => b.conflicts - a.conflicts || b.sources - a.sources,
  issuer: (a, b) => a.issuer.localeCompare(b.issuer, 'en') || b.lastKnown.localeCompare(a.lastKnown),
};
