import { Button, makeStyles, tokens } from '@fluentui/react-components';

import type { ShownTicket } from '../../../desk-tickets-api.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { ticketFailures, ticketTexts } from '../../texts/tickets.ts';
import { clockTime } from '../../texts/time-words.ts';
import { useTicketAct } from './ticket-act.ts';

type ShownMail = ShownTicket['mails'][number];

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '14px', margin: 0, padding: 0, listStyleType: 'none' },
  mail: { display: 'flex', flexDirection: 'column', gap: '4px', overflowWrap: 'anywhere' },
  kind: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  failed: { color: tokens.colorPaletteRedForeground1 },
  again: { alignSelf: 'flex-start' },
  text: { margin: '6px 0 0', fontFamily: 'inherit', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** The mails of a ticket, and what became of each. */
export function MailsCard({ number, mails }: { readonly number: string; readonly mails: readonly ShownMail[] }) {
  const styles = useStyles();
  const t = useTexts(ticketTexts);
  const act = useTicketAct(number);
  return (
    <SectionCard title={t.mails}>
      {mails.length === 0 && <span>{t.noMails}</span>}
      <FailureNote error={act.error} sentences={ticketFailures} />
      {mails.length > 0 && (
        <ul className={styles.list}>
          {mails.map((mail) => (
            <li key={mail.id} className={styles.mail}>
              <span className={styles.kind}>{t.mailKinds[mail.kind]}</span>
              <MailState mail={mail} />
              {mail.said !== undefined && <span className={styles.quiet}>{mail.said}</span>}
              {mail.status === 'failed' && (
                <Button
                  className={styles.again}
                  size="small"
                  disabled={act.isPending}
                  onClick={() => act.mutate({ name: 'send-again', body: { mail: mail.id } })}
                >
                  {t.sendAgain}
                </Button>
              )}
              <details>
                <summary>{t.showText}</summary>
                <pre className={styles.text}>
                  {mail.subject}
                  {'\n\n'}
                  {mail.text}
                </pre>
              </details>
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

function MailState({ mail }: { readonly mail: ShownMail }) {
  const styles = useStyles();
  const t = useTexts(ticketTexts);
  const { language } = useLanguage();
  const why = mail.fault === undefined ? '' : t.faults[mail.fault];
  switch (mail.status) {
    case 'sent':
      return <span className={styles.quiet}>{t.mailSent(clockTime(mail.sentAt ?? mail.at, language))}</span>;
    case 'failed':
      return <span className={styles.failed}>{t.mailFailed(why)}</span>;
    case 'waiting':
      if (mail.fault === undefined) return <span className={styles.quiet}>{t.mailWaiting}</span>;
      return <span>{t.mailDelayed(why, clockTime(mail.dueAt ?? mail.at, language))}</span>;
  }
}
