import { matchRoute, Redirect, Route, useLocation, useRouter } from 'wouter';

import type { DeskPage } from '../pages.tsx';
import { NoPage } from './no-page.tsx';

/** The page at this address; it stays the same one, with its lists and scrolling, while the address moves among its own. */
export function Place({ pages }: { readonly pages: readonly DeskPage[] }) {
  const [location] = useLocation();
  const { parser } = useRouter();
  for (const { paths, Page } of pages) {
    const path = paths.find((each) => matchRoute(parser, each, location)[0]);
    if (path === undefined) continue;
    return (
      <Route key={paths[0]} path={path}>
        <Page />
      </Route>
    );
  }
  const [first] = pages;
  // Who does not answer customers begins elsewhere; after a one-time link everybody begins at the start.
  if (location === '/welcome') return <Redirect to="/" replace />;
  if (location === '/' && first !== undefined) return <Redirect to={first.paths[0] ?? '/account'} replace />;
  return <NoPage />;
}
