import { makeStyles, tokens } from '@fluentui/react-components';

import type { Scale } from '../../../../domain/rating.ts';
import type { Satisfaction } from '../../../../domain/satisfaction.ts';
import { figuresTexts } from '../../texts/figures.ts';
import { useTexts } from '../../texts/language.tsx';
import { PlotFrame } from './plot-frame.tsx';
import { boundsOf, useFigureWords } from './words.ts';

const useStyles = makeStyles({
  svg: { position: 'absolute', inset: 0, width: '100%', height: '100%', overflow: 'visible' },
  point: {
    position: 'absolute',
    width: '10px',
    height: '10px',
    borderRadius: '50%',
    transform: 'translate(-50%, 50%)',
    backgroundColor: tokens.colorBrandForeground1,
    border: `2px solid ${tokens.colorNeutralBackground1}`,
  },
});

export interface SpanScore {
  readonly date: string;
  readonly satisfaction: Satisfaction | undefined;
}

/** A scale's figure over time, with the band in which it may lie. */
export function ScoreLine({
  scale,
  spans,
  title,
}: {
  readonly scale: Scale;
  readonly spans: readonly SpanScore[];
  readonly title: string;
}) {
  const styles = useStyles();
  const t = useTexts(figuresTexts);
  const words = useFigureWords();
  const points = spans.flatMap(({ date, satisfaction }, index) => {
    const score = satisfaction?.score;
    if (score === undefined) return [];
    return [{ date, score, n: satisfaction?.n ?? 0, index, x: (index + 0.5) / spans.length }];
  });
  if (points.length === 0) return <p>{t.noneEnough}</p>;
  const [least, most] = scale === 'nps-10' ? [-100, 100] : [0, 1];
  const height = (value: number) => (value - least) / (most - least);
  const runs = runsOf(points);
  const xy = (x: number, value: number) => `${100 * x},${100 * (1 - height(value))}`;
  return (
    <PlotFrame
      label={`${title}: ${points.map(({ date, score }) => `${words.date(date)} ${words.score(scale, score.value)}`).join('; ')}`}
      marks={[least, (least + most) / 2, most].map((value) => ({ at: height(value), text: words.score(scale, value) }))}
      ticks={spans.map(({ date }) => words.date(date))}
    >
      <svg className={styles.svg} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        {runs.map((run) => (
          <g key={run[0]?.date}>
            <polygon
              points={[
                ...run.map(({ x, score }) => xy(x, score.high)),
                ...run.toReversed().map(({ x, score }) => xy(x, score.low)),
              ].join(' ')}
              fill={tokens.colorBrandBackground2}
            />
            <polyline
              points={run.map(({ x, score }) => xy(x, score.value)).join(' ')}
              fill="none"
              stroke={tokens.colorBrandForeground1}
              strokeWidth="2"
              vectorEffect="non-scaling-stroke"
            />
          </g>
        ))}
        {points.map(({ x, score, date }) => (
          <line
            key={date}
            x1={100 * x}
            x2={100 * x}
            y1={100 * (1 - height(score.low))}
            y2={100 * (1 - height(score.high))}
            stroke={tokens.colorBrandStroke2}
            strokeWidth="1"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      {points.map(({ x, score, date, n }) => (
        <span
          key={date}
          className={styles.point}
          style={{ left: `${100 * x}%`, bottom: `${100 * height(score.value)}%` }}
          title={`${words.longDate(date)}: ${words.score(scale, score.value)} (${t.interval(...boundsOf(words, scale, score))}), n\u00a0=\u00a0${n}`}
        />
      ))}
    </PlotFrame>
  );
}

/** Points that follow each other without a gap: over a gap nothing is known, and no line is drawn. */
function runsOf<T extends { readonly index: number }>(points: readonly T[]): readonly (readonly T[])[] {
  const runs: T[][] = [];
  for (const point of points) {
    const last = runs.at(-1);
    if (last?.at(-1)?.index === point.index - 1) last.push(point);
    else runs.push([point]);
  }
  return runs;
}
