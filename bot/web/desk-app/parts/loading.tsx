import { makeStyles, Spinner } from '@fluentui/react-components';

import { useTexts } from '../texts/language.tsx';
import { shellTexts } from '../texts/shell.ts';

const useStyles = makeStyles({ box: { display: 'grid', placeContent: 'center', minHeight: '160px', height: '100%' } });

/** Stands where something is being read; shows only after a moment, since most of it comes at once. */
export function Loading() {
  const styles = useStyles();
  return (
    <div className={styles.box}>
      <Spinner delay={300} label={useTexts(shellTexts).loading} />
    </div>
  );
}
