import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { useState } from 'react';

import { missReasons, mostMissed } from '../../../../domain/content-figures.ts';
import type { ContentAnswer, ShownMiss } from '../../../desk-figures-api.ts';
import { Nothing } from '../../parts/nothing.tsx';
import { TeachLink } from '../../parts/teach-link.tsx';
import { contentTexts } from '../../texts/content.ts';
import { figuresTexts } from '../../texts/figures.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { FigureCard } from './figure-card.tsx';
import { cell, type TableData } from './figure-table.tsx';
import { useFigureWords } from './words.ts';

const useStyles = makeStyles({
  sort: { maxWidth: '220px' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { padding: '10px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  text: { margin: 0, fontSize: tokens.fontSizeBase400, overflowWrap: 'anywhere' },
  facts: {
    margin: '2px 0 0',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

type Sort = 'often' | 'newest' | 'nearest';

/** How many are shown before one asks for more. */
const first = 20;

/** Questions to which there was no answer, or not the right one. */
export function MissedList({ answer }: { readonly answer: ContentAnswer }) {
  const styles = useStyles();
  const t = useTexts(figuresTexts);
  const c = useTexts(contentTexts);
  const words = useFigureWords();
  const { language } = useLanguage();
  const [sort, setSort] = useState<Sort>('often');
  const [shown, setShown] = useState(first);
  const { missed, missedInAll, zone } = answer;
  const sorted = missed.toSorted(orders[sort]).slice(0, sort === 'nearest' ? undefined : mostMissed);
  const nameOf = ({ nearest }: ShownMiss) => nearest && (nearest.title?.[language] ?? nearest.entry);
  const why = ({ reasons }: ShownMiss) =>
    missReasons
      .filter((reason) => reasons[reason] > 0)
      .map((reason) => c.missReasons[reason])
      .join(', ');
  const data: TableData = {
    columns: [c.question, c.times, c.last, c.why, c.nearest, c.confidence, t.language],
    rows: sorted.map((each) => [
      cell(each.text),
      cell(each.times, words.count(each.times)),
      cell(new Date(each.lastAt).toISOString(), words.moment(each.lastAt, zone)),
      cell(why(each)),
      cell(each.nearest?.entry, nameOf(each) ?? c.noNearest),
      cell(each.nearest?.confidence, each.nearest === undefined ? '–' : words.percent(each.nearest.confidence)),
      cell(each.language, t.languages[each.language]),
    ]),
  };
  const all = words.count(missedInAll);
  const note = sorted.length === missedInAll ? c.questions(all) : c.missedIntro[sort](words.count(sorted.length), all);
  const order = (
    <Field label={c.sort} className={styles.sort}>
      <Select value={sort} onChange={(_, { value }) => setSort(sorts.find((each) => each === value) ?? 'often')}>
        {sorts.map((each) => (
          <option key={each} value={each}>
            {c.sorts[each]}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <FigureCard
      title={c.missed}
      {...(missed.length > 0 && { note })}
      file={`missed-questions-${answer.from}-${answer.to}`}
      data={data}
      {...(missed.length > 0 && { tools: order })}
    >
      {missed.length === 0 ? (
        <Nothing icon={<CheckmarkCircleRegular />} title={c.noMissed} hint={c.noMissedHint} />
      ) : (
        <>
          <ul className={styles.list}>
            {sorted.slice(0, shown).map((each) => (
              <li key={`${each.text} ${each.conversationId}`} className={styles.item}>
                <p className={styles.text} lang={each.language}>
                  {each.text}
                </p>
                <p className={styles.facts}>
                  {c.times}: {words.count(each.times)} · {c.last}: {words.moment(each.lastAt, zone)} · {why(each)}
                </p>
                <p className={styles.facts}>
                  {c.nearest}: {nameOf(each) ?? c.noNearest}
                  {each.nearest !== undefined && ` (${words.percent(each.nearest.confidence)})`}
                </p>
                <TeachLink
                  lesson={{
                    text: each.text,
                    language: each.language,
                    ...(each.nearest && {
                      nearest: { entry: each.nearest.entry, confidence: each.nearest.confidence },
                    }),
                  }}
                >
                  {c.teach}
                </TeachLink>
              </li>
            ))}
          </ul>
          {sorted.length > shown && <Button onClick={() => setShown(sorted.length)}>{c.more}</Button>}
        </>
      )}
    </FigureCard>
  );
}

const sorts: readonly Sort[] = ['often', 'newest', 'nearest'];

const orders: Readonly<Record<Sort, (one: ShownMiss, other: ShownMiss) => number>> = {
  often: (one, other) => other.times - one.times || other.lastAt - one.lastAt,
  newest: (one, other) => other.lastAt - one.lastAt,
  nearest: (one, other) =>
    (one.nearest?.entry ?? '~').localeCompare(other.nearest?.entry ?? '~') || other.times - one.times,
};
