import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

import { useFocusGivenBack } from './focus-given-back.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '480px' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px', paddingTop: '8px' },
  actions: { whiteSpace: 'nowrap' },
});

export interface SmallDialogProps {
  readonly title: string;
  readonly close: () => void;
  /** The one that does it comes last. */
  readonly actions: ReactNode;
  /** `alert`: it is left with a button or Escape only. Default `modal`. */
  readonly kind?: 'modal' | 'alert';
  readonly children: ReactNode;
}

/** An open dialog with a few lines and buttons; Escape closes it. Where the focus was it is again afterwards. */
export function SmallDialog({ title, close, actions, kind = 'modal', children }: SmallDialogProps) {
  const styles = useStyles();
  useFocusGivenBack();
  return (
    <Dialog open modalType={kind} onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>{children}</DialogContent>
          <DialogActions className={styles.actions}>{actions}</DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
