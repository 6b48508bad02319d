import { tokens } from '@fluentui/react-components';

import { channels } from '../../../../domain/conversation.ts';
import { endings, handoffReasons, type Endings } from '../../../../domain/figures.ts';
import { languages } from '../../../../domain/language.ts';
import type { OverviewAnswer } from '../../../desk-figures-api.ts';
import { figuresTexts } from '../../texts/figures.ts';
import { useTexts } from '../../texts/language.tsx';
import { DayBars, daysOfBar } from './day-bars.tsx';
import { FigureCard } from './figure-card.tsx';
import { cell } from './figure-table.tsx';
import { HeatMap } from './heat-map.tsx';
import { Legend } from './legend.tsx';
import { endingFills, endingLegend } from './plot-colours.ts';
import { RowBars, type BarRow } from './row-bars.tsx';
import { useFigureWords } from './words.ts';

interface NamedPart {
  readonly name: string;
  readonly conversations: number;
  readonly endings: Endings;
}

/** When conversations came, on which channel, in which language, how they ended, and why they were handed over. */
export function ConversationPlots({ answer }: { readonly answer: OverviewAnswer }) {
  const t = useTexts(figuresTexts);
  const words = useFigureWords();
  const { figures, from, to, zone } = answer;
  const file = (name: string) => `${name}-${from}-${to}`;
  const count = (value: number) => cell(value, words.count(value));
  const perBar = daysOfBar(figures.days.length);
  const all = figures.now.conversations;
  const shareOf = (value: number, of: number) => words.percent(of === 0 ? 0 : value / of);

  const endingNames = endings.map((ending) => t.endings[ending]);
  const partRows = (parts: readonly NamedPart[]): readonly BarRow[] => {
    const most = Math.max(1, ...parts.map(({ conversations }) => conversations));
    return parts.map(({ name, conversations, endings: counts }) => ({
      name,
      value: `${words.count(conversations)} (${shareOf(conversations, all)})`,
      parts: endings.map((ending) => ({
        share: counts[ending] / most,
        fill: endingFills[ending],
        title: `${t.endings[ending]}: ${words.count(counts[ending])}`,
      })),
    }));
  };
  const partCard = (title: string, column: string, name: string, parts: readonly NamedPart[]) => (
    <FigureCard
      title={title}
      file={file(name)}
      data={{
        columns: [column, t.conversations, ...endingNames],
        rows: parts.map((part) => [
          cell(part.name),
          count(part.conversations),
          ...endings.map((ending) => count(part.endings[ending])),
        ]),
      }}
    >
      <RowBars title={title} rows={partRows(parts)} />
      <Legend items={endingLegend(t.endings)} />
    </FigureCard>
  );
  const { reasons, handedOver } = figures.now;
  const mostReasons = Math.max(1, ...Object.values(reasons));

  return (
    <>
      <FigureCard
        title={t.byDay}
        {...(perBar > 1 && { note: t.perBar(words.count(perBar)) })}
        file={file('conversations-by-day')}
        data={{
          columns: [t.day, ...endingNames],
          rows: figures.days.map((day) => [
            cell(day.date, words.longDate(day.date)),
            ...endings.map((ending) => count(day.endings[ending])),
          ]),
        }}
      >
        <DayBars days={figures.days} title={t.byDay} />
      </FigureCard>
      <FigureCard
        title={t.byWeek}
        note={t.byWeekHint(zone)}
        file={file('conversations-by-hour')}
        data={{
          columns: [t.hour, ...figures.week.map((_, weekday) => words.weekday(weekday))],
          rows: Array.from({ length: 24 }, (_, hour) => [
            cell(hour, `${hour}:00`),
            ...figures.week.map((counts) => count(counts[hour] ?? 0)),
          ]),
        }}
      >
        <HeatMap week={figures.week} title={t.byWeek} />
      </FigureCard>
      {partCard(
        t.byChannel,
        t.channel,
        'channels',
        channels.map((each) => ({ name: t.channels[each], ...figures.channels[each] })),
      )}
      {partCard(
        t.byLanguage,
        t.language,
        'languages',
        languages.map((each) => ({ name: t.languages[each], ...figures.languages[each] })),
      )}
      <FigureCard
        title={t.whyHandedOver}
        file={file('handoff-reasons')}
        data={{
          columns: [t.reason, t.conversations, t.periodBefore],
          rows: handoffReasons.map((reason) => [
            cell(t.reasons[reason]),
            count(reasons[reason]),
            count(figures.before.reasons[reason]),
          ]),
        }}
      >
        <RowBars
          title={t.whyHandedOver}
          rows={handoffReasons.map((reason) => ({
            name: t.reasons[reason],
            value: `${words.count(reasons[reason])} (${shareOf(reasons[reason], handedOver)})`,
            parts: [{ share: reasons[reason] / mostReasons, fill: tokens.colorBrandForeground1 }],
          }))}
        />
      </FigureCard>
    </>
  );
}
