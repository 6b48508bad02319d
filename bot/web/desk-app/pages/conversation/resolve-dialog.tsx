import { Button, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';

import { resolutions, type Resolution } from '../../../../domain/conversation.ts';
import { SmallDialog } from '../../parts/small-dialog.tsx';
import { conversationTexts } from '../../texts/conversation.ts';
import { useTexts } from '../../texts/language.tsx';
import { shellTexts } from '../../texts/shell.ts';

const useStyles = makeStyles({
  hint: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface ResolveDialogProps {
  readonly close: () => void;
  readonly resolve: (outcome: Resolution) => void;
}

/** Asks whoever pressed the key how the conversation ended; a letter, a space or Enter more ends nothing. */
export function ResolveDialog({ close, resolve }: ResolveDialogProps) {
  const styles = useStyles();
  const t = useTexts(conversationTexts);
  const { cancel } = useTexts(shellTexts);
  const [outcome, setOutcome] = useState<Resolution>();

  function submit(): void {
    if (outcome === undefined) return;
    close();
    resolve(outcome);
  }

  const actions = (
    <>
      <Button onClick={close}>{cancel}</Button>
      <Button appearance="primary" disabledFocusable={outcome === undefined} onClick={submit}>
        {t.resolve}
      </Button>
    </>
  );
  return (
    <SmallDialog title={t.howItEnded} close={close} actions={actions}>
      <RadioGroup
        aria-label={t.howItEnded}
        value={outcome ?? ''}
        onChange={(_, { value }) => setOutcome(resolutions.find((each) => each === value))}
      >
        {resolutions.map((each) => (
          <Radio
            key={each}
            value={each}
            label={
              <>
                {t.outcomes[each]}
                <span className={styles.hint}>{t.outcomeHints[each]}</span>
              </>
            }
          />
        ))}
      </RadioGroup>
    </SmallDialog>
  );
}
