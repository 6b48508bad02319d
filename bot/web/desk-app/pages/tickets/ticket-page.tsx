import { Link as FluentLink, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';

import type { ShownTicket } from '../../../desk-tickets-api.ts';
import { failureOf, get } from '../../api/client.ts';
import { useMe } from '../../api/session.ts';
import { ticketKey } from '../../live/news.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { Page } from '../../parts/page.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { useTexts } from '../../texts/language.tsx';
import { ticketFailures, ticketTexts } from '../../texts/tickets.ts';
import { MessageItem } from '../conversation/message-item.tsx';
import { AnswerCard } from './answer-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { MailsCard } from './mails-card.tsx';
import { RequestCard } from './request-card.tsx';
import { StateCard } from './state-card.tsx';
import { TicketBadges } from './ticket-badges.tsx';

const useStyles = makeStyles({
  back: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  badges: { display: 'flex', gap: '8px', alignItems: 'center' },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 340px',
    gap: '16px',
    alignItems: 'start',
    '@media (max-width: 1023px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: '16px', minWidth: 0 },
  messages: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    margin: 0,
    padding: '12px',
    borderRadius: tokens.borderRadiusLarge,
    // The customer's bubbles have the colour of a card.
    backgroundColor: tokens.colorNeutralBackground3,
    listStyleType: 'none',
  },
});

/** One ticket: what is asked, the answer, what was sent, and what colleagues did. */
export function TicketPage({ number }: { readonly number: string }) {
  const styles = useStyles();
  const t = useTexts(ticketTexts);
  const { data, error, refetch } = useQuery({
    queryKey: ticketKey(number),
    queryFn: ({ signal }) => get<ShownTicket>(`tickets/${encodeURIComponent(number)}`, signal),
    retry: false,
  });
  const missing = error !== null && failureOf(error).code === 'no-ticket';

  return (
    <Page
      title={t.ticket(number)}
      actions={
        <div className={styles.badges}>
          {data !== undefined && <TicketBadges ticket={data.ticket} />}
          <Link href="/tickets" asChild>
            <FluentLink className={styles.back}>
              <ArrowLeftRegular aria-hidden="true" />
              {t.back}
            </FluentLink>
          </Link>
        </div>
      }
    >
      {missing && <Nothing title={t.notThere} hint={t.notThereHint} />}
      {!missing && <FailureNote error={error} sentences={ticketFailures} again={() => refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && <Whole view={data} />}
    </Page>
  );
}

function Whole({ view }: { readonly view: ShownTicket }) {
  const styles = useStyles();
  const t = useTexts(ticketTexts);
  const { agent } = useMe();
  return (
    <div className={styles.grid}>
      <div className={styles.column}>
        <RequestCard ticket={view.ticket} />
        <AnswerCard view={view} />
        <MailsCard number={view.ticket.number} mails={view.mails} />
        <SectionCard title={t.transcript}>
          <ol className={styles.messages}>
            {view.messages.map((message) => (
              <MessageItem key={message.seq} message={message} myName={agent.name} delivery={undefined} />
            ))}
          </ol>
        </SectionCard>
      </div>
      <div className={styles.column}>
        <StateCard view={view} />
        <HistoryCard number={view.ticket.number} events={view.events} />
      </div>
    </div>
  );
}
