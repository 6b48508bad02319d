import type { Agent } from '../domain/conversation.ts';
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

/** The agent answers. */
export function agentSays(turn: Turn, agent: Agent, text: string): Turn {
  return add(change(turn, { unansweredAt: undefined, hadAgent: true }), {
    author: 'agent',
    agentName: agent.name,
    text,
  });
}

/** The agent is done. */
export function resolve(turn: Turn, agent: Agent): Turn {
  const told = tell(turn, fill(wording(turn).agent.resolved, { agent: agent.name }));
  return askRating(close(change(told, { hadAgent: true }), 'agent'));
}
