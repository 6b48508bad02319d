import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

import type { Answered, Asked, Proposal } from '../../../../service/teacher.ts';
import { SectionCard } from '../../parts/section-card.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { teachTexts } from '../../texts/teach.ts';
import { DiffView } from './diff-view.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '16px', outlineStyle: 'none' },
  list: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
  asked: { display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: '16px', rowGap: '8px', margin: 0 },
  when: { color: tokens.colorNeutralForeground2 },
  what: { margin: 0, overflowWrap: 'anywhere' },
  quote: { margin: 0, overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '12px' },
});

export interface ProposalViewProps {
  readonly proposal: Proposal;
  readonly accept: () => void;
  readonly pending: boolean;
  readonly back: () => void;
}

/** What a lesson changes, what the tests say of it, and what the bot would answer; to be written, or thought over. */
export function ProposalView({ proposal, accept, pending, back }: ProposalViewProps) {
  const styles = useStyles();
  const t = useTexts(teachTexts);
  const { language } = useLanguage();
  const all = useRef<HTMLDivElement>(null);
  useEffect(() => all.current?.focus(), []);
  const { path, hunks, problems, tests, asked } = proposal;
  return (
    <div className={styles.all} ref={all} tabIndex={-1} role="group" aria-label={t.proposal}>
      <SectionCard title={t.inFile(path)}>
        <DiffView hunks={hunks} label={t.diff} />
      </SectionCard>
      {problems.length > 0 && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t.problems}</MessageBarTitle>
            <ul className={styles.list}>
              {problems.map(({ file, line, code, message, help }) => (
                <li key={`${file}:${line}:${code}`}>
                  {file}:{line}: {message[language]} {help[language]}
                </li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      {tests !== undefined && (
        <SectionCard title={t.tests}>
          {tests.broken.length === 0 ? (
            <p className={styles.what}>{t.testsFine(tests.passed, tests.total)}</p>
          ) : (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>
                <MessageBarTitle>{t.testsBroken(tests.broken.length)}</MessageBarTitle>
                <ul className={styles.list}>
                  {tests.broken.slice(0, 10).map(({ id, language, text }) => (
                    <li key={`${id}:${language}:${text}`}>
                      {id}: <q lang={language}>{text}</q>
                    </li>
                  ))}
                </ul>
              </MessageBarBody>
            </MessageBar>
          )}
          {tests.mended.length > 0 && <p className={styles.what}>{t.testsMended(tests.mended.length)}</p>}
        </SectionCard>
      )}
      {asked.length > 0 && (
        <SectionCard title={t.asked}>
          {asked.map((each) => (
            <AskedView key={each.language} asked={each} />
          ))}
        </SectionCard>
      )}
      <div className={styles.buttons}>
        {problems.length === 0 && (
          <Button appearance="primary" onClick={accept} disabledFocusable={pending}>
            {t.accept}
          </Button>
        )}
        <Button onClick={back}>{t.back}</Button>
      </div>
    </div>
  );
}

function AskedView({ asked: { text, language, before, after } }: { readonly asked: Asked }) {
  const styles = useStyles();
  const t = useTexts(teachTexts);
  return (
    <>
      <p className={styles.quote}>
        <q lang={language}>{text}</q>
      </p>
      <dl className={styles.asked}>
        <dt className={styles.when}>{t.before}</dt>
        <dd className={styles.what}>
          <AnsweredView answered={before} />
        </dd>
        <dt className={styles.when}>{t.after}</dt>
        <dd className={styles.what}>
          <AnsweredView answered={after} />
        </dd>
      </dl>
    </>
  );
}

/** 0..1 */
const worthTelling = 0.05;

function AnsweredView({ answered: { decision, matches } }: { readonly answered: Answered }) {
  const t = useTexts(teachTexts);
  const { language } = useLanguage();
  const share = new Intl.NumberFormat(language, { style: 'percent' });
  const told = matches
    .filter(({ confidence }) => confidence >= worthTelling)
    .map(({ title, confidence }) => `${title} (${share.format(confidence)})`);
  return (
    <>
      {t.decisions[decision]}
      {told.length > 0 && `: ${told.join(' · ')}`}
    </>
  );
}
