import { CounterBadge, makeStyles, SearchBox, Tab, TabList, tokens } from '@fluentui/react-components';
import { useDeferredValue, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';

import type { DeskLine } from '../../../../service/desk-line.ts';
import { useMe } from '../../api/session.ts';
import { useQueue } from '../../live/waiting-work.ts';
import { useCustomerName } from '../../parts/customer-name.ts';
import { Loading } from '../../parts/loading.tsx';
import { useShortcuts } from '../../parts/shortcuts.tsx';
import { conversationTexts } from '../../texts/conversation.ts';
import { workTexts } from '../../texts/desk-work.ts';
import { inboxTexts } from '../../texts/inbox.ts';
import { useTexts } from '../../texts/language.tsx';
import { ClosedList } from './closed-list.tsx';
import { EmptyList } from './empty-list.tsx';
import { ClaimNext } from './claim-next.tsx';
import { LineList } from './line-list.tsx';
import { found, linesOf, listNames, listOf, type ListName, type OpenListName } from './lists.ts';

const useStyles = makeStyles({
  side: { display: 'flex', flexDirection: 'column', height: '100%', outlineStyle: 'none' },
  tabs: { padding: '4px 4px 0', overflowX: 'auto' },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    padding: '8px 12px 10px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // Wide enough for its placeholder: where that and the button do not fit beside each other, they stand below each other.
  search: { flex: '1 1 230px', minWidth: 0, maxWidth: 'none' },
  label: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
});

export interface InboxListsProps {
  readonly list: ListName;
  readonly choose: (list: ListName) => void;
  readonly chosenId: string | undefined;
  readonly hrefOf: (id: string) => string;
}

/** The four lists: who waits, mine, all that are open, and those that are closed. */
export function InboxLists({ list, choose, chosenId, hrefOf }: InboxListsProps) {
  const styles = useStyles();
  const t = useTexts(inboxTexts);
  const work = useTexts(workTexts);
  const [, go] = useLocation();
  const { data: queue } = useQueue();
  const { agent } = useMe();
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search);
  const box = useRef<HTMLInputElement>(null);
  const side = useRef<HTMLElement>(null);
  const textOf = useTextOf();

  const of = (name: OpenListName) => linesOf(name, queue?.lines ?? [], agent);
  const lines = list === 'closed' ? [] : found(of(list), wanted, textOf);
  const step = (by: number) => {
    const next = lines[Math.max(0, lines.findIndex(({ id }) => id === chosenId) + by)];
    if (next !== undefined) go(hrefOf(next.id));
  };
  useShortcuts([
    { key: 'j', label: t.shortcuts.next, run: () => step(1) },
    { key: 'k', label: t.shortcuts.previous, run: () => step(-1) },
    { key: '/', label: t.shortcuts.search, run: () => box.current?.focus() },
    ...listNames.map((name, index) => ({ key: String(index + 1), label: t.lists[name], run: () => choose(name) })),
  ]);

  /** Out of the box: down into the list, or away from it, so that the shortcuts count again; a first Escape empties it. */
  function left(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Escape' && search === '') side.current?.focus();
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    side.current?.querySelector<HTMLElement>('[data-index] a')?.focus();
  }

  return (
    <section className={styles.side} aria-label={t.title} ref={side} tabIndex={-1}>
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={list}
        onTabSelect={(_, { value }) => choose(listOf(String(value)))}
      >
        {listNames.map((name) => (
          <Tab key={name} value={name}>
            <span className={styles.label}>
              {t.lists[name]}
              {name !== 'closed' && <ListCount name={name} count={of(name).length} />}
            </span>
          </Tab>
        ))}
      </TabList>
      <div className={styles.tools}>
        <SearchBox
          className={styles.search}
          input={{ ref: box }}
          size="medium"
          aria-label={t.search}
          placeholder={list === 'closed' ? work.searchClosed : t.searchHint}
          value={search}
          onKeyDown={left}
          onChange={(_, { value }) => setSearch(value)}
        />
        {list === 'waiting' && lines[0] !== undefined && <ClaimNext key={lines[0].id} id={lines[0].id} />}
      </div>
      {list === 'closed' ? (
        <ClosedList search={wanted} chosenId={chosenId} hrefOf={(line) => hrefOf(line.id)} />
      ) : (
        <>
          {queue === undefined && <Loading />}
          {queue !== undefined && lines.length === 0 && <EmptyList list={list} search={wanted} />}
          {lines.length > 0 && (
            <LineList label={t.lists[list]} lines={lines} chosenId={chosenId} hrefOf={(line) => hrefOf(line.id)} />
          )}
        </>
      )}
    </section>
  );
}

function ListCount({ name, count }: { readonly name: OpenListName; readonly count: number }) {
  if (count === 0) return null;
  const color = name === 'waiting' ? 'danger' : 'informative';
  return <CounterBadge count={count} overflowCount={9999} size="small" color={color} />;
}

/** Gives what a search of open conversations looks through. */
function useTextOf(): (line: DeskLine) => string {
  const t = useTexts(conversationTexts);
  const nameOf = useCustomerName();
  return (line) =>
    [
      nameOf(line),
      line.question,
      line.reason && t.reason(line.reason),
      line.agent?.name,
      t.channels[line.channel],
      t.languages[line.language],
    ].join(' ');
}
