import { PlugDisconnectedRegular } from '@fluentui/react-icons/svg/plug-disconnected';

import { useConnected } from '../live/live.tsx';
import { useTexts } from '../texts/language.tsx';
import { shellTexts } from '../texts/shell.ts';
import { WarningBar } from './warning-bar.tsx';

/** Says, while it is so, that nothing new can come. */
export function ConnectionBanner() {
  const { connectionLost } = useTexts(shellTexts);
  const connected = useConnected();
  return (
    <div role="status">
      {!connected && <WarningBar icon={<PlugDisconnectedRegular />}>{connectionLost}</WarningBar>}
    </div>
  );
}
