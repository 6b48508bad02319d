import { Button, Field, makeStyles, PresenceBadge, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { useState } from 'react';

import { useMe } from '../../api/session.ts';
import { useQueue } from '../../live/waiting-work.ts';
import { draftsOf } from '../../parts/drafts.ts';
import { newId } from '../../parts/new-id.ts';
import { SmallDialog } from '../../parts/small-dialog.tsx';
import { workTexts } from '../../texts/desk-work.ts';
import { useTexts } from '../../texts/language.tsx';
import { shellTexts } from '../../texts/shell.ts';

const useStyles = makeStyles({
  person: { overflowWrap: 'anywhere' },
  // In the line of a long name's last words.
  state: { display: 'inline-flex', alignItems: 'center', gap: '8px', marginLeft: '8px', whiteSpace: 'nowrap' },
});

/** A colleague, and what that one should know. */
export interface Transfer {
  readonly to: string;
  readonly name: string;
  readonly note?: { readonly id: string; readonly text: string };
}

export interface TransferDialogProps {
  readonly conversationId: string;
  readonly close: () => void;
  readonly transfer: (to: Transfer) => void;
}

/** Asks to whom a conversation is passed; those who are at the desk come first, and where there is only one that one is chosen. */
export function TransferDialog({ conversationId, close, transfer }: TransferDialogProps) {
  const styles = useStyles();
  const { transfer: t, presence } = useTexts(workTexts);
  const { cancel } = useTexts(shellTexts);
  const { agent } = useMe();
  const { data: queue } = useQueue();
  const [picked, setPicked] = useState<string>();
  const drafts = draftsOf(agent.id);
  const about = `transfer ${conversationId}`;
  const [note, setNote] = useState(() => drafts.get(about));
  const others = (queue?.people ?? [])
    .filter(({ id }) => id !== agent.id)
    .toSorted((one, other) => Number(one.state === 'away') - Number(other.state === 'away'));
  // Whoever leaves after being picked is not replaced by the one who is left.
  const wanted = picked ?? (others.length === 1 ? others[0]?.id : undefined);
  const chosen = others.find(({ id }) => id === wanted);

  function write(text: string): void {
    setNote(text);
    drafts.set(about, text);
  }

  function submit(): void {
    if (chosen === undefined) return;
    const text = note.trim();
    drafts.set(about, '');
    close();
    transfer({ to: chosen.id, name: chosen.name, ...(text !== '' && { note: { id: newId(), text } }) });
  }

  const actions = (
    <>
      <Button onClick={close}>{cancel}</Button>
      {others.length > 0 && (
        <Button appearance="primary" disabledFocusable={chosen === undefined} onClick={submit}>
          {t.submit}
        </Button>
      )}
    </>
  );
  return (
    <SmallDialog title={t.title} close={close} actions={actions}>
      {others.length === 0 && t.nobody}
      {others.length > 0 && (
        <>
          <Field label={t.to}>
            <RadioGroup value={chosen?.id ?? ''} onChange={(_, { value }) => setPicked(value)}>
              {others.map((person) => (
                <Radio
                  key={person.id}
                  value={person.id}
                  label={
                    <span className={styles.person}>
                      {person.name}
                      <span className={styles.state}>
                        <PresenceBadge status={person.state} size="small" aria-hidden="true" />
                        {presence[person.state]}
                      </span>
                    </span>
                  }
                />
              ))}
            </RadioGroup>
          </Field>
          <Field label={t.note} hint={t.noteHint}>
            <Textarea value={note} maxLength={4000} rows={3} onChange={(_, { value }) => write(value)} />
          </Field>
        </>
      )}
    </SmallDialog>
  );
}
