import {
  Button,
  Field,
  Link as FluentLink,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import type { ShownTicket } from '../../../desk-tickets-api.ts';
import { post } from '../../api/client.ts';
import { useMe } from '../../api/session.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { draftsOf } from '../../parts/drafts.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { newId } from '../../parts/new-id.ts';
import { SectionCard } from '../../parts/section-card.tsx';
import { useTexts } from '../../texts/language.tsx';
import { ticketFailures, ticketTexts } from '../../texts/tickets.ts';
import { useTicketAct } from './ticket-act.ts';

interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  letter: {
    margin: 0,
    padding: '12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: 'inherit',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

/** Answers the customer: by mail from here, by a text to copy, or by telephone. */
export function AnswerCard({ view }: { readonly view: ShownTicket }) {
  const t = useTexts(ticketTexts);
  const { ticket, mailing } = view;
  if (ticket.status === 'done') {
    return (
      <SectionCard title={t.answer}>
        <p>{t.isDone}</p>
      </SectionCard>
    );
  }
  const title = ticket.status === 'answered' ? t.answerAgain : t.answer;
  return (
    <SectionCard title={title}>{mailing === 'no-address' ? <Call view={view} /> : <Write view={view} />}</SectionCard>
  );
}

function Call({ view: { ticket } }: { readonly view: ShownTicket }) {
  const t = useTexts(ticketTexts);
  return (
    <>
      <p>
        {t.noAddress} <FluentLink href={`tel:${ticket.contact}`}>{t.call(ticket.contact)}</FluentLink>
      </p>
      <Elsewhere view={{ ticket }} first="called" />
    </>
  );
}

function Write({ view }: { readonly view: ShownTicket }) {
  const styles = useStyles();
  const t = useTexts(ticketTexts);
  const { agent } = useMe();
  const { ticket, mailing } = view;
  const drafts = draftsOf(agent.id);
  const about = `ticket ${ticket.number}`;
  const [text, setText] = useState(() => drafts.get(about));
  // The same name until it is sent, so that it cannot be sent twice.
  const [id, setId] = useState(newId);
  const act = useTicketAct(ticket.number);
  const letter = useMutation({
    mutationFn: () => post<Letter>(`tickets/${encodeURIComponent(ticket.number)}/letter`, { text }),
  });
  const write = (next: string) => {
    setText(next);
    drafts.set(about, next);
    letter.reset();
  };
  const send = () =>
    act.mutate(
      { name: 'answer', body: { text, id, ...(ticket.answeredAt !== undefined && { seen: ticket.answeredAt }) } },
      {
        onSuccess: () => {
          write('');
          setId(newId());
        },
      },
    );
  const whole = async () => {
    const written = await letter.mutateAsync();
    return `${written.subject}\n\n${written.text}`;
  };
  const empty = text.trim() === '';
  return (
    <>
      {mailing === 'not-set-up' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t.notSetUp}</MessageBarBody>
        </MessageBar>
      )}
      <Field label={t.yourAnswer} {...(mailing === 'possible' && { hint: t.answerHint })}>
        <Textarea
          value={text}
          rows={6}
          resize="vertical"
          lang={ticket.language}
          onChange={(_, { value }) => write(value)}
        />
      </Field>
      <FailureNote error={act.error ?? letter.error} sentences={ticketFailures} />
      <div className={styles.buttons}>
        {mailing === 'possible' && (
          <Button appearance="primary" disabled={empty || act.isPending} onClick={send}>
            {t.send}
          </Button>
        )}
        {mailing === 'not-set-up' && (
          <CopyButton appearance="primary" disabled={empty} label={t.copyText} text={whole} />
        )}
        <Button disabled={empty} onClick={() => letter.mutate()}>
          {t.preview}
        </Button>
      </div>
      {letter.data !== undefined && (
        <pre className={styles.letter}>
          {t.subject}: {letter.data.subject}
          {'\n\n'}
          {letter.data.text}
        </pre>
      )}
      <Elsewhere view={view} first="other" />
    </>
  );
}

/** Marks as answered what was answered in another way than by a mail from here. */
function Elsewhere({
  view: { ticket },
  first,
}: {
  readonly view: Pick<ShownTicket, 'ticket'>;
  readonly first: 'called' | 'other';
}) {
  const styles = useStyles();
  const t = useTexts(ticketTexts);
  const act = useTicketAct(ticket.number);
  const ways = first === 'called' ? (['called', 'other'] as const) : (['other', 'called'] as const);
  const labels = { called: t.called, other: t.otherWay };
  const seen = ticket.answeredAt === undefined ? {} : { seen: ticket.answeredAt };
  return (
    <>
      <FailureNote error={act.error} sentences={ticketFailures} />
      <div className={styles.buttons}>
        {ways.map((way) => (
          <Button
            key={way}
            appearance={way === 'called' && first === 'called' ? 'primary' : 'secondary'}
            disabled={act.isPending}
            onClick={() => act.mutate({ name: 'answered', body: { way, ...seen } })}
          >
            {labels[way]}
          </Button>
        ))}
      </div>
    </>
  );
}
