import { useMantineColorScheme } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { Link, Outlet, useLocation, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Judging } from '../components/judgement/judging.tsx';
import { datesOf } from './search.ts';
import classes from './shell.module.css';

const PAGES = [
  { to: '/', label: 'Deals', exact: true },
  { to: '/ask', label: 'Ask', exact: true },
  { to: '/sources', label: 'Sources', exact: false },
  { to: '/parties', label: 'Parties', exact: true },
  { to: '/judgements', label: 'Judgements', exact: true },
  { to: '/read', label: 'Read a report', exact: true },
] as const;

/** The frame of every page: the way to the content, the pages, and the page itself. */
export function Shell() {
  const search = useSearch({ from: '__root__' });
  const content = useContentFocus();
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content">
        Skip to the content
      </a>
      <header className={classes.header}>
        <div className={classes.bar}>
          <Link to="/" search={datesOf(search)} className={classes.brand} aria-label="Tranche, list of deals">
            <svg viewBox="0 0 20 16" aria-hidden="true" className={classes.sign}>
              <rect x="0" y="0" width="20" height="4" />
              <rect x="0" y="6" width="14" height="4" />
              <rect x="0" y="12" width="7" height="4" />
              <rect x="9" y="12" width="11" height="4" className={classes.signShare} />
            </svg>
            Tranche
          </Link>
          <nav aria-label="Pages">
            <ul className={classes.pages}>
              {PAGES.map(({ to, label, exact }) => (
                <li key={to}>
                  <Link
                    to={to}
                    search={datesOf(search)}
                    activeOptions={{ exact, includeSearch: false }}
                    activeProps={{ 'aria-current': 'page' }}
                    className={classes.page}
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <SchemeSwitch />
        </div>
      </header>
      {/* biome-ignore lint/correctness/useUniqueElementIds: one page has one content, and a link leads to it by name. */}
      <main id="content" ref={content} tabIndex={-1} className={classes.content}>
        <Judging>
          <Outlet />
        </Judging>
      </main>
      <footer className={classes.footer}>
        Everything shown comes from the ledger on this machine; nothing is sent elsewhere unless you ask for
        it.
      </footer>
    </div>
  );
}

/** After going to another page, reading goes on at its content and not at the link that was pressed. */
function useContentFocus() {
  const content = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    content.current?.focus({ preventScroll: true });
  }, [pathname]);
  return content;
}

function SchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const preferred = useColorScheme();
  const dark = colorScheme === 'auto' ? preferred === 'dark' : colorScheme === 'dark';
  const label = dark ? 'Use the light scheme' : 'Use the dark scheme';
  return (
    <button
      type="button"
      className={classes.scheme}
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
    </button>
  );
}
