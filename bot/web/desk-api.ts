import { z } from 'zod';

import { resolutions } from '../domain/conversation.ts';
import type { Refusal } from '../domain/outcome.ts';
import type { Accounts } from '../service/accounts.ts';
import type { Audit } from '../service/audit.ts';
import type { DeskWatch } from '../service/desk-watch.ts';
import type { Desk, DeskConversation } from '../service/desk.ts';
import type { Presence } from '../service/presence.ts';
import { errorReply, type Reply, type Route } from '../service/http.ts';
import type { AgentAct, TurnResult } from '../service/turns.ts';
import { deskCalls, nothing, ok } from './desk-calls.ts';
import { renderMarkdown } from './desk-markdown.ts';
import { deskStream } from './stream.ts';

export interface DeskApiParts {
  readonly desk: Desk;
  readonly accounts: Accounts;
  readonly audit: Audit;
  readonly presence: Presence;
  readonly watch: DeskWatch;
}

const resolved = z.object({
  outcome: z.enum(resolutions, { error: `outcome: ${resolutions.join(', ')}` }).default('solved'),
});

const reported = z.object({
  state: z.enum(['available', 'away'], { error: 'state: available or away' }),
  /** Idleness is what the page saw; without it the agent chose. */
  because: z.enum(['choice', 'idleness'], { error: 'because: choice or idleness' }).default('choice'),
});

const said = z.object({
  text: z
    .string()
    .transform((text) => text.trim())
    .pipe(z.string().min(1, { error: 'text: write something' }).max(4000, { error: 'text: at most 4000 characters' })),
  /** The page's name for the message, the same when it is sent again. */
  id: z.uuid({ error: 'id: a UUID' }).optional(),
});

/** What a signed-in agent's page asks for and does: JSON under /desk/api/. Every route here needs a session. */
export function deskApi({ desk, accounts, presence, audit, watch }: DeskApiParts): Route[] {
  const { looks, does, signals } = deskCalls({ accounts, audit });
  return [
    looks(['agent'], '/desk/api/queue', async () => ok(await desk.queue())),
    looks(['agent'], '/desk/api/events', async (_, session) => deskStream(session, accounts, presence, watch)),
    signals(['agent'], '/desk/api/presence', reported, async (_, { agent }, { state, because }) => {
      presence.report(agent.id, state, because);
      return ok(presence.of(agent.id));
    }),
    looks(['agent'], '/desk/api/conversations/:id', async ({ params }) => {
      const conversation = await desk.conversation(params['id'] ?? '');
      return conversation === undefined ? noConversation() : ok(shown(conversation));
    }),
    acts('claim', nothing, () => ({ kind: 'claim' })),
    acts('say', said, ({ text, id }) => ({ kind: 'say', text, ...(id !== undefined && { messageId: id }) })),
    acts('take-over', nothing, () => ({ kind: 'take-over' })),
    acts('release', nothing, () => ({ kind: 'release' })),
    acts('resolve', resolved, ({ outcome }) => ({ kind: 'resolve', outcome })),
    looks(['agent'], '/desk/api/tickets', async () => ok({ tickets: await desk.tickets() })),
    does(['agent'], '/desk/api/tickets/:number/done', nothing, async ({ params }, { agent }) => {
      if (!(await desk.ticketDone(params['number'] ?? '', agent))) {
        return errorReply(409, 'ticket-done', 'There is no open ticket of this number: somebody has done it already.');
      }
      watch.touch();
      return ok({ done: true });
    }),
  ];

  function acts<T>(name: string, schema: z.ZodType<T>, actOf: (input: T) => AgentAct): Route {
    return does(['agent'], `/desk/api/conversations/:id/${name}`, schema, async ({ params }, { agent }, input) =>
      actReply(await desk.act(params['id'] ?? '', agent, actOf(input))),
    );
  }
}

/** A conversation as the page gets it: what the bot says is Markdown and comes as safe HTML too. */
export type ShownConversation = Omit<DeskConversation, 'messages'> & {
  readonly messages: readonly (DeskConversation['messages'][number] & { readonly html?: string })[];
};

function shown(conversation: DeskConversation): ShownConversation {
  return {
    ...conversation,
    messages: conversation.messages.map((message) =>
      message.author === 'bot' || message.author === 'system'
        ? { ...message, html: renderMarkdown(message.text) }
        : message,
    ),
  };
}

function actReply(result: TurnResult): Reply {
  switch (result.kind) {
    case 'taken':
    case 'duplicate':
      return ok({ done: true });
    case 'unknown':
      return noConversation();
    case 'refused':
      return refusedReply(result.refusal);
  }
}

function refusedReply(refusal: Refusal): Reply {
  switch (refusal.code) {
    case 'already-claimed': {
      const { by, since } = refusal;
      const message = `${by.name} claimed this conversation before you. Choose another one.`;
      return errorReply(409, refusal.code, message, { facts: { by: by.name, since: String(since) } });
    }
    case 'not-yours': {
      const known = 'by' in refusal ? { by: refusal.by.name, since: String(refusal.since) } : undefined;
      const holder = known === undefined ? 'Nobody holds' : `${known.by} holds`;
      const message = `${holder} this conversation, not you. Claim it when it waits again.`;
      return errorReply(409, refusal.code, message, { facts: known });
    }
    case 'not-waiting':
      return errorReply(
        409,
        refusal.code,
        'This customer no longer waits for a person: the bot holds the conversation.',
      );
    case 'closed':
      return errorReply(
        409,
        refusal.code,
        'This conversation is closed. When the customer writes again, a new one opens.',
      );
  }
}

function noConversation(): Reply {
  return errorReply(404, 'no-conversation', 'There is no such conversation. Go back to the queue.');
}
