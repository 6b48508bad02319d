import { makeStyles, Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

import { useTexts } from '../texts/language.tsx';
import { shellTexts } from '../texts/shell.ts';

/** In milliseconds. */
const shownAfter = 300;

const useStyles = makeStyles({ box: { display: 'grid', placeContent: 'center', minHeight: '160px', height: '100%' } });

/** Stands where something is being read; shows only after a moment, since most of it comes at once. */
export function Loading() {
  const styles = useStyles();
  const { loading } = useTexts(shellTexts);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(true), shownAfter);
    return () => window.clearTimeout(timer);
  }, []);
  // The spinner's own delay would keep back its label alone, and leave a progress bar without a name.
  return <div className={styles.box}>{shown && <Spinner label={loading} />}</div>;
}
