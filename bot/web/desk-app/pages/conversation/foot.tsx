import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type RefObject } from 'react';

import type { ShownConversation } from '../../../desk-conversations.ts';
import { useIsTyping } from '../../live/typing.ts';
import { useCustomerName } from '../../parts/customer-name.ts';
import { useShortcuts } from '../../parts/shortcuts.tsx';
import { workTexts } from '../../texts/desk-work.ts';
import { inboxTexts } from '../../texts/inbox.ts';
import { useTexts } from '../../texts/language.tsx';
import type { Acts } from './acts.ts';
import { Composer } from './composer.tsx';
import { NoteBox } from './note-box.tsx';
import { StateBar } from './state-bar.tsx';

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '4px 16px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 719px)': { padding: '2px 8px 8px' },
  },
  top: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  modes: { flexShrink: 0 },
  typing: {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

export interface FootProps {
  readonly conversation: ShownConversation;
  readonly acts: Acts;
  readonly mine: 'mine' | 'not-mine';
  readonly boxRef: RefObject<HTMLTextAreaElement | null>;
  readonly leave: () => void;
}

/** Below the transcript: the box to answer, or whose the conversation is; and for everybody the box for a note. */
export function Foot({ conversation, acts, mine, boxRef, leave }: FootProps) {
  const styles = useStyles();
  const { note: t } = useTexts(workTexts);
  const { shortcuts } = useTexts(inboxTexts);
  const [mode, setMode] = useState<'reply' | 'note'>('reply');
  const { id, messages } = conversation;
  const wantsBox = useRef(false);
  // Whoever chooses what to write writes it next: on a tab, the letters would be shortcuts.
  useEffect(() => {
    if (wantsBox.current) boxRef.current?.focus();
    wantsBox.current = false;
  });
  function choose(chosen: typeof mode): void {
    if (chosen === mode) return boxRef.current?.focus();
    wantsBox.current = true;
    setMode(chosen);
  }
  useShortcuts([{ key: 'n', label: shortcuts.note, run: () => choose(mode === 'note' ? 'reply' : 'note') }]);
  return (
    <div className={styles.foot}>
      <div className={styles.top}>
        <TabList
          className={styles.modes}
          size="small"
          aria-label={t.what}
          selectedValue={mode}
          onTabSelect={(_, { value }) => choose(value === 'note' ? 'note' : 'reply')}
        >
          <Tab value="reply">{t.reply}</Tab>
          <Tab value="note">{t.mode}</Tab>
        </TabList>
        <Typing conversation={conversation} />
      </div>
      {mode === 'note' && (
        <NoteBox
          conversationId={id}
          boxRef={boxRef}
          leave={leave}
          save={acts.note}
          saved={() => {
            setMode('reply');
            leave();
          }}
        />
      )}
      {mode === 'reply' && mine === 'not-mine' && (
        <StateBar conversation={conversation} claim={acts.claim} takeOver={acts.takeOver} />
      )}
      {mode === 'reply' && mine === 'mine' && (
        <Composer
          conversationId={id}
          lastSeq={messages.at(-1)?.seq ?? 0}
          boxRef={boxRef}
          leave={leave}
          send={acts.say}
        />
      )}
    </div>
  );
}

function Typing({ conversation }: { readonly conversation: ShownConversation }) {
  const styles = useStyles();
  const t = useTexts(workTexts);
  const nameOf = useCustomerName();
  const writes = useIsTyping(conversation.id);
  return (
    <div className={styles.typing} aria-live="polite">
      {writes && t.typing(nameOf(conversation))}
    </div>
  );
}
