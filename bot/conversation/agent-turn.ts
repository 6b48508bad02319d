import type { Agent, Answered, Resolution } from '../domain/conversation.ts';
import { close } from './closing.ts';
import { fill } from './fill.ts';
import { askRating } from './rating.ts';
import { add, change, tell, wording, type Turn } from './turn.ts';

/** An agent takes over; from now on the bot is silent, and the customer awaits an answer. */
export function claim(turn: Turn, agent: Agent): Turn {
  const held = change(turn, {
    status: 'agent',
    pending: { kind: 'none' },
    agent,
    claimedAt: turn.at,
    unansweredAt: turn.at,
    misses: 0,
    lastAnswer: undefined,
  });
  return tell(held, fill(wording(turn).agent.joined, { agent: agent.name }));
}

/** An agent steps in where nobody asked for a person; who was on the way to the queue meanwhile is simply claimed. */
export function takeOver(turn: Turn, agent: Agent): Turn {
  if (turn.conversation.status === 'waiting') return claim(turn, agent);
  const handoff = { reason: 'taken', queuedAt: turn.at, contactOffered: false, noted: false } as const;
  return claim(change(turn, { handoff }), agent);
}

/** A colleague goes on; the customer is told once, and awaits that colleague's first words. */
export function transfer(turn: Turn, to: Agent): Turn {
  if (turn.conversation.agent?.id === to.id) return turn;
  const passed = change(turn, { agent: to, claimedAt: turn.at, unansweredAt: turn.at });
  return tell(passed, fill(wording(turn).agent.joined, { agent: to.name }));
}

/** The agent answers; with an entry that is still in use, the words count as that entry's answer. */
export function agentSays(turn: Turn, agent: Agent, text: string, entry?: string): Turn {
  const spoken = change(turn, { unansweredAt: undefined, hadAgent: true });
  const message = { author: 'agent', agentName: agent.name, text } as const;
  if (entry === undefined || turn.mind.entries.get(entry)?.kind !== 'faq') return add(spoken, message);
  const answer = { entry, confidence: 1, revision: turn.mind.revision };
  const given: Answered = { ...answer, at: turn.at, by: 'agent' };
  const answered = [...turn.conversation.answered, given].slice(-50);
  return add(change(spoken, { answered }), { ...message, answer });
}

/** The agent is done. Spam is closed without a word: nothing invites its sender to go on. */
export function resolve(turn: Turn, agent: Agent, outcome: Resolution): Turn {
  const ended = change(turn, { hadAgent: true, outcome });
  switch (outcome) {
    case 'solved':
      return askRating(close(sayClosed(ended, agent), 'agent'));
    case 'not-solved':
      return askRating(close(sayClosed(ended, agent), 'nobody'));
    case 'spam':
      return close(ended, 'nobody');
  }
}

function sayClosed(turn: Turn, agent: Agent): Turn {
  return tell(turn, fill(wording(turn).agent.resolved, { agent: agent.name }));
}
