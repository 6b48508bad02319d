import { z } from 'zod';

import { resolutions } from '../domain/conversation.ts';
import type { Refusal } from '../domain/outcome.ts';
import type { Desk } from '../service/desk.ts';
import type { DeskConversation } from '../service/desk-case.ts';
import { errorReply, type Reply } from '../service/http.ts';
import type { Suggestions } from '../service/suggestions.ts';
import type { AgentAct, TurnResult } from '../service/turns.ts';
import { badInput, nothing, ok, type DeskCalls, type DeskRoute } from './desk-calls.ts';
import { plainText, renderMarkdown } from './desk-markdown.ts';

const text = z
  .string({ error: 'text: a text' })
  .transform((value) => value.trim())
  .pipe(z.string().min(1, { error: 'text: write something' }).max(4000, { error: 'text: at most 4000 characters' }));

/** The page's name for what it sends, the same when it is sent again. */
const id = z.uuid({ error: 'id: a UUID' });

const said = z.object({
  text,
  id: id.optional(),
  /** The FAQ entry whose answer this is. */
  entry: z.string().max(200, { error: 'entry: at most 200 characters' }).optional(),
});

const noted = z.object({ text, id });

const passed = z.object({ to: z.string({ error: 'to: the id of an agent' }).max(200), note: noted.optional() });

const resolved = z.object({
  outcome: z.enum(resolutions, { error: `outcome: ${resolutions.join(', ')}` }).default('solved'),
});

const searched = z.object({
  q: z.string().max(200, { error: 'q: at most 200 characters' }).default(''),
  before: z.coerce.number().int().positive({ error: 'before: the next of the page before' }).optional(),
});

const typed = z.string().max(4000);

/** What an agent sees and does in conversations. */
export function conversationCalls(desk: Desk, { looks, does, signals }: DeskCalls): DeskRoute[] {
  const base = '/desk/api/conversations/:id';
  return [
    looks(['agent'], '/desk/api/conversations/closed', async ({ query }) => {
      const input = searched.safeParse(Object.fromEntries(query));
      return input.success ? ok(await desk.closed(input.data.q, input.data.before)) : badInput(input.error);
    }),
    looks(['agent'], base, async ({ params }) => {
      const conversation = await desk.conversation(params['id'] ?? '');
      return conversation === undefined ? noConversation() : ok(shown(conversation));
    }),
    looks(['agent'], `${base}/suggestions`, async ({ params, query }, { agent }) => {
      const input = typed.safeParse(query.get('text') ?? '');
      if (!input.success) return badInput(input.error);
      const suggestions = await desk.suggestions(params['id'] ?? '', agent, input.data);
      return suggestions === undefined ? noConversation() : ok(shownSuggestions(suggestions));
    }),
    acts('claim', nothing, () => ({ kind: 'claim' })),
    acts('take-over', nothing, () => ({ kind: 'take-over' })),
    acts('say', said, (input) => ({
      kind: 'say',
      text: input.text,
      ...(input.id !== undefined && { messageId: input.id }),
      ...(input.entry !== undefined && { entry: input.entry }),
    })),
    does(['agent'], `${base}/transfer`, passed, async ({ params }, { agent, entry, note: noteFacts }, wanted) => {
      noteFacts({ to: wanted.to });
      const result = await desk.transfer(params['id'] ?? '', agent, wanted, entry());
      return result === 'no-agent' ? noAgent() : actReply(result);
    }),
    acts('release', nothing, () => ({ kind: 'release' })),
    does(['agent'], `${base}/resolve`, resolved, async ({ params }, { agent, entry, note: noteFacts }, { outcome }) => {
      noteFacts({ outcome });
      return actReply(await desk.act(params['id'] ?? '', agent, { kind: 'resolve', outcome }, entry()));
    }),
    does(['agent'], `${base}/note`, noted, async ({ params }, { agent, entry }, note) =>
      (await desk.note(params['id'] ?? '', agent, note, entry())) ? ok({ done: true }) : noConversation(),
    ),
    signals(['agent'], `${base}/typing`, nothing, async ({ params }, { agent }) => {
      const result = await desk.typing(params['id'] ?? '', agent);
      if (result === 'unknown') return noConversation();
      return result === 'shown' ? ok({ done: true }) : refusedReply(result);
    }),
  ];

  function acts<T>(name: string, schema: z.ZodType<T>, actOf: (input: T) => AgentAct): DeskRoute {
    return does(['agent'], `${base}/${name}`, schema, async ({ params }, { agent, entry }, input) =>
      actReply(await desk.act(params['id'] ?? '', agent, actOf(input), entry())),
    );
  }
}

/** Answers as the page gets them: to be read as safe HTML, and to be sent as plain text, which is how an agent speaks. */
export type ShownSuggestions = Omit<Suggestions, 'answers'> & {
  readonly answers: readonly (Suggestions['answers'][number] & { readonly html: string; readonly text: string })[];
};

function shownSuggestions({ answers, replies }: Suggestions): ShownSuggestions {
  return {
    answers: answers.map((each) => ({ ...each, html: renderMarkdown(each.answer), text: plainText(each.answer) })),
    replies,
  };
}

function noAgent(): Reply {
  const message = 'There is no such agent, or that account is no longer in use. Choose another colleague.';
  return errorReply(409, 'no-agent', message);
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
