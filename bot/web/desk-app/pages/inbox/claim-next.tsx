import { Button, makeStyles } from '@fluentui/react-components';
import { useLocation } from 'wouter';

import { useAct } from '../../api/conversation.ts';
import { inboxTexts } from '../../texts/inbox.ts';
import { useTexts } from '../../texts/language.tsx';

const useStyles = makeStyles({ button: { flex: '1 1 auto', whiteSpace: 'nowrap' } });

/** Claims the one who has waited longest and opens it; where a colleague was faster it opens all the same, and shows whose it is. */
export function ClaimNext({ id }: { readonly id: string }) {
  const styles = useStyles();
  const t = useTexts(inboxTexts);
  const [, go] = useLocation();
  const act = useAct(id);
  return (
    <Button
      className={styles.button}
      appearance="primary"
      disabledFocusable={act.isPending}
      onClick={() => {
        const opened = (list: string) => go(`/c/${encodeURIComponent(id)}?list=${list}`);
        act.mutateAsync({ name: 'claim' }).then(
          () => opened('mine'),
          () => opened('waiting'),
        );
      }}
    >
      {t.next}
    </Button>
  );
}
