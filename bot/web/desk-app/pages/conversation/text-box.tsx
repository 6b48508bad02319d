import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useId, useRef, useState, type KeyboardEvent, type ReactElement, type Ref } from 'react';

import { newId } from '../../parts/new-id.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '6px' },
  row: { display: 'flex', alignItems: 'flex-end', gap: '8px' },
  box: {
    flex: '1 1 auto',
    minWidth: 0,
    '& > textarea': { maxHeight: '200px', fieldSizing: 'content', minHeight: '44px' },
  },
  hint: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 719px)': { display: 'none' },
  },
});

export interface TextBoxProps {
  readonly text: string;
  readonly write: (text: string) => void;
  /** Sends the text; `id` is the same when it is sent again, so that it is taken once. Rejects when it was not taken. */
  readonly send: (text: string, id: string) => Promise<unknown>;
  /** Called when it was taken. */
  readonly sent: (text: string) => void;
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  readonly icon: ReactElement;
  readonly boxRef: Ref<HTMLTextAreaElement>;
  /** Escape leaves the box, so that the shortcuts count again. */
  readonly leave: () => void;
  /** Keys that are the owner's; true when one was used. */
  readonly keys?: (event: KeyboardEvent) => boolean;
}

/** A box that grows with its text: Enter sends, Shift and Enter begin a line, and what was not taken stays. */
export function TextBox(props: TextBoxProps) {
  const { text, write, label, hint, submit, icon, boxRef } = props;
  const styles = useStyles();
  const [state, setState] = useState<'sending' | 'idle'>('idle');
  const unsure = useRef<{ readonly text: string; readonly id: string }>(undefined);
  const hintId = useId();

  async function submitted(): Promise<void> {
    const said = text.trim();
    if (said === '' || state === 'sending') return;
    if (unsure.current?.text !== said) unsure.current = { text: said, id: newId() };
    setState('sending');
    try {
      await props.send(said, unsure.current.id);
      unsure.current = undefined;
      props.sent(said);
    } catch {
      // Why is told beside the transcript; the text stays.
    } finally {
      setState('idle');
    }
  }

  function pressed(event: KeyboardEvent): void {
    // Enter also ends the composing of a Chinese or Japanese word: that one is not ours.
    if (event.nativeEvent.isComposing) return;
    if (props.keys?.(event) === true) event.preventDefault();
    else if (event.key === 'Escape') {
      event.preventDefault();
      props.leave();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void submitted();
    }
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submitted();
      }}
    >
      <div className={styles.row}>
        <Textarea
          className={styles.box}
          textarea={{ ref: boxRef }}
          aria-label={label}
          aria-describedby={hintId}
          placeholder={label}
          maxLength={4000}
          rows={1}
          value={text}
          onChange={(_, { value }) => write(value)}
          onKeyDown={pressed}
        />
        <Button
          type="submit"
          appearance="primary"
          icon={icon}
          disabledFocusable={state === 'sending' || text.trim() === ''}
        >
          {submit}
        </Button>
      </div>
      <p className={styles.hint} id={hintId}>
        {hint}
      </p>
    </form>
  );
}
