import { Card, makeStyles, Subtitle2 } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';

const useStyles = makeStyles({
  card: { padding: '20px', gap: '12px' },
  title: { margin: 0 },
});

/** A card with a heading of the second level, which names it to a screen reader. */
export function SectionCard({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <Card className={styles.card} role="region" aria-labelledby={id}>
      <Subtitle2 as="h2" id={id} className={styles.title}>
        {title}
      </Subtitle2>
      {children}
    </Card>
  );
}
