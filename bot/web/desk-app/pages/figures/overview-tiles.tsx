import { makeStyles } from '@fluentui/react-components';

import type { Durations, Figures, PeriodFigures } from '../../../../domain/figures.ts';
import type { Scale } from '../../../../domain/rating.ts';
import { fewestRatings } from '../../../../domain/satisfaction.ts';
import { figuresTexts } from '../../texts/figures.ts';
import { useTexts } from '../../texts/language.tsx';
import { FigureTile } from './figure-tile.tsx';
import { signedDuration } from './overview-numbers.ts';
import { boundsOf, useFigureWords } from './words.ts';

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    // Twelve tiles, or ten: no row is left with one of them.
    gridTemplateColumns: 'repeat(4, 1fr)',
    gap: '12px',
    '@media (max-width: 1099px)': { gridTemplateColumns: 'repeat(3, 1fr)' },
    '@media (max-width: 719px)': { gridTemplateColumns: '1fr 1fr', gap: '8px' },
  },
});

/** The figures of a period, each against the period before. */
export function OverviewTiles({ figures, scale }: { readonly figures: Figures; readonly scale: Scale }) {
  const styles = useStyles();
  const t = useTexts(figuresTexts);
  const words = useFigureWords();
  const { now, before } = figures;
  const counted = countTile(now, before);

  function against(change: number | undefined, said: (value: string) => string = (value) => value): string {
    if (change === undefined) return t.noBefore;
    const value = words.signed(change);
    return Number(change.toFixed(1)) === 0 ? t.sameAsBefore : `${said(value)} ${t.before}`;
  }
  function countTile(of: PeriodFigures, earlier: PeriodFigures) {
    return (name: string, count: (figures: PeriodFigures) => number, lines: readonly string[] = []) => {
      const shares = [of, earlier].map((each) =>
        each.conversations < (each === earlier ? fewestRatings : 1) ? undefined : count(each) / each.conversations,
      );
      const [share, shareBefore] = shares;
      const change = share === undefined || shareBefore === undefined ? undefined : 100 * (share - shareBefore);
      return (
        <FigureTile
          name={name}
          value={share === undefined ? '–' : words.percent(share)}
          lines={[t.ofAll(words.count(count(of))), ...lines, against(change, t.points)]}
        />
      );
    };
  }
  function durationTile(name: string, of: Durations, earlier: Durations) {
    const { n, median, p90 } = of;
    const change =
      median === undefined || earlier.median === undefined || earlier.n < fewestRatings
        ? undefined
        : median - earlier.median;
    return (
      <FigureTile
        name={name}
        value={median === undefined ? '–' : words.duration(median)}
        lines={[
          ...(p90 === undefined ? [] : [t.medianAndP90(words.duration(p90), words.count(n))]),
          t.inOpeningHours,
          change === undefined
            ? t.noBefore
            : Math.abs(change) < 500
              ? t.sameAsBefore
              : `${signedDuration(words, change)} ${t.before}`,
        ]}
      />
    );
  }

  return (
    <div className={styles.tiles}>
      <SatisfactionTiles figures={figures} scale={scale} against={against} />
      <FigureTile
        name={t.conversations}
        value={words.count(now.conversations)}
        lines={[against(now.conversations - before.conversations)]}
      />
      {counted(t.solvedByBot, ({ endings }) => endings['bot-confirmed'] + endings['bot-implied'], [
        t.byBotParts(words.count(now.endings['bot-confirmed']), words.count(now.endings['bot-implied'])),
      ])}
      {counted(t.solvedByPeople, ({ endings }) => endings.agent)}
      {counted(t.notSolved, ({ endings }) => endings.nobody)}
      {counted(t.handedOver, ({ handedOver }) => handedOver)}
      {counted(t.abandoned, ({ abandoned }) => abandoned)}
      {counted(t.tickets, ({ tickets }) => tickets)}
      {durationTile(t.firstResponse, now.firstResponse, before.firstResponse)}
      {durationTile(t.handling, now.handling, before.handling)}
    </div>
  );
}

interface SatisfactionTilesProps {
  readonly figures: Figures;
  readonly scale: Scale;
  readonly against: (change: number | undefined, said?: (value: string) => string) => string;
}

function SatisfactionTiles({ figures, scale, against }: SatisfactionTilesProps) {
  const t = useTexts(figuresTexts);
  const words = useFigureWords();
  const rated = figures.now.satisfaction.find((each) => each.scale === scale);
  const earlier = figures.before.satisfaction.find((each) => each.scale === scale);
  if (rated === undefined) return <FigureTile name={t.scales[scale]} value="–" lines={[t.noRatings]} />;
  const { score, mean, n, asked, responseRate } = rated;
  const few = t.tooFewHint(words.count(n), words.count(fewestRatings));
  const factor = scale === 'nps-10' ? 1 : 100;
  const change = score && earlier?.score ? factor * (score.value - earlier.score.value) : undefined;
  const meanChange = mean && earlier?.mean ? mean.value - earlier.mean.value : undefined;
  const rateChange =
    responseRate && earlier?.responseRate ? 100 * (responseRate.value - earlier.responseRate.value) : undefined;
  return (
    <>
      <FigureTile
        name={`${t.scales[scale]}: ${t.scaleNotes[scale]}`}
        value={score === undefined ? t.tooFew : words.score(scale, score.value)}
        lines={
          score === undefined
            ? [few]
            : [
                `${t.interval(...boundsOf(words, scale, score))}, n\u00a0=\u00a0${words.count(n)}`,
                against(change, t.points),
              ]
        }
      />
      <FigureTile
        name={t.mean}
        value={mean === undefined ? t.tooFew : words.decimal(mean.value)}
        lines={
          mean === undefined
            ? [few]
            : [
                t.interval(words.decimal(mean.low), words.decimal(mean.high)),
                meanChange === undefined
                  ? t.noBefore
                  : Math.abs(meanChange) < 0.005
                    ? t.sameAsBefore
                    : `${words.signedDecimal(meanChange)} ${t.before}`,
              ]
        }
      />
      <FigureTile
        name={t.responseRate}
        value={responseRate === undefined ? t.tooFew : words.percent(responseRate.value)}
        lines={
          responseRate === undefined
            ? [t.tooFewAsked(words.count(asked), words.count(fewestRatings))]
            : [
                t.ofAsked(words.count(n), words.count(asked)),
                t.interval(words.percent(responseRate.low), words.percent(responseRate.high)),
                against(rateChange, t.points),
              ]
        }
      />
    </>
  );
}
