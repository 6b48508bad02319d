import { makeStyles, tokens } from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';

import type { ShownConversation } from '../../../desk-conversations.ts';
import { useCustomerName } from '../../parts/customer-name.ts';
import { Since } from '../../parts/since.tsx';
import { useServerSecond } from '../../live/ticking.ts';
import { conversationTexts } from '../../texts/conversation.ts';
import { workTexts } from '../../texts/desk-work.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { clockTime, timeOfDay } from '../../texts/time-words.ts';
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
  link: { color: tokens.colorBrandForegroundLink },
  list: { margin: 0, paddingLeft: '18px' },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What an agent wants to know before the first word: why, who, since when, and what was asked. */
export const Brief = memo(function Brief({ conversation }: { readonly conversation: ShownConversation }) {
  const styles = useStyles();
  const t = useTexts(conversationTexts);
  return (
    <div className={styles.brief}>
      <Facts conversation={conversation} />
      <Answered conversation={conversation} />
      <Ratings conversation={conversation} />
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
  const work = useTexts(workTexts);
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
      {conversation.account && (
        <Fact name={facts.account}>
          {[conversation.account.id, conversation.account.email].filter(Boolean).join(' · ')}
        </Fact>
      )}
      <Fact name={facts.language}>{t.languages[conversation.language]}</Fact>
      <Fact name={facts.channel}>{t.channels[conversation.channel]}</Fact>
      {conversation.place?.page !== undefined && (
        <Fact name={work.page}>
          <a className={styles.link} href={conversation.place.page} target="_blank" rel="noopener noreferrer">
            {conversation.place.page.replace(/^https?:\/\//, '')}
          </a>
        </Fact>
      )}
      {conversation.place?.zone !== undefined && (
        <Fact name={work.localTime}>
          <LocalTime zone={conversation.place.zone} />
        </Fact>
      )}
      <Fact name={facts.opened}>{clockTime(conversation.openedAt, language)}</Fact>
      {conversation.closedAt !== undefined && (
        <Fact name={facts.closed}>
          {clockTime(conversation.closedAt, language)}
          {conversation.unreachable && `: ${t.unreachable[conversation.unreachable]}`}
        </Fact>
      )}
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

function LocalTime({ zone }: { readonly zone: string }) {
  const now = useServerSecond();
  const { language } = useLanguage();
  return <time>{`${timeOfDay(now, language, zone)} (${zone})`}</time>;
}

function Answered({ conversation: { answered } }: { readonly conversation: ShownConversation }) {
  const styles = useStyles();
  const t = useTexts(workTexts);
  const { language } = useLanguage();
  if (answered.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{t.answered}</h3>
      <ul className={styles.list}>
        {answered.map(({ entry, title, at, by }) => (
          <li key={`${at} ${entry}`}>
            {title}{' '}
            <span className={styles.none}>
              {t.answeredBy[by ?? 'bot']}, {clockTime(at, language)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ratings({ conversation: { ratings } }: { readonly conversation: ShownConversation }) {
  const styles = useStyles();
  const t = useTexts(workTexts);
  const { language } = useLanguage();
  if (ratings.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{t.ratings}</h3>
      <ul className={styles.list}>
        {ratings.map(({ conversationId, askedAt, score }) => (
          <li key={`${conversationId} ${askedAt}`}>
            {score === undefined ? t.notRated : t.rating(score)}{' '}
            <span className={styles.none}>{clockTime(askedAt, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
