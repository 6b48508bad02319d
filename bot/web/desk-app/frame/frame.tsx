import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, useRef } from 'react';

import { useMe } from '../api/session.ts';
import { useArrivals } from '../live/arrivals.ts';
import { useIdleDetection } from '../live/own-presence.ts';
import { pagesOf } from '../pages.tsx';
import { Shortcuts } from '../parts/shortcuts.tsx';
import { Loading } from '../parts/loading.tsx';
import { useTexts } from '../texts/language.tsx';
import { shellTexts } from '../texts/shell.ts';
import { Broken } from './broken.tsx';
import { ChannelBanner } from './channel-banner.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { Header } from './header.tsx';
import { Navigation } from './navigation.tsx';
import { Place } from './place.tsx';
import { ShortcutHelp } from './shortcut-help.tsx';

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    height: '100dvh',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gridTemplateRows: 'auto auto minmax(0, 1fr)',
    gridTemplateAreas: '"header header" "banner banner" "nav main"',
    backgroundColor: tokens.colorNeutralBackground3,
    '@media (max-width: 719px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'auto auto minmax(0, 1fr) auto',
      gridTemplateAreas: '"header" "banner" "main" "nav"',
    },
  },
  banners: { gridArea: 'banner' },
  main: { gridArea: 'main', overflow: 'auto', outlineStyle: 'none', position: 'relative' },
  skip: {
    position: 'fixed',
    top: '8px',
    left: '8px',
    zIndex: 10,
    padding: '8px 16px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    ':not(:focus)': { transform: 'translateY(-200%)' },
  },
});

/** What stands around every page, and the page that the address names. */
export function Frame() {
  const styles = useStyles();
  const { skip } = useTexts(shellTexts);
  const mine = pagesOf(useMe());
  useArrivals();
  useIdleDetection();
  const main = useRef<HTMLElement>(null);
  return (
    <Shortcuts>
      <div className={styles.frame}>
        <a
          className={styles.skip}
          href="#content"
          onClick={(event) => {
            event.preventDefault();
            main.current?.focus();
          }}
        >
          {skip}
        </a>
        <Header />
        <div className={styles.banners}>
          <ConnectionBanner />
          <ChannelBanner />
        </div>
        <Navigation pages={mine} />
        <main className={styles.main} id="content" tabIndex={-1} ref={main}>
          <Broken>
            <Suspense fallback={<Loading />}>
              <Place pages={mine} />
            </Suspense>
          </Broken>
        </main>
        <ShortcutHelp />
      </div>
    </Shortcuts>
  );
}
