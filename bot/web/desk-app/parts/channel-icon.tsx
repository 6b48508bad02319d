import { ChatRegular } from '@fluentui/react-icons/svg/chat';
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import { SendRegular } from '@fluentui/react-icons/svg/send';

import type { Channel } from '../../../domain/conversation.ts';

const icons = { webchat: ChatRegular, teams: PeopleTeamRegular, telegram: SendRegular } as const;

/** A small picture of the channel, beside its name. */
export function ChannelIcon({ channel }: { readonly channel: Channel }) {
  const Icon = icons[channel];
  return <Icon aria-hidden="true" />;
}
