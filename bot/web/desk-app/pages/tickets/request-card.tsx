import { Link as FluentLink, makeStyles, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import type { StoredTicket } from '../../../../service/ticket-store.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { ticketTexts } from '../../texts/tickets.ts';
import { clockTime } from '../../texts/time-words.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '14px',
    rowGap: '8px',
    margin: 0,
    alignItems: 'baseline',
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  question: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, whiteSpace: 'pre-wrap' },
});

/** What the customer wants, and how to reach them. */
export function RequestCard({ ticket }: { readonly ticket: StoredTicket }) {
  const styles = useStyles();
  const t = useTexts(ticketTexts);
  const { language } = useLanguage();
  const when = (at: number) => clockTime(at, language);
  return (
    <SectionCard title={t.request}>
      <dl className={styles.facts}>
        <Fact name={t.question}>
          {ticket.question === '' ? (
            t.noQuestion
          ) : (
            <span className={styles.question} lang={ticket.language}>
              {ticket.question}
            </span>
          )}
        </Fact>
        <Fact name={t.contact}>
          <Contact contact={ticket.contact} />
        </Fact>
        <Fact name={t.leftAt}>{when(ticket.at)}</Fact>
        {ticket.answeredAt !== undefined && ticket.way !== undefined && (
          <Fact name={t.answered}>
            {when(ticket.answeredAt)}, {t.ways[ticket.way]}
          </Fact>
        )}
        {ticket.doneAt !== undefined && (
          <Fact name={t.closed}>{t.closedBy(ticket.doneBy ?? '', when(ticket.doneAt))}</Fact>
        )}
      </dl>
      <Link href={`/c/${encodeURIComponent(ticket.conversationId)}`} asChild>
        <FluentLink>{t.conversation}</FluentLink>
      </Link>
    </SectionCard>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Contact({ contact }: { readonly contact: string }) {
  const t = useTexts(ticketTexts);
  const isMail = contact.includes('@');
  return (
    <>
      <FluentLink href={isMail ? `mailto:${contact}` : `tel:${contact}`}>{contact}</FluentLink>{' '}
      <CopyButton appearance="subtle" size="small" icon={<CopyRegular />} label={t.copy} text={() => contact} />
    </>
  );
}
