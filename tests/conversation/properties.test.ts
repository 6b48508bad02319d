import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../bot/domain/conversation.ts';
import type { Draft } from '../../bot/domain/message.ts';
import { isOpen } from '../../bot/domain/hours.ts';
import { day, minute } from '../../bot/domain/time.ts';
import { step } from '../../bot/conversation/step.ts';
import { timeout } from '../../bot/conversation/timeouts.ts';
import { transition } from '../../bot/conversation/transitions.ts';
import { exceptions, mind, type Taken } from './random-chats.ts';

/* Whatever customers, agents and time do, in whatever order: these sentences stay true. */

describe('in every chat', () => {
  test('a step never throws, is the same twice, and changes nothing that it was given', () => {
    expect(
      exceptions((taken) =>
        taken.filter(({ before, event, outcome }) => !isDeepStrictEqual(step(before, event, mind), outcome)),
      ),
    ).toEqual([]);
  });

  test('statuses follow each other as the transition table says', () => {
    expect(
      exceptions((taken) =>
        taken.filter(({ before, event, outcome }) => {
          const allowed = transition(before, event);
          return 'code' in allowed || !allowed.includes(outcome.conversation.status);
        }),
      ),
    ).toEqual([]);
  });

  test('the bot says nothing while an agent holds the conversation', () => {
    expect(
      exceptions((taken) =>
        taken
          .filter(({ before, outcome }) => before.status === 'agent' && outcome.conversation.status === 'agent')
          .flatMap(({ outcome }) => outcome.messages.filter(({ author }) => author === 'bot')),
      ),
    ).toEqual([]);
  });

  test('what the customer wrote is the first message of its turn', () => {
    expect(
      exceptions((taken) =>
        taken.filter(({ event, outcome }) => event.kind === 'message' && outcome.messages[0]?.author !== 'customer'),
      ),
    ).toEqual([]);
  });

  test('the bot first says what it is, and only once', () => {
    expect(
      exceptions((taken) =>
        conversations(taken).filter(({ messages }) => {
          const bot = messages.filter(({ author }) => author === 'bot');
          const disclosures = bot.map(({ text }) => text.includes('assistente automatica'));
          return disclosures.indexOf(true) !== (bot.length === 0 ? -1 : 0) || disclosures.lastIndexOf(true) > 0;
        }),
      ),
    ).toEqual([]);
  });

  test('a rating is asked once a conversation and once in seven days, and given once, after it was asked', () => {
    expect(
      exceptions((taken) => {
        const asked = new Map<string, number>();
        const given = new Set<string>();
        return taken
          .flatMap(({ outcome }) => outcome.rating ?? [])
          .filter((change) => {
            if (change.kind === 'given') {
              const fine = asked.has(change.conversationId) && !given.has(change.conversationId);
              given.add(change.conversationId);
              return !fine;
            }
            const { conversationId, askedAt } = change.request;
            const last = [...asked.values()].at(-1) ?? -Infinity;
            const fine = !asked.has(conversationId) && askedAt - last >= 7 * day;
            asked.set(conversationId, askedAt);
            return !fine;
          });
      }),
    ).toEqual([]);
  });

  test('a conversation is closed with a time and a cause, an open one has neither', () => {
    expect(
      exceptions((taken) =>
        states(taken).filter(({ status, closedAt, solved, unansweredAt, pending }) => {
          const closed = status === 'closed';
          const open = unansweredAt !== undefined || !['none', 'rating'].includes(pending.kind);
          return closed !== (closedAt !== undefined) || closed !== (solved !== undefined) || (closed && open);
        }),
      ),
    ).toEqual([]);
  });

  test('a closed conversation awaits nothing or a rating, and thanks and goodbyes leave it awaited', () => {
    const courtesies = ['=thanks', '=goodbye', '=greeting', '=affirm'];
    expect(
      exceptions((taken) =>
        taken.filter(({ before, event, outcome: { conversation } }) => {
          if (conversation.status === 'closed' && !['none', 'rating'].includes(conversation.pending.kind)) return true;
          if (before.pending.kind !== 'rating' || event.kind !== 'message' || !courtesies.includes(event.text))
            return false;
          const awaited = event.at < (before.ratingAskedAt ?? 0) + mind.policy.ratingMinutes * minute;
          return awaited && (conversation.id !== before.id || conversation.pending.kind !== 'rating');
        }),
      ),
    ).toEqual([]);
  });

  test('who says that it has been long enough waits no longer', () => {
    expect(
      exceptions((taken) =>
        taken.filter(({ before, event, outcome }) => {
          const leaves = event.kind === 'message' && (event.choice === 'cancel' || event.text === 'annulla');
          return leaves && before.status === 'waiting' && outcome.conversation.status !== 'bot';
        }),
      ),
    ).toEqual([]);
  });

  test('who waits has a handoff, and who is with an agent has one', () => {
    expect(
      exceptions((taken) =>
        states(taken).filter(({ status, handoff, agent, claimedAt, pending }) => {
          if (status === 'waiting') return handoff === undefined || agent !== undefined;
          if (status === 'agent') return !agent || claimedAt === undefined || pending.kind !== 'none';
          return false;
        }),
      ),
    ).toEqual([]);
  });

  test('who waits began to wait within opening hours, and no longer when the time of closing has been taken', () => {
    expect(
      exceptions((taken) =>
        taken.filter(({ event, outcome: { conversation } }) => {
          const { status, handoff } = conversation;
          if (status !== 'waiting') return false;
          const since = handoff?.requeuedAt ?? handoff?.queuedAt ?? 0;
          return !isOpen(mind.hours, since) || (event.kind === 'due' && !isOpen(mind.hours, event.at));
        }),
      ),
    ).toEqual([]);
  });

  test('an agent has had a part in it from the first word or the end on, and in no other way', () => {
    expect(
      exceptions((taken) =>
        taken.filter(({ before, event, outcome: { conversation } }) => {
          const had = before.id === conversation.id && before.hadAgent;
          return conversation.hadAgent !== (had || event.kind === 'agent-message' || event.kind === 'resolve');
        }),
      ),
    ).toEqual([]);
  });

  test('spam is closed without a word and without a rating, and only who ends a conversation says how it ended', () => {
    expect(
      exceptions((taken) =>
        taken.filter(({ before, event, outcome: { conversation, messages, rating } }) => {
          if (event.kind !== 'resolve') {
            return conversation.outcome !== (before.id === conversation.id ? before.outcome : undefined);
          }
          const silent = messages.length === 0 && rating === undefined && conversation.pending.kind === 'none';
          return conversation.outcome !== event.outcome || (event.outcome === 'spam' && !silent);
        }),
      ),
    ).toEqual([]);
  });

  test('a conversation passes from hand to hand by transfer only, and whoever has it next is awaited', () => {
    expect(
      exceptions((taken) =>
        taken.filter(({ before, event, outcome: { conversation } }) => {
          if (before.status !== 'agent' || conversation.status !== 'agent') return false;
          const passed = before.agent?.id !== conversation.agent?.id;
          return passed && (event.kind !== 'transfer' || conversation.unansweredAt !== event.at);
        }),
      ),
    ).toEqual([]);
  });

  test('who has an answer of the agent keeps the agent, however long that one is gone', () => {
    expect(
      exceptions((taken) =>
        taken.filter(
          ({ before, event, outcome }) =>
            event.kind === 'agent-gone' &&
            (before.unansweredAt === undefined) !== (outcome.conversation.status === 'agent'),
        ),
      ),
    ).toEqual([]);
  });

  test('the due time is the one that the state gives, and an open conversation always has one', () => {
    expect(
      exceptions((taken) =>
        states(taken).filter((conversation) => {
          const { dueAt, status, pending } = conversation;
          const needed = status !== 'closed' || pending.kind === 'rating';
          return dueAt !== timeout(conversation, mind)?.at || (dueAt !== undefined) !== needed;
        }),
      ),
    ).toEqual([]);
  });

  test('a state survives being stored as JSON', () => {
    expect(
      exceptions((taken) =>
        states(taken).filter((state) => !isDeepStrictEqual(JSON.parse(JSON.stringify(state)), state)),
      ),
    ).toEqual([]);
  });

  test('the same answer is never given twice in a row', () => {
    const { solved, contact } = mind.wording.it;
    expect(
      exceptions((taken) =>
        conversations(taken).flatMap(({ messages }) =>
          messages
            .filter(({ author, text }) => author === 'bot' && text !== solved.ask && text !== contact.invalid)
            .filter(({ answer, text }, index, said) => answer !== undefined && said[index - 1]?.text === text),
        ),
      ),
    ).toEqual([]);
  });

  test('a ticket holds a contact and closes its conversation without a rating', () => {
    expect(
      exceptions((taken) =>
        taken.filter(({ outcome: { ticket, rating, conversation } }) => {
          if (ticket === undefined) return false;
          const known = ['a@b.it', '3331234567'].includes(ticket.contact);
          return !known || conversation.status !== 'closed' || rating !== undefined;
        }),
      ),
    ).toEqual([]);
  });

  test('all of this is about chats in which everything happens', () => {
    const seen = new Set<string>();
    exceptions((taken) => {
      for (const { outcome } of taken) {
        seen.add(outcome.conversation.status).add(`solved ${outcome.conversation.solved}`);
        seen.add(`pending ${outcome.conversation.pending.kind}`).add(`rating ${outcome.rating?.kind}`);
        seen.add(`outcome ${outcome.conversation.outcome}`);
        seen.add(`handoff ${outcome.conversation.handoff?.reason}`).add(`ticket ${outcome.ticket !== undefined}`);
      }
      return [];
    });
    expect([...seen].sort()).toEqual([
      'agent',
      'bot',
      'closed',
      'handoff details',
      'handoff failed',
      'handoff noise',
      'handoff requested',
      'handoff taken',
      'handoff topic',
      'handoff undefined',
      'handoff unhelpful',
      'handoff unsure',
      'outcome not-solved',
      'outcome solved',
      'outcome spam',
      'outcome undefined',
      'pending choice',
      'pending contact',
      'pending none',
      'pending rating',
      'rating asked',
      'rating given',
      'rating undefined',
      'solved agent',
      'solved bot-confirmed',
      'solved bot-implied',
      'solved nobody',
      'solved undefined',
      'ticket false',
      'ticket true',
      'waiting',
    ]);
  });
});

function states(taken: readonly Taken[]): readonly Conversation[] {
  return taken.map(({ outcome }) => outcome.conversation);
}

function conversations(taken: readonly Taken[]): readonly { id: string; messages: readonly Draft[] }[] {
  const said = new Map<string, Draft[]>();
  for (const { outcome } of taken) {
    const { id } = outcome.conversation;
    said.set(id, [...(said.get(id) ?? []), ...outcome.messages]);
  }
  return [...said].map(([id, messages]) => ({ id, messages }));
}
