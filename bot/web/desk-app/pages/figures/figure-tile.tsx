import { Card, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  tile: { padding: '16px', gap: '4px', minWidth: 0, justifyContent: 'flex-start' },
  name: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase300 },
  value: { ...typographyStyles.title2, margin: 0, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  line: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface FigureTileProps {
  readonly name: string;
  readonly value: ReactNode;
  /** What makes the figure up, a line each. */
  readonly lines?: readonly ReactNode[];
}

/** One figure, large, and what stands behind it. */
export function FigureTile({ name, value, lines = [] }: FigureTileProps) {
  const styles = useStyles();
  return (
    <Card className={styles.tile} role="group" aria-label={name}>
      <p className={styles.name}>{name}</p>
      <p className={styles.value}>{value}</p>
      {lines.map((line, index) => (
        <p key={index} className={styles.line}>
          {line}
        </p>
      ))}
    </Card>
  );
}
