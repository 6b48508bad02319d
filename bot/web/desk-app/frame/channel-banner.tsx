import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useQuery } from '@tanstack/react-query';

import { get } from '../api/client.ts';
import type { ShownChannel } from '../../desk-channels.ts';
import { channelsKey } from '../live/news.ts';
import { channelTexts } from '../texts/channels.ts';
import { useLanguage, useTexts } from '../texts/language.tsx';
import { timeOfDay } from '../texts/time-words.ts';
import { WarningBar } from './warning-bar.tsx';

/** Says, while it is so, that a channel does not work: what agents write there waits. */
export function ChannelBanner() {
  const t = useTexts(channelTexts);
  const { language } = useLanguage();
  const { data } = useQuery({
    queryKey: channelsKey,
    queryFn: ({ signal }) => get<{ channels: readonly ShownChannel[] }>('channels', signal),
  });
  const failing = data?.channels.filter(({ state }) => state === 'failing') ?? [];
  return (
    <div role="status">
      {failing.map(({ name, since = 0, error = '', waiting }) => (
        <WarningBar key={name} icon={<WarningRegular />}>
          {t.failing(t.names[name], timeOfDay(since, language), t.faults[error] ?? error)}{' '}
          {waiting > 0 && t.waiting(waiting)}
        </WarningBar>
      ))}
    </div>
  );
}
