import type { Activity } from 'botbuilder';
import type { Localized } from '../../domain/language.ts';
import type { Choice, Message } from '../../domain/message.ts';
import type { Wording } from '../../domain/wording.ts';
import { render } from '../render.ts';
import type { Claims } from './token.ts';

/** Messages of the transcript as Direct Line carries them. */
export interface ActivitySet {
  readonly activities: readonly object[];
  /** The seq of the last message: where to go on. */
  readonly watermark: string;
}

/** The messages after `watermark`, as one set; without any, the watermark stays. */
export function activitySet(
  messages: readonly Message[],
  watermark: number,
  claims: Claims,
  wording: Localized<Wording>,
): ActivitySet {
  return {
    activities: messages.map((message) => webChatActivity(message, claims, wording)),
    watermark: String(messages.at(-1)?.seq ?? watermark),
  };
}

/** One message of the transcript as Web Chat shows it. */
export function webChatActivity(
  message: Message,
  claims: Claims,
  wording: Localized<Wording>,
): Omit<Partial<Activity>, 'timestamp'> & { readonly timestamp: string } {
  const { origin, choices, seq } = message;
  return {
    type: 'message',
    id: message.author === 'customer' && origin ? origin.activityId : `${claims.conversationId}|${seq}`,
    timestamp: new Date(message.at).toISOString(),
    channelId: 'directline',
    conversation: { id: claims.conversationId } as Activity['conversation'],
    from: authorOf(message, claims),
    locale: message.language,
    ...render(message, wording),
    ...(message.author !== 'customer' && {
      inputHint: message.asks === undefined ? 'acceptingInput' : 'expectingInput',
    }),
    ...(choices !== undefined && choices.length > 0 && { suggestedActions: { actions: choices.map(button), to: [] } }),
    channelData: {
      // Messages of one turn share their time; this number keeps their order.
      'webchat:sequence-id': seq,
      ...(origin?.clientActivityId !== undefined && { clientActivityID: origin.clientActivityId }),
    },
  };
}

/** An agent is writing: Web Chat shows it for some seconds, or until the agent's next message. */
export function typingActivity(agentName: string, { conversationId }: Claims, id: string, at: Date): object {
  return {
    type: 'typing',
    id: `${conversationId}|typing-${id}`,
    timestamp: at.toISOString(),
    channelId: 'directline',
    conversation: { id: conversationId },
    from: { id: 'agent', name: agentName, role: 'bot' },
  };
}

function authorOf({ author, agentName }: Message, { userId, userName }: Claims): Activity['from'] {
  switch (author) {
    case 'customer':
      return { id: userId, name: userName ?? '', role: 'user' };
    case 'agent':
      return { id: 'agent', name: agentName ?? '', role: 'bot' };
    case 'bot':
    case 'system':
      return { id: 'bot', name: '', role: 'bot' };
  }
}

/** The customer's bubble shows the label, and the value comes back beside it. */
function button({ label, value }: Choice): NonNullable<Activity['suggestedActions']>['actions'][number] {
  return { type: 'messageBack', title: label, text: label, displayText: label, value: { choice: value } };
}
