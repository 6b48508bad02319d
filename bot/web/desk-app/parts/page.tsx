import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'wouter';

import { useWaitingWork } from '../live/waiting-work.ts';
import { useTexts } from '../texts/language.tsx';
import { shellTexts } from '../texts/shell.ts';

const useStyles = makeStyles({
  page: { maxWidth: '1200px', margin: '0 auto', padding: '24px', '@media (max-width: 719px)': { padding: '16px' } },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px', marginBottom: '20px' },
  heading: { flex: '1 1 auto', minWidth: 0, overflowWrap: 'anywhere' },
  title: {
    ...typographyStyles.title2,
    margin: 0,
    outlineStyle: 'none',
    '@media (max-width: 719px)': { ...typographyStyles.title3 },
  },
  intro: { margin: '4px 0 0', color: tokens.colorNeutralForeground2 },
});

export interface PageProps {
  readonly title: string;
  /** A sentence below the heading. */
  readonly intro?: string;
  /** Buttons beside the heading. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of an ordinary page: its heading, which takes the focus when one comes from another page, and its content. */
export function Page({ title, intro, actions, children }: PageProps) {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div className={styles.heading}>
          <PageHeading title={title} />
          {intro !== undefined && <p className={styles.intro}>{intro}</p>}
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}

/** The heading of a page that has a frame of its own; gives the window its title too. */
export function PageHeading({ title, className }: { readonly title: string; readonly className?: string }) {
  const styles = useStyles();
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  useWindowTitle(title);
  return (
    <h1 ref={heading} tabIndex={-1} className={mergeClasses(styles.title, className)}>
      {title}
    </h1>
  );
}

/** The address at which the page was opened: there the browser, or the reader, has put the focus already. */
let arrivedAt: string | undefined;

/** What stands in this element takes the focus when its page is come to from another one. */
export function useFocusOnArrival<E extends HTMLElement>() {
  const element = useRef<E>(null);
  const [location] = useLocation();
  useEffect(() => {
    if (arrivedAt !== undefined && arrivedAt !== location) element.current?.focus({ preventScroll: true });
    arrivedAt = location;
  }, [location]);
  return element;
}

/** The window's title: what waits is counted in it, so that it shows on a tab in the background. */
export function useWindowTitle(title: string): void {
  const { product } = useTexts(shellTexts);
  const waiting = useWaitingWork();
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${title} – ${product}`;
  }, [title, product, waiting]);
}
