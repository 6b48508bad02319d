import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';

import { isDue } from '../../../../domain/ticket.ts';
import type { ShownTicket } from '../../../desk-tickets-api.ts';
import { useMe } from '../../api/session.ts';
import { serverNow } from '../../live/server-time.ts';
import { useServerSecond } from '../../live/ticking.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { ticketFailures, ticketTexts } from '../../texts/tickets.ts';
import { ago, clockTime } from '../../texts/time-words.ts';
import { useTicketAct, type TicketAct } from './ticket-act.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  due: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  field: { minWidth: 0 },
});

type Act = (act: TicketAct) => void;

/** Who sees to the ticket, when it comes back, and whether it is done. */
export function StateCard({ view }: { readonly view: ShownTicket }) {
  const styles = useStyles();
  const t = useTexts(ticketTexts);
  const { ticket } = view;
  const act = useTicketAct(ticket.number);
  const does: Act = (what) => act.mutate(what);
  return (
    <SectionCard title={t.state}>
      <FailureNote error={act.error} sentences={ticketFailures} />
      {ticket.status === 'done' ? (
        <Button disabled={act.isPending} onClick={() => does({ name: 'reopen' })}>
          {t.reopen}
        </Button>
      ) : (
        <>
          <Assignment view={view} does={does} />
          <Reminder key={ticket.remindAt} view={view} does={does} />
          <div className={styles.buttons}>
            <Button
              appearance={ticket.status === 'answered' ? 'primary' : 'secondary'}
              disabled={act.isPending}
              onClick={() => does({ name: 'done' })}
            >
              {t.markDone}
            </Button>
          </div>
        </>
      )}
    </SectionCard>
  );
}

function Assignment({ view: { ticket, agents }, does }: { readonly view: ShownTicket; readonly does: Act }) {
  const styles = useStyles();
  const t = useTexts(ticketTexts);
  const { agent: me } = useMe();
  const holder = ticket.agent;
  const known = holder === undefined || agents.some(({ id }) => id === holder.id) ? agents : [holder, ...agents];
  const choose = (id: string) => does(id === '' ? { name: 'unassign' } : { name: 'assign', body: { to: id } });
  return (
    <>
      <Field label={t.agent}>
        <Select className={styles.field} value={holder?.id ?? ''} onChange={(_, { value }) => choose(value)}>
          <option value="">{t.nobody}</option>
          {known.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {holder?.id !== me.id && (
        <div className={styles.buttons}>
          <Button size="small" onClick={() => choose(me.id)}>
            {t.takeIt}
          </Button>
        </div>
      )}
    </>
  );
}

function Reminder({ view: { ticket }, does }: { readonly view: ShownTicket; readonly does: Act }) {
  const styles = useStyles();
  const t = useTexts(ticketTexts);
  const { language } = useLanguage();
  const now = useServerSecond();
  const [wanted, setWanted] = useState(() =>
    localValue(ticket.remindAt !== undefined && ticket.remindAt > serverNow() ? ticket.remindAt : serverNow() + day),
  );
  const remind = (at: number | null) => does({ name: 'remind', body: { at } });
  const at = new Date(wanted).getTime();
  return (
    <>
      <div role="group" aria-label={t.reminder}>
        {ticket.remindAt === undefined ? (
          <span>{t.noReminder}</span>
        ) : isDue(ticket, now) ? (
          <span className={styles.due}>{t.dueSince(ago(ticket.remindAt, language))}</span>
        ) : (
          <span>
            {t.reminder}: {clockTime(ticket.remindAt, language)}
          </span>
        )}
      </div>
      <Field label={t.remindAt}>
        <Input
          className={styles.field}
          type="datetime-local"
          value={wanted}
          onChange={(_, { value }) => setWanted(value)}
        />
      </Field>
      <div className={styles.buttons}>
        <Button size="small" disabled={Number.isNaN(at)} onClick={() => remind(at)}>
          {t.setReminder}
        </Button>
        <Button size="small" onClick={() => remind(serverNow() + hour)}>
          {t.presets.hour}
        </Button>
        <Button size="small" onClick={() => remind(serverNow() + day)}>
          {t.presets.day}
        </Button>
        <Button size="small" onClick={() => remind(serverNow() + 7 * day)}>
          {t.presets.week}
        </Button>
        {ticket.remindAt !== undefined && (
          <Button size="small" appearance="subtle" onClick={() => remind(null)}>
            {t.clearReminder}
          </Button>
        )}
      </div>
    </>
  );
}

const hour = 3_600_000;
const day = 24 * hour;

/** What an input of date and time takes: `2026-11-23T10:00`, by the clock of this machine. */
function localValue(at: number): string {
  const shifted = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
