import {
  CounterBadge,
  makeStyles,
  Menu,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { Link, matchRoute, useLocation, useRouter } from 'wouter';

import { useQueue, useWaitingWork } from '../live/waiting-work.ts';
import type { DeskPage } from '../pages.tsx';
import { phone, useMedia } from '../parts/media.ts';
import { useTexts } from '../texts/language.tsx';
import { shellTexts } from '../texts/shell.ts';

const useStyles = makeStyles({
  nav: {
    gridArea: 'nav',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px 6px',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 719px)': {
      flexDirection: 'row',
      justifyContent: 'space-around',
      padding: '4px 4px calc(4px + env(safe-area-inset-bottom))',
      borderRight: 'none',
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  entry: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '2px',
    minWidth: '76px',
    padding: '8px 4px 6px',
    border: 'none',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textDecorationLine: 'none',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 719px)': { minWidth: '64px', flex: '1 1 0', paddingTop: '6px' },
  },
  here: {
    color: tokens.colorBrandForeground1,
    backgroundColor: tokens.colorBrandBackground2,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { color: tokens.colorBrandForeground1, backgroundColor: tokens.colorBrandBackground2Hover },
  },
  icon: { fontSize: '24px', lineHeight: 0 },
  count: { position: 'absolute', top: '3px', left: 'calc(50% + 6px)' },
});

type Entry = DeskPage & { readonly entry: NonNullable<DeskPage['entry']> };

/** On a phone so many fit beside each other. */
const fitOnPhone = 4;

/** The ways to the other pages: a rail on a wide screen, a bar at the bottom of a phone. */
export function Navigation({ pages }: { readonly pages: readonly DeskPage[] }) {
  const styles = useStyles();
  const t = useTexts(shellTexts);
  const narrow = useMedia(phone);
  const entries = pages.filter((page): page is Entry => page.entry !== undefined);
  const shown = narrow && entries.length > fitOnPhone + 1 ? entries.slice(0, fitOnPhone) : entries;
  return (
    <nav className={styles.nav} aria-label={t.pages}>
      {shown.map((page) => (
        <NavigationEntry key={page.paths[0]} page={page} />
      ))}
      {shown.length < entries.length && <MoreEntries pages={entries.slice(shown.length)} />}
    </nav>
  );
}

function NavigationEntry({ page }: { readonly page: Entry }) {
  const styles = useStyles();
  const here = useIsHere()(page);
  const label = useTexts(page.entry.label);
  const count = useCount(page.entry.counts);
  const Icon = here ? page.entry.iconHere : page.entry.icon;
  return (
    <Link
      href={page.paths[0] ?? '/'}
      className={mergeClasses(styles.entry, here && styles.here)}
      aria-current={here ? 'page' : undefined}
    >
      <Icon className={styles.icon} aria-hidden="true" />
      {label}
      {count > 0 && <CounterBadge className={styles.count} count={count} size="small" color="danger" />}
    </Link>
  );
}

function MoreEntries({ pages }: { readonly pages: readonly Entry[] }) {
  const styles = useStyles();
  const t = useTexts(shellTexts);
  const isHere = useIsHere();
  return (
    <Menu positioning="above-end">
      <MenuTrigger disableButtonEnhancement>
        <button type="button" className={mergeClasses(styles.entry, pages.some(isHere) && styles.here)}>
          <MoreHorizontalRegular className={styles.icon} aria-hidden="true" />
          {t.more}
        </button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {pages.map((page) => (
            <MoreEntry key={page.paths[0]} page={page} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function MoreEntry({ page }: { readonly page: Entry }) {
  const [, go] = useLocation();
  const { label, icon: Icon } = page.entry;
  const path = page.paths[0] ?? '/';
  return (
    <MenuItemLink
      href={`/desk${path}`}
      icon={<Icon />}
      onClick={(event) => {
        event.preventDefault();
        go(path);
      }}
    >
      {useTexts(label)}
    </MenuItemLink>
  );
}

function useIsHere(): (page: DeskPage) => boolean {
  const [location] = useLocation();
  const { parser } = useRouter();
  return ({ paths }) => paths.some((path) => matchRoute(parser, path, location)[0]);
}

function useCount(counts: Entry['entry']['counts']): number {
  const waiting = useWaitingWork();
  const { data } = useQueue();
  switch (counts) {
    case 'waiting':
      return waiting;
    case 'tickets':
      return data?.dueTickets ?? 0;
    case undefined:
      return 0;
  }
}
