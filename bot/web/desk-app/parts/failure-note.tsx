import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';

import type { Localized } from '../../../domain/language.ts';
import { failureOf } from '../api/client.ts';
import { failureSentence, type FailureSentences } from '../texts/failures.ts';
import { useLanguage, useTexts } from '../texts/language.tsx';
import { shellTexts } from '../texts/shell.ts';

export interface FailureNoteProps {
  /** What a query or a mutation failed with; nothing is shown without. */
  readonly error: unknown;
  /** Codes that only this page knows. */
  readonly sentences?: Localized<FailureSentences>;
  /** What is done to try again; without it there is no such button. */
  readonly again?: () => unknown;
}

/** Says in the page's language what did not work, and says it aloud. */
export function FailureNote({ error, sentences, again }: FailureNoteProps) {
  const { language } = useLanguage();
  const { tryAgain } = useTexts(shellTexts);
  if (error === null || error === undefined) return null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert" politeness="assertive">
      <MessageBarBody>{failureSentence(failureOf(error), language, sentences)}</MessageBarBody>
      {again !== undefined && (
        <MessageBarActions>
          <Button onClick={() => void again()}>{tryAgain}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
