import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { Fragment, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';

import type { Note } from '../../../../service/case-store.ts';
import type { DeskDelivery } from '../../../../service/desk-case.ts';
import type { ShownConversation } from '../../../desk-conversations.ts';
import { useMe } from '../../api/session.ts';
import { conversationTexts } from '../../texts/conversation.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { dayOf } from '../../texts/time-words.ts';
import { MessageItem } from './message-item.tsx';
import { NoteItem } from './note-item.tsx';

const useStyles = makeStyles({
  place: { position: 'relative', flex: '1 1 auto', minHeight: 0 },
  box: {
    height: '100%',
    boxSizing: 'border-box',
    overflowY: 'auto',
    padding: '16px 20px',
    '@media (max-width: 719px)': { padding: '12px' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  list: { display: 'flex', flexDirection: 'column', gap: '12px', margin: 0, padding: 0, listStyleType: 'none' },
  day: {
    alignSelf: 'center',
    padding: '2px 10px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  toEnd: { position: 'absolute', right: '16px', bottom: '12px', boxShadow: tokens.shadow8 },
});

/** How near to its end, in pixels, a reader counts as reading the end. */
const nearEnd = 48;

/** The messages, kept at the end while the reader is there. */
export function Transcript({ conversation }: { readonly conversation: ShownConversation }) {
  const styles = useStyles();
  const t = useTexts(conversationTexts);
  const { language } = useLanguage();
  const { agent } = useMe();
  const box = useRef<HTMLDivElement>(null);
  const { followsEnd, scrolled, toEnd } = useEnd(box);
  const { messages, notes, delivery } = conversation;
  const lines = useMemo(() => inOrder(messages, notes), [messages, notes]);
  const lastSent = messages.findLast(({ author }) => author === 'agent')?.seq;

  useLayoutEffect(() => {
    if (followsEnd.current) toEnd();
  });

  const [away, setAway] = useState('end' as 'end' | 'above');
  return (
    <div className={styles.place}>
      <div
        className={styles.box}
        ref={box}
        role="log"
        aria-label={t.messages}
        tabIndex={0}
        onScroll={() => setAway(scrolled())}
      >
        <ol className={styles.list}>
          {lines.map((line, index) => {
            const day = dayOf(line.at, language);
            const before = lines[index - 1];
            const isNew = before === undefined || dayOf(before.at, language) !== day;
            return (
              <Fragment key={line.key}>
                {isNew && <li className={styles.day}>{day}</li>}
                {line.kind === 'note' ? (
                  <NoteItem note={line.note} />
                ) : (
                  <MessageItem
                    message={line.message}
                    myName={agent.name}
                    asked={line.message.author === 'agent' ? askedBefore(messages, line.message.seq) : undefined}
                    delivery={line.message.seq === lastSent || isLost(line.message, delivery) ? delivery : undefined}
                  />
                )}
              </Fragment>
            );
          })}
        </ol>
      </div>
      {away === 'above' && (
        <Button
          className={styles.toEnd}
          shape="circular"
          icon={<ArrowDownRegular />}
          aria-label={t.toEnd}
          title={t.toEnd}
          onClick={toEnd}
        />
      )}
    </div>
  );
}

type ShownMessage = ShownConversation['messages'][number];

type TranscriptLine =
  | { readonly kind: 'message'; readonly key: string; readonly at: number; readonly message: ShownMessage }
  | { readonly kind: 'note'; readonly key: string; readonly at: number; readonly note: Note };

/** Notes among the messages, by their time. */
function inOrder(messages: readonly ShownMessage[], notes: readonly Note[]): readonly TranscriptLine[] {
  return [
    ...messages.map((message) => ({ kind: 'message', key: `${message.seq}`, at: message.at, message }) as const),
    ...notes.map((note) => ({ kind: 'note', key: note.id, at: note.at, note }) as const),
  ].toSorted((one, other) => one.at - other.at);
}

/** The customer's last words before a message. */
function askedBefore(messages: readonly ShownMessage[], seq: number): string | undefined {
  return messages.findLast((each) => each.author === 'customer' && each.seq < seq)?.text;
}

function isLost({ author, seq }: ShownMessage, { lost }: DeskDelivery): boolean {
  return author === 'agent' && lost !== undefined && seq > lost.after && seq <= lost.to;
}

/** Only a reader moves a transcript upwards; a box that shrinks, because what stands below it grew, is followed. */
function useEnd(box: RefObject<HTMLDivElement | null>) {
  const followsEnd = useRef(true);
  const lastTop = useRef(0);
  const toEnd = useCallback(() => {
    box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [box]);
  const scrolled = useCallback((): 'end' | 'above' => {
    const element = box.current;
    if (element === null) return 'end';
    const up = element.scrollTop < lastTop.current;
    const near = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
    followsEnd.current = near || (followsEnd.current && !up);
    lastTop.current = element.scrollTop;
    return followsEnd.current ? 'end' : 'above';
  }, [box]);
  useEffect(() => {
    if (box.current === null) return;
    const observer = new ResizeObserver(() => {
      if (followsEnd.current) toEnd();
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box, toEnd]);
  return { followsEnd, toEnd, scrolled };
}
