import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gridTemplateRows: '220px auto',
    columnGap: '8px',
    rowGap: '4px',
  },
  marks: {
    position: 'relative',
    minWidth: '34px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  mark: { position: 'absolute', right: 0, transform: 'translateY(50%)', whiteSpace: 'nowrap' },
  plot: { position: 'relative', minWidth: 0 },
  line: { position: 'absolute', left: 0, right: 0, height: '1px', backgroundColor: tokens.colorNeutralStroke2 },
  content: { position: 'absolute', inset: 0 },
  ticks: {
    gridColumn: 2,
    display: 'flex',
    justifyContent: 'space-between',
    gap: '8px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

export interface PlotFrameProps {
  /** What a screen reader says instead of the picture; the table beside it tells all. */
  readonly label: string;
  /** Lines across, from 0 at the bottom to 1 at the top. */
  readonly marks: readonly { readonly at: number; readonly text: string }[];
  /** Below, from the left to the right; the first, the middle and the last are shown. */
  readonly ticks: readonly string[];
  readonly children: ReactNode;
}

/** The ground of a plot over time. */
export function PlotFrame({ label, marks, ticks, children }: PlotFrameProps) {
  const styles = useStyles();
  const shown = ticks.length <= 3 ? ticks : [ticks[0], ticks[Math.floor((ticks.length - 1) / 2)], ticks.at(-1)];
  return (
    <div className={styles.frame} role="img" aria-label={label}>
      <div className={styles.marks}>
        {marks.map(({ at, text }) => (
          <span key={at} className={styles.mark} style={{ bottom: `${100 * at}%` }}>
            {text}
          </span>
        ))}
        {/* Keeps the width of the widest. */}
        <span style={{ visibility: 'hidden' }}>
          {marks.map(({ text }) => text).toSorted((a, b) => b.length - a.length)[0]}
        </span>
      </div>
      <div className={styles.plot}>
        {marks.map(({ at }) => (
          <div key={at} className={styles.line} style={{ bottom: `${100 * at}%` }} />
        ))}
        <div className={styles.content}>{children}</div>
      </div>
      <div className={styles.ticks}>
        {shown.map((tick, index) => (
          <span key={index}>{tick}</span>
        ))}
      </div>
    </div>
  );
}

/** The least round even number that is not below a value. */
export function niceTop(value: number): number {
  const size = 10 ** Math.floor(Math.log10(value));
  return [2, 4, 6, 8, 10, 20].map((each) => each * size).find((each) => each >= value) ?? value;
}
