import { makeStyles, tokens } from '@fluentui/react-components';
import { NoteRegular } from '@fluentui/react-icons/svg/note';

import type { Note } from '../../../../service/case-store.ts';
import { workTexts } from '../../texts/desk-work.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { timeOfDay } from '../../texts/time-words.ts';

const useStyles = makeStyles({
  note: {
    alignSelf: 'stretch',
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px dashed ${tokens.colorStatusWarningBorder2}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  byline: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    fontSize: tokens.fontSizeBase200,
    '& > svg': { flexShrink: 0 },
  },
  author: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** What a colleague noted; it looks like nothing that the customer sees. */
export function NoteItem({ note }: { readonly note: Note }) {
  const styles = useStyles();
  const { note: t } = useTexts(workTexts);
  const { language } = useLanguage();
  return (
    <li className={styles.note} data-author="note">
      <span className={styles.byline}>
        <NoteRegular aria-hidden="true" />
        <span className={styles.author}>{t.author(note.agent.name)}</span>
        <time dateTime={new Date(note.at).toISOString()}>{timeOfDay(note.at, language)}</time>
      </span>
      <p className={styles.text}>{note.text}</p>
    </li>
  );
}
