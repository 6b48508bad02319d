import { tokens } from '@fluentui/react-components';

import { pointsOf, scaleFacts } from '../../../../domain/rating.ts';
import { fewestRatings, type Satisfaction } from '../../../../domain/satisfaction.ts';
import { figuresTexts } from '../../texts/figures.ts';
import { useTexts } from '../../texts/language.tsx';
import { Legend } from './legend.tsx';
import { RowBars } from './row-bars.tsx';
import { useFigureWords } from './words.ts';

export interface DistributionBarsProps {
  /** With `fewestRatings` or more. */
  readonly figures: Satisfaction;
  /** The same scale in the period before. */
  readonly before: Satisfaction | undefined;
  readonly title: string;
}

/** How many of each point, best first, in the groups of the scale's figure, and what share each had in the period before. */
export function DistributionBars({ figures, before, title }: DistributionBarsProps) {
  const t = useTexts(figuresTexts);
  const words = useFigureWords();
  const { scale, n, distribution } = figures;
  const { goodFrom, regretTo } = scaleFacts[scale];
  const earlier = before !== undefined && before.n >= fewestRatings ? before : undefined;
  const points = pointsOf(scale).map((point, index) => ({
    point,
    count: distribution[index] ?? 0,
    share: (distribution[index] ?? 0) / n,
    was: earlier && (earlier.distribution[index] ?? 0) / earlier.n,
  }));
  const most = Math.max(...points.flatMap(({ share, was = 0 }) => [share, was]));
  // Only one of the scales sets those apart who are against.
  const split = scale === 'nps-10';
  const groupOf = (point: number): keyof typeof groupFills =>
    point >= goodFrom ? 'good' : split && point <= regretTo ? 'bad' : 'rest';
  const names = t.groups[scale];
  return (
    <>
      <RowBars
        title={title}
        rows={points.toReversed().map(({ point, count, share, was }) => ({
          name: String(point),
          value: `${words.count(count)} (${words.percent(share)})`,
          parts: [{ share: share / most, fill: groupFills[groupOf(point)] }],
          mark: was === undefined ? undefined : was / most,
        }))}
      />
      <Legend
        items={[
          { name: names.good, fill: groupFills.good },
          { name: names.rest, fill: groupFills.rest },
          ...(split ? [{ name: t.detractors, fill: groupFills.bad }] : []),
          ...(earlier === undefined ? [] : [{ name: t.periodBefore, fill: 'line' }]),
        ]}
      />
    </>
  );
}

const groupFills = {
  good: tokens.colorBrandForeground1,
  rest: tokens.colorNeutralStroke1Pressed,
  bad: tokens.colorPaletteMarigoldBorderActive,
} as const;
