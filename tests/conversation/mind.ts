import type { Conversation, Thread } from '../../bot/domain/conversation.ts';
import type { Event, MessageEvent } from '../../bot/domain/event.ts';
import type { Mind } from '../../bot/domain/mind.ts';
import type { Outcome } from '../../bot/domain/outcome.ts';
import type { Time } from '../../bot/domain/time.ts';
import type { Decision } from '../../bot/domain/understanding.ts';
import { newConversation, step } from '../../bot/conversation/step.ts';
import { sampleKnowledge } from './sample.ts';
import { unexplained } from '../unexplained.ts';

/** A Monday morning; people are at the desk. */
export const morning = Date.parse('2026-11-23T10:00:00+01:00');

export const thread: Thread = {
  id: 'thread-1',
  channel: 'webchat',
  customer: { id: 'customer-1' },
  language: 'it',
};

export const giulia = { id: 'giulia', name: 'Giulia' };
export const marco = { id: 'marco', name: 'Marco' };

/**
 * The sample shop's mind, but it understands by the letter: `=id` is that entry for sure, `?a,b` is one of these, `#` is noise,
 * and everything else is beyond it.
 */
export function literalMind(): Mind {
  const { wording, policy, hours, botName, shopName, revision, entries: list } = sampleKnowledge();
  const entries = new Map(list.map((entry) => [entry.id, entry]));
  return {
    entries,
    wording,
    policy,
    hours,
    staffed: true,
    botName,
    shopName,
    revision,
    understand: (text, { language }) => {
      const ids = /^[=?]/.test(text) ? text.slice(1).split(',') : [];
      const decision: Decision = text.startsWith('=')
        ? { kind: 'answer', id: ids[0] ?? '' }
        : ids.length > 0
          ? { kind: 'clarify', ids }
          : { kind: 'handoff' };
      const confidence = text.startsWith('=') ? 0.9 : 0.4;
      return {
        text,
        language: undefined,
        noise: text.startsWith('#'),
        matches: ids.map((id) => ({ id, language, title: id, confidence })),
        decision,
        apart: () => [],
        explain: () => unexplained,
      };
    },
  };
}

export function message(text: string, more: Partial<MessageEvent> = {}): MessageEvent {
  const id = more.id ?? 'event-1';
  return { kind: 'message', id, at: morning, text, attachments: [], origin: { activityId: id }, ...more };
}

/** A new conversation on the thread, as an event at `at` opens it. */
export function fresh(at: Time = morning): Conversation {
  return newConversation(thread, { id: 'event-1', at });
}

/** Takes the steps one after the other and returns the last outcome; throws when one is refused. */
export function after(mind: Mind, ...events: readonly Event[]): Outcome {
  const start: Outcome = { conversation: fresh(), messages: [] };
  return events.reduce((before, event) => {
    const result = step(before.conversation, event, mind);
    if ('refusal' in result) throw new Error(`"${event.kind}" was refused: ${result.refusal.code}`);
    return result;
  }, start);
}
