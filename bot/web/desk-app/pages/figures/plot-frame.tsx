import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gridTemplateRows: '220px auto',
    columnGap: '8px',
    rowGap: '4px',
    // Room for the half of the highest mark, and of the last date, that stands out.
    padding: '8px 16px 0 0',
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
    position: 'relative',
    height: tokens.lineHeightBase200,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  tick: { position: 'absolute', transform: 'translateX(-50%)', whiteSpace: 'nowrap' },
});

export interface PlotFrameProps {
  /** What a screen reader says instead of the picture; the table beside it tells all. */
  readonly label: string;
  /** Lines across, from 0 at the bottom to 1 at the top. */
  readonly marks: readonly { readonly at: number; readonly text: string }[];
  /** One for each place along the bottom, from the left to the right; as many are written as there is room for. */
  readonly ticks: readonly string[];
  readonly children: ReactNode;
}

/** The ground of a plot over time: what stands at place i of n is drawn at (i + 0.5) / n of the width. */
export function PlotFrame({ label, marks, ticks, children }: PlotFrameProps) {
  const styles = useStyles();
  const step = Math.ceil(ticks.length / mostTicks);
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
        {ticks.map(
          (tick, index) =>
            index % step === 0 && (
              <span key={index} className={styles.tick} style={{ left: `${(100 * (index + 0.5)) / ticks.length}%` }}>
                {tick}
              </span>
            ),
        )}
      </div>
    </div>
  );
}

/** So many short dates stand side by side on a phone. */
const mostTicks = 5;

/** The least round even number that is not below a value. */
export function niceTop(value: number): number {
  const size = 10 ** Math.floor(Math.log10(value));
  return [2, 4, 6, 8, 10, 20].map((each) => each * size).find((each) => each >= value) ?? value;
}
