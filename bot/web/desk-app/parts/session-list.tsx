import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

import type { OpenSession } from '../../../service/account-store.ts';
import { useLanguage, useTexts } from '../texts/language.tsx';
import { sessionTexts } from '../texts/sessions.ts';
import { ago } from '../texts/time-words.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    outlineStyle: 'none',
  },
  row: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '12px',
    padding: '10px 0',
    '&:not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  what: { minWidth: 0, overflowWrap: 'anywhere' },
  name: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface SessionListProps {
  readonly sessions: readonly (OpenSession & { readonly current?: boolean })[];
  readonly end: (id: string) => void;
}

/** Open sessions, the last used first: which browser, from where, since when. The current one is ended by signing out. */
export function SessionList({ sessions, end }: SessionListProps) {
  const styles = useStyles();
  const t = useTexts(sessionTexts);
  const { language } = useLanguage();
  const list = useRef<HTMLUListElement>(null);
  const asked = useRef(false);
  // The button goes with its session; the focus stays here, or Escape would no longer reach the dialog around it.
  useEffect(() => {
    if (!asked.current || document.activeElement !== document.body) return;
    asked.current = false;
    list.current?.focus({ preventScroll: true });
  });
  function ends(id: string): void {
    asked.current = true;
    end(id);
  }
  return (
    <ul className={styles.list} ref={list} tabIndex={-1}>
      {sessions.map(({ id, browser, address, openedAt, seenAt, current }) => (
        <li key={id} className={styles.row}>
          <div className={styles.what}>
            <div className={styles.name}>
              {browser === '' ? t.unknownBrowser : browser}
              {current === true && <Badge appearance="tint">{t.here}</Badge>}
            </div>
            <div className={styles.quiet}>
              {address} · {t.opened(ago(openedAt, language))}, {t.seen(ago(seenAt, language))}
            </div>
          </div>
          {current !== true && (
            <Button size="small" aria-label={t.endLabel(browser || t.unknownBrowser, address)} onClick={() => ends(id)}>
              {t.end}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
