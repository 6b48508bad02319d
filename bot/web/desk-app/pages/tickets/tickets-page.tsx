import { Button, Link as FluentLink, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';

import type { StoredTicket } from '../../../../service/ticket-store.ts';
import { get, post } from '../../api/client.ts';
import { ticketsKey } from '../../live/news.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { Page } from '../../parts/page.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { ticketTexts } from '../../texts/tickets.ts';
import { ago, clockTime } from '../../texts/time-words.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '800px' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '14px',
    rowGap: '6px',
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '16px' },
});

/** What customers left when nobody could come. */
export function TicketsPage() {
  const styles = useStyles();
  const t = useTexts(ticketTexts);
  const tickets = useQuery({
    queryKey: ticketsKey,
    queryFn: () => get<{ tickets: readonly StoredTicket[] }>('tickets'),
  });
  return (
    <Page title={t.title} intro={t.intro}>
      <div className={styles.list}>
        <FailureNote error={tickets.error} again={() => tickets.refetch()} />
        {tickets.isPending && <Loading />}
        {tickets.data?.tickets.length === 0 && <Nothing title={t.none} hint={t.noneHint} />}
        {tickets.data?.tickets.map((ticket) => (
          <TicketCard key={ticket.number} ticket={ticket} />
        ))}
      </div>
    </Page>
  );
}

function TicketCard({ ticket }: { readonly ticket: StoredTicket }) {
  const styles = useStyles();
  const t = useTexts(ticketTexts);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const done = useMutation({
    mutationFn: () => post(`tickets/${encodeURIComponent(ticket.number)}/done`),
    onSettled: () => queries.invalidateQueries({ queryKey: ticketsKey }),
  });
  return (
    <SectionCard title={ticket.number}>
      <dl className={styles.facts}>
        <dt>{t.contact}</dt>
        <dd>{ticket.contact}</dd>
        <dt>{t.question}</dt>
        <dd lang={ticket.language}>{ticket.question}</dd>
        <dt>{t.left}</dt>
        <dd>{clockTime(ticket.at, language)}</dd>
      </dl>
      <FailureNote error={done.error} />
      <div className={styles.foot}>
        <Link href={`/c/${encodeURIComponent(ticket.conversationId)}`} asChild>
          <FluentLink>{t.read}</FluentLink>
        </Link>
        {ticket.doneAt === undefined ? (
          <Button onClick={() => done.mutate()}>{t.markDone}</Button>
        ) : (
          <span>{t.done(ticket.doneBy ?? '', ago(ticket.doneAt, language))}</span>
        )}
      </div>
    </SectionCard>
  );
}
