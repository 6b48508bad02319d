import { CounterBadge, makeStyles, SearchBox, Tab, TabList } from '@fluentui/react-components';
import { TicketDiagonalRegular } from '@fluentui/react-icons/svg/ticket-diagonal';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';

import type { TicketsPage as Tickets } from '../../../../service/tickets.ts';
import { get } from '../../api/client.ts';
import { ticketsKey } from '../../live/news.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { Page } from '../../parts/page.tsx';
import { useTexts } from '../../texts/language.tsx';
import { ticketTexts } from '../../texts/tickets.ts';
import { TicketRow } from './ticket-row.tsx';

const lists = ['todo', 'due', 'mine', 'answered', 'done', 'all'] as const;
type List = (typeof lists)[number];

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px', marginBottom: '16px' },
  tabs: { overflowX: 'auto', maxWidth: '100%' },
  label: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  search: { flex: '1 1 240px', minWidth: 0, maxWidth: '360px', '@media (max-width: 719px)': { maxWidth: 'none' } },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    maxWidth: '900px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

/** What customers left when nobody could come: in lists, and found by words. */
export function TicketsPage() {
  const styles = useStyles();
  const t = useTexts(ticketTexts);
  const [params, setParams] = useSearchParams();
  const list = lists.find((each) => each === params.get('list')) ?? 'todo';
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim());
  const tools = useRef<HTMLDivElement>(null);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...ticketsKey, list, wanted],
    queryFn: ({ signal }) => get<Tickets>(`tickets?list=${list}&search=${encodeURIComponent(wanted)}`, signal),
    placeholderData: keepPreviousData,
  });
  // On a phone not all of them fit: the chosen one is always in sight.
  useEffect(() => {
    tools.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // Only when another one is chosen, and once more when their counts have made them wider.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [list, isPending]);

  return (
    <Page title={t.title} intro={t.intro}>
      <div className={styles.tools} ref={tools}>
        <TabList
          className={styles.tabs}
          size="small"
          aria-label={t.listsLabel}
          selectedValue={list}
          onTabSelect={(_, { value }) => setParams({ list: String(value) }, { replace: true })}
        >
          {lists.map((name) => (
            <Tab key={name} value={name}>
              <span className={styles.label}>
                {t.lists[name]}
                <ListCount name={name} count={countOf(name, data)} />
              </span>
            </Tab>
          ))}
        </TabList>
        <SearchBox
          className={styles.search}
          aria-label={t.search}
          placeholder={t.searchHint}
          value={search}
          onChange={(_, { value }) => setSearch(value)}
        />
      </div>
      <FailureNote error={error} again={() => refetch()} />
      {isPending && <Loading />}
      {data?.tickets.length === 0 && <Empty list={list} search={wanted} />}
      <ul className={styles.list}>
        {data?.tickets.map((ticket) => (
          <li key={ticket.number}>
            <TicketRow ticket={ticket} />
          </li>
        ))}
      </ul>
      {data?.more === true && <p>{t.more}</p>}
    </Page>
  );
}

function countOf(name: List, data: Tickets | undefined): number {
  return name === 'done' || name === 'all' ? 0 : (data?.counts[name] ?? 0);
}

function ListCount({ name, count }: { readonly name: List; readonly count: number }) {
  if (count === 0) return null;
  return (
    <CounterBadge count={count} overflowCount={999} size="small" color={name === 'due' ? 'danger' : 'informative'} />
  );
}

function Empty({ list, search }: { readonly list: List; readonly search: string }) {
  const t = useTexts(ticketTexts);
  const icon = <TicketDiagonalRegular />;
  if (search !== '') return <Nothing icon={icon} title={t.nothingFound} hint={t.nothingFoundHint} />;
  if (list === 'todo' || list === 'all') return <Nothing icon={icon} title={t.none} hint={t.noneHint} />;
  return <Nothing icon={icon} title={t.noneHere} hint={t.noneHereHint} />;
}
