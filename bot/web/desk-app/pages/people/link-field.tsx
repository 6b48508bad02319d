import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';

import { useAnnounce } from '../../parts/announcer.tsx';
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
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(link);
    setCopied(true);
    announce(t.copied);
  }

  return (
    <>
      <p className={styles.text}>{t.linkText}</p>
      <div className={styles.row}>
        <Field label={t.link} className={styles.field}>
          <Input readOnly value={link} onFocus={({ target }) => target.select()} />
        </Field>
        {'clipboard' in navigator && <Button onClick={() => void copy()}>{copied ? t.copied : t.copy}</Button>}
      </div>
    </>
  );
}
