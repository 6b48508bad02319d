import { Button, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { BookQuestionMarkRegular } from '@fluentui/react-icons/svg/book-question-mark';
import { ChatMultipleRegular } from '@fluentui/react-icons/svg/chat-multiple';

import type { ShownSuggestions } from '../../../desk-conversations.ts';
import { workTexts } from '../../texts/desk-work.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { percent } from '../../texts/percent.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', gap: '6px', margin: 0, padding: '2px', listStyleType: 'none', overflowX: 'auto' },
  item: { flexShrink: 0, maxWidth: '280px' },
  button: { maxWidth: '100%', fontWeight: tokens.fontWeightRegular, justifyContent: 'flex-start' },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  key: {
    marginLeft: '6px',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
  },
  // There is no such key on a phone.
  shortcut: { '@media (max-width: 719px)': { display: 'none' } },
  preview: { whiteSpace: 'pre-wrap' },
});

/** A text for the box; `entry` is the FAQ entry whose answer it is. */
export interface Suggestion {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly entry?: string;
  readonly confidence?: number;
  readonly missing: readonly string[];
}

/** Three answers and the saved replies after them, each with its key. */
export function suggestionsOf(found: ShownSuggestions | undefined): readonly Suggestion[] {
  const answers = (found?.answers ?? []).slice(0, 3);
  return [
    ...answers.map(({ entry, title, text, confidence }) => ({
      id: entry,
      title,
      text,
      entry,
      confidence,
      missing: [],
    })),
    ...(found?.replies ?? []),
  ].slice(0, 9);
}

export interface SuggestionBarProps {
  readonly suggestions: readonly Suggestion[];
  readonly pick: (suggestion: Suggestion) => void;
}

/** What an agent may take over with one key: Alt and its number, whatever is being typed. */
export function SuggestionBar({ suggestions, pick }: SuggestionBarProps) {
  const styles = useStyles();
  const { suggestions: t } = useTexts(workTexts);
  const { language } = useLanguage();
  if (suggestions.length === 0) return null;
  return (
    <ul className={styles.bar} aria-label={t.label}>
      {suggestions.map((suggestion, index) => (
        <li key={suggestion.id} className={styles.item}>
          <Tooltip
            relationship="description"
            positioning="above"
            content={<span className={styles.preview}>{preview(suggestion, t)}</span>}
          >
            <Button
              className={styles.button}
              size="small"
              shape="circular"
              icon={suggestion.entry === undefined ? <ChatMultipleRegular /> : <BookQuestionMarkRegular />}
              aria-keyshortcuts={`Alt+${index + 1}`}
              onClick={() => pick(suggestion)}
            >
              <span className={styles.title}>{suggestion.title}</span>
              <span className={styles.key}>
                {suggestion.confidence !== undefined && percent(suggestion.confidence, language)}
                <span className={styles.shortcut}>
                  {suggestion.confidence !== undefined && ' · '}
                  Alt+{index + 1}
                </span>
              </span>
            </Button>
          </Tooltip>
        </li>
      ))}
    </ul>
  );
}

function preview({ text, missing }: Suggestion, t: { missing: (names: string) => string }): string {
  return missing.length === 0 ? text : `${text}\n\n${t.missing(missing.join(', '))}`;
}
