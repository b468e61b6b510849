import { useNavigate } from '@tanstack/react-router';
import type { Search } from './search.ts';

/** Changes the page's state in the address; the page stays where it is scrolled to. */
export function useChangeSearch(): (
  change: (search: Search) => Search,
  options?: { readonly replace?: boolean },
) => void {
  const navigate = useNavigate();
  return (change, { replace = false } = {}) => {
    void navigate({ to: '.', search: (previous: Search) => change(previous), replace, resetScroll: false });
  };
}
