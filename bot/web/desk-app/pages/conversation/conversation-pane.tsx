import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';

import type { ShownConversation } from '../../../desk-conversations.ts';
import { useConversation } from '../../api/conversation.ts';
import { failureOf } from '../../api/client.ts';
import { useMe } from '../../api/session.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { useMedia } from '../../parts/media.ts';
import { useShortcuts } from '../../parts/shortcuts.tsx';
import { conversationTexts } from '../../texts/conversation.ts';
import { inboxTexts } from '../../texts/inbox.ts';
import { useTexts } from '../../texts/language.tsx';
import { useActs } from './acts.ts';
import { Brief } from './brief.tsx';
import { ConversationHead } from './conversation-head.tsx';
import { Foot } from './foot.tsx';
import { Transcript } from './transcript.tsx';

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', height: '100%', minWidth: 0, outlineStyle: 'none' },
  error: { padding: '16px' },
  notes: { padding: '8px 16px 0', '&:empty': { display: 'none' } },
  parts: { display: 'flex', flex: '1 1 auto', minHeight: 0 },
  talk: { display: 'flex', flexDirection: 'column', flex: '1 1 auto', minWidth: 0, minHeight: 0 },
  beside: {
    width: '320px',
    flexShrink: 0,
    boxSizing: 'border-box',
    padding: '16px',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  instead: {
    flex: '1 1 auto',
    minHeight: 0,
    overflowY: 'auto',
    padding: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  tabs: { backgroundColor: tokens.colorNeutralBackground1, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** Wide enough for the brief to stand beside the transcript. */
const wide = '(min-width: 1180px)';

export interface ConversationPaneProps {
  readonly id: string;
  readonly back: () => void;
  /** Called when the conversation has become this agent's. */
  readonly claimed: () => void;
}

/** One conversation, kept up to date: who it is, the transcript, the brief, and what can be done now. */
export function ConversationPane({ id, back, claimed }: ConversationPaneProps) {
  const styles = useStyles();
  const { data, error, refetch } = useConversation(id);
  if (data !== undefined) return <ConversationView conversation={data} back={back} claimed={claimed} />;
  if (error === null) return <Loading />;
  const again = failureOf(error).code === 'offline' ? { again: refetch } : {};
  return (
    <div className={styles.error}>
      <FailureNote error={error} {...again} />
    </div>
  );
}

interface ViewProps extends Omit<ConversationPaneProps, 'id'> {
  readonly conversation: ShownConversation;
}

function ConversationView({ conversation, back, claimed }: ViewProps) {
  const styles = useStyles();
  const t = useTexts(conversationTexts);
  const { shortcuts } = useTexts(inboxTexts);
  const { id, status } = conversation;
  const { agent: me } = useMe();
  const beside = useMedia(wide);
  const [part, setPart] = useState<'messages' | 'brief'>('messages');
  const pane = useRef<HTMLElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const mine = status === 'agent' && conversation.agent?.id === me.id ? 'mine' : 'not-mine';
  const acts = useActs({ id, mine, box, claimed });
  // What its holder could press goes with the conversation, and the focus must not go with it.
  const before = useRef(mine);
  useEffect(() => {
    const lost = before.current === 'mine' && mine === 'not-mine' && document.activeElement === document.body;
    before.current = mine;
    if (lost) pane.current?.focus({ preventScroll: true });
  }, [mine]);

  useShortcuts([
    ...(status === 'waiting' ? [{ key: 'c', label: shortcuts.claim, run: acts.claim }] : []),
    { key: 'w', label: shortcuts.compose, run: () => box.current?.focus() },
    ...(beside
      ? []
      : [{ key: 'b', label: shortcuts.brief, run: () => setPart(part === 'brief' ? 'messages' : 'brief') }]),
    { key: 'Escape', label: shortcuts.back, run: back },
  ]);

  const shown = beside ? 'messages' : part;
  return (
    <article className={styles.pane} ref={pane} tabIndex={-1}>
      <ConversationHead conversation={conversation} back={back} mine={mine === 'mine' ? acts : undefined} />
      {!beside && (
        <TabList
          className={styles.tabs}
          size="small"
          selectedValue={shown}
          onTabSelect={(_, { value }) => setPart(value === 'brief' ? 'brief' : 'messages')}
        >
          <Tab value="messages">{t.messages}</Tab>
          <Tab value="brief">{t.brief}</Tab>
        </TabList>
      )}
      <div className={styles.parts}>
        <div className={styles.talk}>
          <div className={styles.notes}>
            <FailureNote error={acts.error} />
          </div>
          {shown === 'messages' ? (
            <Transcript conversation={conversation} />
          ) : (
            <div className={styles.instead} tabIndex={0} role="region" aria-label={t.brief}>
              <Brief conversation={conversation} />
            </div>
          )}
          <Foot conversation={conversation} acts={acts} mine={mine} boxRef={box} leave={() => pane.current?.focus()} />
        </div>
        {beside && (
          <aside className={styles.beside} aria-label={t.brief} tabIndex={0}>
            <Brief conversation={conversation} />
          </aside>
        )}
      </div>
    </article>
  );
}
