import { Link } from '@tanstack/react-router';
import { PageHead } from '../components/layout/page-head.tsx';

export function NotFoundPage() {
  return (
    <>
      <PageHead title="There is no such page" />
      <p>
        The address leads nowhere. <Link to="/">The list of deals</Link> is a good place to start.
      </p>
    </>
  );
}
