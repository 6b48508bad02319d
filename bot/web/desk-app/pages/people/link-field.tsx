import { Field, Input, makeStyles } from '@fluentui/react-components';

import { CopyButton } from '../../parts/copy-button.tsx';
import { useTexts } from '../../texts/language.tsx';
import { peopleTexts } from '../../texts/people.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '8px' },
  field: { flex: '1 1 220px', minWidth: 0 },
  text: { margin: 0 },
});

/** A one-time link, shown this once: to be copied and given to one person. */
export function LinkField({ link }: { readonly link: string }) {
  const styles = useStyles();
  const t = useTexts(peopleTexts);
  return (
    <>
      <p className={styles.text}>{t.linkText}</p>
      <div className={styles.row}>
        <Field label={t.link} className={styles.field}>
          <Input readOnly value={link} onFocus={({ target }) => target.select()} />
        </Field>
        <CopyButton label={t.copy} text={() => link} />
      </div>
    </>
  );
}
