import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { SendFilled } from '@fluentui/react-icons/svg/send';
import { useId, useRef, useState, type KeyboardEvent, type Ref } from 'react';

import { useMe } from '../../api/session.ts';
import { draftsOf } from '../../parts/drafts.ts';
import { newId } from '../../parts/new-id.ts';
import { conversationTexts } from '../../texts/conversation.ts';
import { useTexts } from '../../texts/language.tsx';

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

export interface ComposerProps {
  readonly conversationId: string;
  /** Sends a text; `messageId` is the same when it is sent again, so that it is said once. Rejects when it was not taken. */
  readonly send: (text: string, messageId: string) => Promise<unknown>;
  readonly boxRef: Ref<HTMLTextAreaElement>;
  /** Escape leaves the box, so that the shortcuts count again. */
  readonly leave: () => void;
}

/** The box in which an agent writes; what was not taken stays in it, and what was begun stays with its conversation. */
export function Composer({ conversationId, send, boxRef, leave }: ComposerProps) {
  const styles = useStyles();
  const t = useTexts(conversationTexts);
  const { agent } = useMe();
  const drafts = draftsOf(agent.id);
  const [text, setText] = useState(() => drafts.get(conversationId));
  const [sending, setSending] = useState<'sending' | 'idle'>('idle');
  const unsure = useRef<{ readonly text: string; readonly messageId: string }>(undefined);
  const hint = useId();

  function write(value: string): void {
    setText(value);
    drafts.set(conversationId, value);
  }

  async function submit(): Promise<void> {
    const said = text.trim();
    if (said === '' || sending === 'sending') return;
    if (unsure.current?.text !== said) unsure.current = { text: said, messageId: newId() };
    setSending('sending');
    try {
      await send(said, unsure.current.messageId);
      unsure.current = undefined;
      // The agent may have written on meanwhile.
      if (drafts.get(conversationId).trim() === said) write('');
    } catch {
      // Why is told beside the transcript; the text stays.
    } finally {
      setSending('idle');
    }
  }

  function pressed(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
      return;
    }
    // Enter also ends the composing of a Chinese or Japanese word: that one is not ours.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void submit();
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={styles.row}>
        <Textarea
          className={styles.box}
          textarea={{ ref: boxRef }}
          id="compose"
          aria-label={t.compose}
          aria-describedby={hint}
          placeholder={t.compose}
          maxLength={4000}
          rows={1}
          value={text}
          onChange={(_, { value }) => write(value)}
          onKeyDown={pressed}
        />
        <Button
          type="submit"
          appearance="primary"
          icon={<SendFilled />}
          disabledFocusable={sending === 'sending' || text.trim() === ''}
        >
          {t.send}
        </Button>
      </div>
      <p className={styles.hint} id={hint}>
        {t.composeHint}
      </p>
    </form>
  );
}
