import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';

import type { DeskDelivery } from '../../../../service/desk-case.ts';
import type { ShownConversation } from '../../../desk-conversations.ts';
import { TeachLink } from '../../parts/teach-link.tsx';
import { SafeHtml } from '../../parts/safe-html.tsx';
import { conversationTexts } from '../../texts/conversation.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { percent } from '../../texts/percent.ts';
import { timeOfDay } from '../../texts/time-words.ts';
import { DeliveryState } from './delivery-state.tsx';

type ShownMessage = ShownConversation['messages'][number];

const useStyles = makeStyles({
  item: { display: 'flex', flexDirection: 'column', gap: '3px', maxWidth: 'min(80%, 640px)' },
  customer: { alignSelf: 'flex-start' },
  ours: { alignSelf: 'flex-end', alignItems: 'flex-end', '& > :first-child': { justifyContent: 'flex-end' } },
  system: { alignSelf: 'center', alignItems: 'center', maxWidth: '90%' },
  byline: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '8px',
    padding: '0 4px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  author: { fontWeight: tokens.fontWeightSemibold },
  source: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  bubble: {
    boxSizing: 'border-box',
    maxWidth: '100%',
    padding: '8px 12px',
    borderRadius: '12px',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground1,
  },
  customerBubble: {
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    borderTopLeftRadius: '3px',
  },
  agentBubble: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    borderTopRightRadius: '3px',
  },
  botBubble: {
    backgroundColor: tokens.colorBrandBackground2,
    borderTopRightRadius: '3px',
  },
  systemBubble: {
    padding: '4px 12px',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    textAlign: 'center',
  },
  text: { whiteSpace: 'pre-wrap' },
  html: {
    '& p, & ul, & ol': { margin: '0 0 6px' },
    '& > :last-child': { marginBottom: 0 },
    '& ul, & ol': { paddingLeft: '20px' },
    '& a': { color: 'inherit' },
  },
  choices: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: '6px 0 0', padding: 0, listStyleType: 'none' },
  choice: {
    padding: '1px 10px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
  },
});

export interface MessageItemProps {
  readonly message: ShownMessage;
  /** Of the agent at this page. */
  readonly myName: string;
  /** Where it is to be told whether the customer has it. */
  readonly delivery: DeskDelivery | undefined;
  /** What the customer said before it. */
  readonly asked?: string | undefined;
}

/** One message: who, when, and what; the bot's Markdown as the server's safe HTML, people's words as text. */
export const MessageItem = memo(function MessageItem({ message, myName, delivery, asked }: MessageItemProps) {
  const styles = useStyles();
  const t = useTexts(conversationTexts);
  const { language } = useLanguage();
  const { author } = message;
  const side = author === 'customer' ? styles.customer : author === 'system' ? styles.system : styles.ours;
  const bubble = {
    customer: styles.customerBubble,
    agent: styles.agentBubble,
    bot: styles.botBubble,
    system: styles.systemBubble,
  }[author];
  return (
    <li className={mergeClasses(styles.item, side)} data-author={author}>
      <div className={styles.byline}>
        <span className={styles.author}>{authorOf(message, myName, t)}</span>
        <time dateTime={new Date(message.at).toISOString()}>{timeOfDay(message.at, language)}</time>
        {message.origin?.edits !== undefined && <span>{t.edited}</span>}
        {message.answer && (
          <span className={styles.source}>
            {message.answer.entry} · {percent(message.answer.confidence, language)}
          </span>
        )}
      </div>
      <div className={mergeClasses(styles.bubble, bubble)}>
        {message.html === undefined ? (
          <div className={styles.text} lang={message.language}>
            {message.withdrawn === undefined ? message.text : <em>{t.withdrawn}</em>}
          </div>
        ) : (
          <SafeHtml className={styles.html} lang={message.language} html={message.html} />
        )}
        {message.choices !== undefined && message.choices.length > 0 && (
          <ul className={styles.choices} aria-label={t.offered} lang={message.language}>
            {message.choices.map(({ value, label }) => (
              <li key={value} className={styles.choice}>
                {label}
              </li>
            ))}
          </ul>
        )}
      </div>
      {delivery !== undefined && <DeliveryState seq={message.seq} delivery={delivery} />}
      {author === 'agent' && message.answer === undefined && (
        <TeachLink
          lesson={{ ...(asked !== undefined && { text: asked }), language: message.language, answer: message.text }}
        >
          {t.teachAnswer}
        </TeachLink>
      )}
    </li>
  );
});

function authorOf(
  { author, agentName, origin }: ShownMessage,
  myName: string,
  { authors, you }: { authors: Readonly<Record<'customer' | 'bot' | 'system', string>>; you: string },
): string {
  // In a group it matters who of them wrote.
  if (author === 'customer' && origin?.speaker !== undefined) return origin.speaker;
  if (author !== 'agent') return authors[author];
  return agentName === myName ? `${agentName} (${you})` : (agentName ?? '');
}
