import { makeStyles, tokens } from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';

import type { ShownConversation } from '../../../desk-conversations.ts';
import { useCustomerName } from '../../parts/customer-name.ts';
import { Since } from '../../parts/since.tsx';
import { conversationTexts } from '../../texts/conversation.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { clockTime } from '../../texts/time-words.ts';
import { QuestionCard } from './question-card.tsx';

const useStyles = makeStyles({
  brief: { display: 'flex', flexDirection: 'column', gap: '16px' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '14px',
    rowGap: '6px',
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  heading: { margin: '0 0 8px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  asked: { display: 'flex', flexDirection: 'column', gap: '10px', margin: 0, padding: 0, listStyleType: 'none' },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What an agent wants to know before the first word: why, who, since when, and what was asked. */
export const Brief = memo(function Brief({ conversation }: { readonly conversation: ShownConversation }) {
  const styles = useStyles();
  const t = useTexts(conversationTexts);
  return (
    <div className={styles.brief}>
      <Facts conversation={conversation} />
      <section>
        <h3 className={styles.heading}>{t.questions}</h3>
        {conversation.questions.length === 0 && <p className={styles.none}>{t.noQuestions}</p>}
        <ol className={styles.asked}>
          {conversation.questions.map((question) => (
            <li key={`${question.at} ${question.text}`}>
              <QuestionCard question={question} lang={conversation.language} />
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
});

function Facts({ conversation }: { readonly conversation: ShownConversation }) {
  const styles = useStyles();
  const t = useTexts(conversationTexts);
  const { language } = useLanguage();
  const nameOf = useCustomerName();
  const { facts } = t;
  return (
    <dl className={styles.facts}>
      {conversation.reason && <Fact name={facts.reason}>{t.reason(conversation.reason)}</Fact>}
      {conversation.status === 'waiting' && conversation.queuedAt !== undefined && (
        <Fact name={facts.waiting}>
          <Since at={conversation.queuedAt} />
        </Fact>
      )}
      <Fact name={facts.customer}>{nameOf(conversation)}</Fact>
      <Fact name={facts.language}>{t.languages[conversation.language]}</Fact>
      <Fact name={facts.channel}>{t.channels[conversation.channel]}</Fact>
      <Fact name={facts.opened}>{clockTime(conversation.openedAt, language)}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
