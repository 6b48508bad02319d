import type { Place } from '../domain/conversation.ts';
import type { Event, MessageEvent } from '../domain/event.ts';
import type { Language } from '../domain/language.ts';
import type { Origin } from '../domain/message.ts';
import type { Clock } from './ports.ts';

/** What a customer's channel brings. */
export type Incoming =
  | {
      readonly kind: 'message';
      readonly text: string;
      /** The value of the button that was chosen. */
      readonly choice?: string;
      /** Content types of files that came with it. */
      readonly attachments?: readonly string[];
      readonly origin: Origin;
      readonly place?: Place;
    }
  /** `once`: whoever was here before is not welcomed again. */
  | { readonly kind: 'opened'; readonly language: Language; readonly once?: true }
  | Omit<Extract<Event, { kind: 'reaction' }>, 'id' | 'at'>
  /** `activityId` is the channel's name for the message that was taken back; `texts` is what was said under it. */
  | { readonly kind: 'withdrawn'; readonly activityId: string; readonly texts: readonly string[] };

export type CustomerEvent = MessageEvent | Extract<Event, { kind: 'opened' | 'reaction' | 'withdrawn' }>;

/** Gives what came its id and its time. */
export function customerEvent(incoming: Incoming, clock: Clock): CustomerEvent {
  const base = { id: clock.newId(), at: clock.now() };
  switch (incoming.kind) {
    case 'opened':
    case 'reaction':
      return { ...base, ...incoming };
    case 'withdrawn':
      return { ...base, kind: 'withdrawn', texts: incoming.texts };
    case 'message':
      return {
        ...base,
        kind: 'message',
        text: incoming.text,
        attachments: incoming.attachments ?? [],
        origin: incoming.origin,
        ...(incoming.choice !== undefined && { choice: incoming.choice }),
        ...(incoming.place !== undefined && { place: incoming.place }),
      };
  }
}
