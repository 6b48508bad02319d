import { makeStyles, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useQuery } from '@tanstack/react-query';

import { get } from '../api/client.ts';
import type { ShownChannel } from '../../desk-channels.ts';
import { channelTexts } from '../texts/channels.ts';
import { useLanguage, useTexts } from '../texts/language.tsx';
import { timeOfDay } from '../texts/time-words.ts';

const useStyles = makeStyles({
  failing: {
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

/** How often it is asked, in milliseconds: a channel may fail while nothing else changes. */
const askEvery = 15_000;

/** Says, while it is so, that a channel does not work: what agents write there waits. */
export function ChannelBanner() {
  const styles = useStyles();
  const t = useTexts(channelTexts);
  const { language } = useLanguage();
  const { data } = useQuery({
    queryKey: ['channels'],
    queryFn: ({ signal }) => get<{ channels: readonly ShownChannel[] }>('channels', signal),
    refetchInterval: askEvery,
  });
  const failing = data?.channels.filter(({ state }) => state === 'failing') ?? [];
  return (
    <div role="status">
      {failing.map(({ name, since = 0, error = '', waiting }) => (
        <div key={name} className={styles.failing}>
          <WarningRegular className={styles.icon} aria-hidden="true" />
          <span>
            {t.failing(t.names[name], timeOfDay(since, language), t.faults[error] ?? error)}{' '}
            {waiting > 0 && t.waiting(waiting)}
          </span>
        </div>
      ))}
    </div>
  );
}
