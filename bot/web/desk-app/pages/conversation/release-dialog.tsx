import { Button } from '@fluentui/react-components';

import { SmallDialog } from '../../parts/small-dialog.tsx';
import { conversationTexts } from '../../texts/conversation.ts';
import { useTexts } from '../../texts/language.tsx';
import { shellTexts } from '../../texts/shell.ts';

export interface ReleaseDialogProps {
  readonly close: () => void;
  readonly release: () => void;
}

/** Asks whoever pressed the key whether the conversation goes back to the queue; the focus begins at no. */
export function ReleaseDialog({ close, release }: ReleaseDialogProps) {
  const t = useTexts(conversationTexts);
  const { cancel } = useTexts(shellTexts);
  function submit(): void {
    close();
    release();
  }
  const actions = (
    <>
      <Button onClick={close}>{cancel}</Button>
      <Button appearance="primary" onClick={submit}>
        {t.release}
      </Button>
    </>
  );
  return (
    <SmallDialog title={t.mayRelease} close={close} actions={actions} kind="alert">
      {t.mayReleaseHint}
    </SmallDialog>
  );
}
