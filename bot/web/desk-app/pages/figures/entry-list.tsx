import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useState } from 'react';

import type { Satisfaction } from '../../../../domain/satisfaction.ts';
import type { ContentAnswer, ShownEntry } from '../../../desk-figures-api.ts';
import { contentTexts } from '../../texts/content.ts';
import { figuresTexts } from '../../texts/figures.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { FigureCard } from './figure-card.tsx';
import { cell, type TableCell, type TableData } from './figure-table.tsx';
import { useFigureWords } from './words.ts';

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', gap: '12px' },
  tool: { flex: '1 1 200px', maxWidth: '320px' },
  name: { minWidth: '180px', display: 'inline-block' },
  gone: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Every entry with what became of its answer, those given most at the top. */
export function EntryList({ answer }: { readonly answer: ContentAnswer }) {
  const styles = useStyles();
  const t = useTexts(figuresTexts);
  const c = useTexts(contentTexts);
  const words = useFigureWords();
  const { language } = useLanguage();
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<Sort>('given');
  const { scale, zone } = answer;
  const nameOf = ({ title, entry }: ShownEntry) => title?.[language] ?? entry;
  const wanted = search.trim().toLowerCase();
  const found = answer.entries
    .filter((each) => `${nameOf(each)} ${each.entry}`.toLowerCase().includes(wanted))
    .toSorted(
      (one, other) =>
        orders[sort](one, other) || times(other) - times(one) || nameOf(one).localeCompare(nameOf(other), language),
    );
  const share = (count: number, of: number): TableCell =>
    cell(of === 0 ? undefined : count / of, of === 0 ? '–' : `${words.percent(count / of)} (${words.count(count)})`);
  const score = (list: readonly Satisfaction[] | undefined): TableCell => {
    const rated = list?.find((each) => each.scale === scale);
    if (rated === undefined) return cell(undefined, '–');
    const { n } = rated;
    if (rated.score === undefined) return cell(undefined, `${t.tooFew} (n\u00a0=\u00a0${words.count(n)})`);
    return cell(rated.score.value, `${words.score(scale, rated.score.value)} (n\u00a0=\u00a0${words.count(n)})`);
  };
  const data: TableData = {
    columns: [
      c.entry,
      c.given,
      c.byAgents,
      c.solvedAfter,
      c.rejected,
      t.scales[scale],
      c.changed,
      c.beforeChange,
      c.afterChange,
    ],
    rows: found.map((each) => [
      cell(
        nameOf(each),
        <span className={styles.name}>
          {nameOf(each)}
          {each.title === undefined && <span className={styles.gone}> ({c.gone})</span>}
        </span>,
      ),
      cell(times(each), words.count(times(each))),
      cell(each.byAgents, words.count(each.byAgents)),
      share(each.solved, times(each)),
      share(each.rejected, times(each)),
      score(each.satisfaction),
      cell(
        each.change && new Date(each.change.at).toISOString(),
        each.change === undefined ? '–' : words.moment(each.change.at, zone),
      ),
      score(each.change?.before),
      score(each.change?.after),
    ]),
  };
  return (
    <FigureCard
      title={c.entries}
      {...(found.length === 0 && { note: c.noEntries })}
      file={`entries-${answer.from}-${answer.to}`}
      data={data}
      tools={
        <div className={styles.tools}>
          <Field label={c.search} className={styles.tool}>
            <Input
              type="search"
              contentBefore={<SearchRegular />}
              value={search}
              onChange={(_, { value }) => setSearch(value)}
            />
          </Field>
          <Field label={c.sort} className={styles.tool}>
            <Select value={sort} onChange={(_, { value }) => setSort(sorts.find((each) => each === value) ?? 'given')}>
              {sorts.map((each) => (
                <option key={each} value={each}>
                  {c.entrySorts[each]}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      }
    />
  );
}

type Sort = 'given' | 'rejected' | 'solved' | 'changed';
const sorts: readonly Sort[] = ['given', 'rejected', 'solved', 'changed'];

/** Shares of answers never given come last. */
const orders: Readonly<Record<Sort, (one: ShownEntry, other: ShownEntry) => number>> = {
  given: () => 0,
  rejected: (one, other) => shareOf(other.rejected, other, -1) - shareOf(one.rejected, one, -1),
  solved: (one, other) => shareOf(one.solved, one, 2) - shareOf(other.solved, other, 2),
  changed: (one, other) => (other.change?.at ?? 0) - (one.change?.at ?? 0),
};

function shareOf(count: number, entry: ShownEntry, never: number): number {
  return times(entry) === 0 ? never : count / times(entry);
}

function times({ byBot, byAgents }: ShownEntry): number {
  return byBot + byAgents;
}
