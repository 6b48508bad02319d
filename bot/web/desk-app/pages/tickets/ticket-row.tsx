import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';

import { isDue } from '../../../../domain/ticket.ts';
import type { StoredTicket } from '../../../../service/ticket-store.ts';
import { useServerSecond } from '../../live/ticking.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { ticketTexts } from '../../texts/tickets.ts';
import { ago } from '../../texts/time-words.ts';
import { TicketBadges } from './ticket-badges.tsx';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '14px 16px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `4px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  due: { borderLeftColor: tokens.colorStatusDangerBorder2 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 10px' },
  number: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  contact: { overflowWrap: 'anywhere', minWidth: 0 },
  question: {
    display: '-webkit-box',
    WebkitLineClamp: '2',
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
  foot: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

/** A ticket in a list, as a link to it. */
export function TicketRow({ ticket }: { readonly ticket: StoredTicket }) {
  const styles = useStyles();
  const t = useTexts(ticketTexts);
  const { language } = useLanguage();
  const now = useServerSecond();
  const foot = [t.left(ago(ticket.at, language)), ...(ticket.agent === undefined ? [] : [t.with(ticket.agent.name)])];
  return (
    <Link
      href={`/tickets/${encodeURIComponent(ticket.number)}`}
      className={mergeClasses(styles.row, isDue(ticket, now) && styles.due)}
    >
      <span className={styles.head}>
        <span className={styles.number}>{ticket.number}</span>
        <TicketBadges ticket={ticket} />
        <span className={styles.contact}>{ticket.contact}</span>
      </span>
      {ticket.question !== '' && (
        <span className={styles.question} lang={ticket.language}>
          {ticket.question}
        </span>
      )}
      <span className={styles.foot}>{foot.join(' · ')}</span>
    </Link>
  );
}
