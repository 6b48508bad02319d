import { makeStyles, tokens } from '@fluentui/react-components';

import type { Language } from '../../../../domain/language.ts';
import type { ExplainedQuestion } from '../../../../service/explained.ts';
import { TeachLink } from '../../parts/teach-link.tsx';
import { useUnseen } from '../../parts/unseen.ts';
import { conversationTexts } from '../../texts/conversation.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { percent } from '../../texts/percent.ts';
import { clockTime } from '../../texts/time-words.ts';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  asked: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  became: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  candidates: { display: 'flex', flexDirection: 'column', gap: '6px', margin: 0, padding: 0, listStyleType: 'none' },
  candidate: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '10px',
    alignItems: 'baseline',
    fontSize: tokens.fontSizeBase200,
  },
  figure: { fontVariantNumeric: 'tabular-nums' },
  bar: {
    gridColumn: '1 / -1',
    height: '4px',
    marginTop: '2px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    overflow: 'hidden',
  },
  filled: { height: '100%', backgroundColor: tokens.colorCompoundBrandBackground },
  why: { fontSize: tokens.fontSizeBase200, '& > summary': { cursor: 'pointer', width: 'fit-content' } },
  sentences: { margin: '4px 0 0', paddingLeft: '18px' },
});

export interface QuestionCardProps {
  readonly question: ExplainedQuestion;
  /** Of the conversation. */
  readonly lang: Language;
}

/** A question of the customer, what it looked like to the bot, and why. */
export function QuestionCard({ question, lang }: QuestionCardProps) {
  const styles = useStyles();
  const t = useTexts(conversationTexts);
  const { language } = useLanguage();
  const candidates = question.candidates.slice(0, 3);
  const [best] = candidates;
  return (
    <div className={styles.card}>
      <q className={styles.asked} lang={lang}>
        {question.text}
      </q>
      <span className={styles.became}>
        {t.became[question.decision]} · {clockTime(question.at, language)}
      </span>
      {candidates.length > 0 && (
        <ul className={styles.candidates} aria-label={t.candidates}>
          {candidates.map((candidate) => (
            <Candidate key={candidate.id} lang={lang} {...candidate} />
          ))}
        </ul>
      )}
      <Why question={question} />
      <span>
        <TeachLink
          lesson={{
            text: question.text,
            language: lang,
            ...(best && { nearest: { entry: best.id, confidence: best.confidence } }),
          }}
        >
          {t.teachWording}
        </TeachLink>
      </span>
    </div>
  );
}

interface CandidateProps {
  readonly title: string;
  readonly confidence: number;
  readonly lang: string;
}

function Candidate({ title, confidence, lang }: CandidateProps) {
  const styles = useStyles();
  const { unseen } = useUnseen();
  const t = useTexts(conversationTexts);
  const { language } = useLanguage();
  return (
    <li className={styles.candidate}>
      <span lang={lang}>{title}</span>
      <span className={styles.figure}>
        <span className={unseen}>{t.confidence} </span>
        {percent(confidence, language)}
      </span>
      <span className={styles.bar} aria-hidden="true">
        <span className={styles.filled} style={{ display: 'block', width: `${confidence * 100}%` }} />
      </span>
    </li>
  );
}

function Why({ question: { explanation } }: { readonly question: ExplainedQuestion }) {
  const styles = useStyles();
  const t = useTexts(conversationTexts);
  const { language } = useLanguage();
  if (explanation.kind === 'knowledge-changed') return <span className={styles.became}>{t.knowledgeChanged}</span>;
  const sentences = explanation.sentences[language];
  if (sentences.length === 0) return null;
  return (
    <details className={styles.why}>
      <summary>{t.why}</summary>
      <ul className={styles.sentences}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
