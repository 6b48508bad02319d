import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';

import type { TicketEvent } from '../../../../service/ticket-store.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { ticketFailures, ticketTexts } from '../../texts/tickets.ts';
import { clockTime } from '../../texts/time-words.ts';
import { useTicketAct } from './ticket-act.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '10px', margin: 0, padding: 0, listStyleType: 'none' },
  event: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  when: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  note: { whiteSpace: 'pre-wrap' },
  add: { alignSelf: 'flex-start' },
});

/** What colleagues did and noted; a note is added here. */
export function HistoryCard({ number, events }: { readonly number: string; readonly events: readonly TicketEvent[] }) {
  const styles = useStyles();
  const t = useTexts(ticketTexts);
  const { language } = useLanguage();
  const [note, setNote] = useState('');
  const act = useTicketAct(number);
  const add = () => act.mutate({ name: 'note', body: { text: note } }, { onSuccess: () => setNote('') });
  return (
    <SectionCard title={t.history}>
      {events.length > 0 && (
        <ol className={styles.list}>
          {events.map((event, index) => (
            <li key={index} className={styles.event}>
              <span>{t.event(event)}</span>
              {event.kind === 'note' && <span className={styles.note}>{event.detail}</span>}
              <span className={styles.when}>{clockTime(event.at, language)}</span>
            </li>
          ))}
        </ol>
      )}
      <Field label={t.note} hint={t.noteHint}>
        <Textarea value={note} rows={2} resize="vertical" onChange={(_, { value }) => setNote(value)} />
      </Field>
      <FailureNote error={act.error} sentences={ticketFailures} />
      <Button className={styles.add} disabled={note.trim() === '' || act.isPending} onClick={add}>
        {t.addNote}
      </Button>
    </SectionCard>
  );
}
