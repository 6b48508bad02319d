import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';

import { usePreferences } from '../parts/preferences.tsx';
import { useAllShortcuts, useShortcuts, type Shortcut } from '../parts/shortcuts.tsx';
import { inboxTexts } from '../texts/inbox.ts';
import { useTexts } from '../texts/language.tsx';
import { shellTexts } from '../texts/shell.ts';

const useStyles = makeStyles({
  // Its outline, while it has the focus to be scrolled, keeps clear of the words.
  content: { margin: '0 -8px', padding: '4px 8px' },
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '16px',
    rowGap: '8px',
    alignItems: 'baseline',
    margin: '0 0 16px',
    '& dd': { margin: 0 },
  },
  key: {
    display: 'inline-block',
    minWidth: '28px',
    boxSizing: 'border-box',
    padding: '1px 7px',
    textAlign: 'center',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What `?` shows: the shortcuts of the page that is open, as they are now. */
export function ShortcutHelp() {
  const styles = useStyles();
  const { shortcuts: t } = useTexts(inboxTexts);
  const { close } = useTexts(shellTexts);
  const { preferences } = usePreferences();
  const all = useAllShortcuts();
  const [shown, setShown] = useState<readonly Shortcut[]>();
  useShortcuts([{ key: '?', label: t.help, run: () => setShown(all()) }]);
  return (
    <Dialog open={shown !== undefined} onOpenChange={(_, { open }) => !open && setShown(undefined)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.title}</DialogTitle>
          <DialogContent className={styles.content} tabIndex={0}>
            <dl className={styles.list}>
              {shown?.map(({ key, label }) => (
                <ShortcutRow key={key} name={key} label={label} />
              ))}
              <ShortcutRow name="Alt+1…9" label={t.suggestion} />
              <ShortcutRow name="↵" label={t.send} />
              <ShortcutRow name="⇧ ↵" label={t.newLine} />
            </dl>
            <p className={styles.hint}>{preferences.shortcuts === 'on' ? t.hint : t.off}</p>
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button appearance="primary">{close}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

const names: Readonly<Record<string, string>> = { Escape: 'Esc' };

function ShortcutRow({ name, label }: { readonly name: string; readonly label: string }) {
  const styles = useStyles();
  return (
    <>
      <dt>
        <kbd className={styles.key}>{names[name] ?? name}</kbd>
      </dt>
      <dd>{label}</dd>
    </>
  );
}
