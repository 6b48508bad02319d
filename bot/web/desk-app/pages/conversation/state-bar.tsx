import { Button, makeStyles } from '@fluentui/react-components';

import type { ShownConversation } from '../../../desk-conversations.ts';
import { Since } from '../../parts/since.tsx';
import { conversationTexts } from '../../texts/conversation.ts';
import { useTexts } from '../../texts/language.tsx';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '12px' },
  text: { margin: 0, flex: '1 1 220px' },
});

export interface StateBarProps {
  readonly conversation: ShownConversation;
  readonly claim: () => void;
  readonly takeOver: () => void;
}

/** Stands where the box to write would be, while the conversation is not one's own: whose it is, and what can be done. */
export function StateBar({ conversation, claim, takeOver }: StateBarProps) {
  const styles = useStyles();
  const t = useTexts(conversationTexts);
  const { status, queuedAt, agent } = conversation;
  return (
    <div className={styles.bar}>
      <p className={styles.text}>
        {status === 'agent' && t.heldByOther(agent?.name ?? '')}
        {status === 'bot' && t.heldByBot}
        {status === 'closed' && t.closed(conversation)}
        {status === 'waiting' && t.claimHint}
        {status === 'waiting' && queuedAt !== undefined && (
          <>
            {' '}
            {t.waitsFor} <Since at={queuedAt} />.
          </>
        )}
      </p>
      {status === 'waiting' && (
        <Button appearance="primary" onClick={claim}>
          {t.claim}
        </Button>
      )}
      {status === 'bot' && <Button onClick={takeOver}>{t.takeOver}</Button>}
    </div>
  );
}
