import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ClaimView } from '@tranche/service/views';
import { dealsQuery } from '../../api/queries.ts';
import { datesOf } from '../../app/search.ts';
import classes from './joined-deals.module.css';

/** Links to the deals that a report's claims were joined to. */
export function JoinedDeals({ claims }: { readonly claims: readonly ClaimView[] }) {
  const search = useSearch({ from: '__root__' });
  const deals = useQuery(dealsQuery({}));
  const ids = [...new Set(claims.flatMap(({ deal }) => deal ?? []))];
  if (ids.length === 0) return null;
  return (
    <div className={classes.deals}>
      <span>Part of</span>
      <ul aria-label="Deals it tells of">
        {ids.map((id) => (
          <li key={id}>
            <Link to="/deals/$dealId" params={{ dealId: id }} search={datesOf(search)}>
              {deals.data?.deals.find((deal) => deal.id === id)?.title ?? id}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
