import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { AskPage } from '../pages/ask/ask-page.tsx';
import { DealPage } from '../pages/deal/deal-page.tsx';
import { DealsPage } from '../pages/deals/deals-page.tsx';
import { JudgementsPage } from '../pages/judgements/judgements-page.tsx';
import { NotFoundPage } from '../pages/not-found-page.tsx';
import { PartiesPage } from '../pages/parties/parties-page.tsx';
import { ReadPage } from '../pages/read/read-page.tsx';
import { SourcePage } from '../pages/source/source-page.tsx';
import { SourcesPage } from '../pages/sources/sources-page.tsx';
import { parseSearch, searchFrom, stringifySearch } from './search.ts';
import { Shell } from './shell.tsx';

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
  validateSearch: searchFrom,
});

const routeTree = rootRoute.addChildren([
  createRoute({ getParentRoute: () => rootRoute, path: '/', component: DealsPage }),
  createRoute({ getParentRoute: () => rootRoute, path: '/deals/$dealId', component: DealPage }),
  createRoute({ getParentRoute: () => rootRoute, path: '/ask', component: AskPage }),
  createRoute({ getParentRoute: () => rootRoute, path: '/sources', component: SourcesPage }),
  createRoute({ getParentRoute: () => rootRoute, path: '/sources/$sourceId', component: SourcePage }),
  createRoute({ getParentRoute: () => rootRoute, path: '/parties', component: PartiesPage }),
  createRoute({ getParentRoute: () => rootRoute, path: '/judgements', component: JudgementsPage }),
  createRoute({ getParentRoute: () => rootRoute, path: '/read', component: ReadPage }),
]);

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  // The state of a page lies in its address; changing it must not move the page.
  scrollRestorationBehavior: 'instant',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
