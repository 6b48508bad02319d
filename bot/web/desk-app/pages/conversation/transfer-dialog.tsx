import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  makeStyles,
  PresenceBadge,
  Radio,
  RadioGroup,
  Textarea,
} from '@fluentui/react-components';
import { useState } from 'react';

import { useMe } from '../../api/session.ts';
import { useQueue } from '../../live/waiting-work.ts';
import { newId } from '../../parts/new-id.ts';
import { workTexts } from '../../texts/desk-work.ts';
import { useTexts } from '../../texts/language.tsx';
import { shellTexts } from '../../texts/shell.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '16px' },
  person: { display: 'inline-flex', alignItems: 'center', gap: '8px' },
});

/** A colleague, and what that one should know. */
export interface Transfer {
  readonly to: string;
  readonly name: string;
  readonly note?: { readonly id: string; readonly text: string };
}

export interface TransferDialogProps {
  readonly open: 'open' | 'closed';
  readonly close: () => void;
  readonly transfer: (to: Transfer) => void;
}

/** Asks to whom a conversation is passed; those who are at the desk come first. */
export function TransferDialog({ open, close, transfer }: TransferDialogProps) {
  const styles = useStyles();
  const { transfer: t, presence } = useTexts(workTexts);
  const { cancel } = useTexts(shellTexts);
  const { agent } = useMe();
  const { data: queue } = useQueue();
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const others = (queue?.people ?? [])
    .filter(({ id }) => id !== agent.id)
    .toSorted((one, other) => Number(one.state === 'away') - Number(other.state === 'away'));
  const chosen = others.find(({ id }) => id === to);

  function submit(): void {
    if (chosen === undefined) return;
    const text = note.trim();
    transfer({ to: chosen.id, name: chosen.name, ...(text !== '' && { note: { id: newId(), text } }) });
    setNote('');
    close();
  }

  return (
    <Dialog open={open === 'open'} onOpenChange={(_, change) => !change.open && close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.title}</DialogTitle>
          <DialogContent className={styles.content}>
            {others.length === 0 && <p>{t.nobody}</p>}
            {others.length > 0 && (
              <>
                <Field label={t.to}>
                  <RadioGroup value={to} onChange={(_, { value }) => setTo(value)}>
                    {others.map((person) => (
                      <Radio
                        key={person.id}
                        value={person.id}
                        label={
                          <span className={styles.person}>
                            {person.name}
                            <PresenceBadge status={person.state} size="small" aria-hidden="true" />
                            {presence[person.state]}
                          </span>
                        }
                      />
                    ))}
                  </RadioGroup>
                </Field>
                <Field label={t.note} hint={t.noteHint}>
                  <Textarea value={note} maxLength={4000} rows={3} onChange={(_, { value }) => setNote(value)} />
                </Field>
              </>
            )}
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{cancel}</Button>
            </DialogTrigger>
            {others.length > 0 && (
              <Button appearance="primary" disabledFocusable={chosen === undefined} onClick={submit}>
                {t.submit}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
