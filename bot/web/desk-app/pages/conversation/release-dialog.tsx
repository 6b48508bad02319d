import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components';

import { conversationTexts } from '../../texts/conversation.ts';
import { useTexts } from '../../texts/language.tsx';
import { shellTexts } from '../../texts/shell.ts';

export interface ReleaseDialogProps {
  readonly open: 'open' | 'closed';
  readonly close: () => void;
  readonly release: () => void;
}

/** Asks whoever pressed the key whether the conversation goes back to the queue; the focus begins at no. */
export function ReleaseDialog({ open, close, release }: ReleaseDialogProps) {
  const t = useTexts(conversationTexts);
  const { cancel } = useTexts(shellTexts);
  return (
    <Dialog modalType="alert" open={open === 'open'} onOpenChange={(_, change) => !change.open && close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.mayRelease}</DialogTitle>
          <DialogContent>{t.mayReleaseHint}</DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{cancel}</Button>
            </DialogTrigger>
            <DialogTrigger disableButtonEnhancement>
              <Button appearance="primary" onClick={release}>
                {t.release}
              </Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
