import { Input, makeStyles, tokens } from '@fluentui/react-components';
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
  search: { maxWidth: '320px' },
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
  const { scale, zone } = answer;
  const nameOf = ({ title, entry }: ShownEntry) => title?.[language] ?? entry;
  const wanted = search.trim().toLowerCase();
  const found = answer.entries
    .filter((each) => `${nameOf(each)} ${each.entry}`.toLowerCase().includes(wanted))
    .toSorted((one, other) => times(other) - times(one) || nameOf(one).localeCompare(nameOf(other)));
  const share = (count: number, of: number): TableCell =>
    cell(of === 0 ? undefined : count / of, of === 0 ? '–' : `${words.percent(count / of)} (${words.count(count)})`);
  const score = (list: readonly Satisfaction[] | undefined): TableCell => {
    const rated = list?.find((each) => each.scale === scale);
    if (rated === undefined) return cell(undefined, '–');
    const { n } = rated;
    if (rated.score === undefined) return cell(undefined, `${t.tooFew} (n = ${words.count(n)})`);
    return cell(rated.score.value, `${words.score(scale, rated.score.value)} (n = ${words.count(n)})`);
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
    <>
      <Input
        className={styles.search}
        type="search"
        contentBefore={<SearchRegular />}
        aria-label={c.search}
        placeholder={c.search}
        value={search}
        onChange={(_, { value }) => setSearch(value)}
      />
      <FigureCard
        title={c.entries}
        {...(found.length === 0 && { note: c.noEntries })}
        file={`entries-${answer.from}-${answer.to}`}
        data={data}
      />
    </>
  );
}

function times({ byBot, byAgents }: ShownEntry): number {
  return byBot + byAgents;
}
