import { makeStyles, tokens } from '@fluentui/react-components';
import { PlugDisconnectedRegular } from '@fluentui/react-icons/svg/plug-disconnected';

import { useConnected } from '../live/live.tsx';
import { useTexts } from '../texts/language.tsx';
import { shellTexts } from '../texts/shell.ts';

const useStyles = makeStyles({
  lost: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '8px',
    padding: '6px 16px',
    color: tokens.colorStatusWarningForeground3,
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderBottom: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  icon: { flexShrink: 0, fontSize: '20px' },
});

/** Says, while it is so, that nothing new can come. */
export function ConnectionBanner() {
  const styles = useStyles();
  const { connectionLost } = useTexts(shellTexts);
  const connected = useConnected();
  return (
    <div role="status">
      {!connected && (
        <div className={styles.lost}>
          <PlugDisconnectedRegular className={styles.icon} aria-hidden="true" />
          {connectionLost}
        </div>
      )}
    </div>
  );
}
