import { Card, makeStyles, Title2, ToggleButton, tokens } from '@fluentui/react-components';
import { useEffect, type ReactNode } from 'react';

import { languages } from '../../../../domain/language.ts';
import { Mark } from '../../frame/mark.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { shellTexts } from '../../texts/shell.ts';

const useStyles = makeStyles({
  place: {
    display: 'grid',
    alignContent: 'center',
    justifyItems: 'center',
    gap: '20px',
    minHeight: '100dvh',
    boxSizing: 'border-box',
    padding: '24px 16px',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  brand: { display: 'flex', alignItems: 'center', gap: '10px', fontSize: tokens.fontSizeBase500, fontWeight: 600 },
  card: { width: '100%', maxWidth: '400px', padding: '28px', gap: '16px', boxSizing: 'border-box' },
  title: { margin: 0 },
  languages: { display: 'flex', gap: '4px' },
});

const names = { it: 'Italiano', en: 'English' } as const;

/** A card in the middle of an otherwise empty page, and the choice of its language. */
export function EntryCard({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const { product } = useTexts(shellTexts);
  const { language, choose } = useLanguage();
  useEffect(() => {
    document.title = `${title} – ${product}`;
  }, [title, product]);
  return (
    <main className={styles.place}>
      <div className={styles.brand}>
        <Mark />
        {product}
      </div>
      <Card className={styles.card}>
        <Title2 as="h1" className={styles.title}>
          {title}
        </Title2>
        {children}
      </Card>
      <div className={styles.languages}>
        {languages.map((each) => (
          <ToggleButton
            key={each}
            appearance="subtle"
            size="small"
            lang={each}
            checked={each === language}
            onClick={() => choose(each)}
          >
            {names[each]}
          </ToggleButton>
        ))}
      </div>
    </main>
  );
}
