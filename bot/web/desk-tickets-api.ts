import { z } from 'zod';

import { errorReply, type Reply } from '../service/http.ts';
import { ticketLists } from '../service/ticket-store.ts';
import type { TicketDoing, TicketResult, Tickets, TicketView } from '../service/tickets.ts';
import { nothing, ok, type DeskCalls, type DeskRoute } from './desk-calls.ts';
import { renderMarkdown } from './desk-markdown.ts';

const letter = z.object({ text: text('text', 10_000) });
const seen = z.number({ error: 'seen: a time in milliseconds' }).optional();
const answer = letter.extend({
  /** The page's name for the answer, the same when it is sent again. */
  id: z.uuid({ error: 'id: a UUID' }),
  seen,
});
const answered = z.object({ way: z.enum(['called', 'other'], { error: 'way: called or other' }), seen });
const assignment = z.object({ to: z.string({ error: 'to: the id of an account' }).max(200) });
const reminder = z.object({
  at: z.int({ error: 'at: a time in milliseconds, or null' }).min(0).max(8.64e15).nullable(),
});
const note = z.object({ text: text('text', 2000) });
const sendAgain = z.object({ mail: z.string({ error: 'mail: the id of a mail' }).max(200) });

/** What agents' pages ask and do about tickets: JSON under /desk/api/tickets. */
export function deskTicketsApi(calls: DeskCalls, tickets: Tickets): DeskRoute[] {
  const { looks, does, signals } = calls;
  return [
    looks(['agent'], '/desk/api/tickets', async ({ query }, { agent }) => {
      const list = ticketLists.find((each) => each === (query.get('list') ?? 'all'));
      if (list === undefined) return errorReply(400, 'bad-input', `list: one of ${ticketLists.join(', ')}.`);
      return ok(await tickets.list(agent, list, (query.get('search') ?? '').slice(0, 200)));
    }),
    looks(['agent'], '/desk/api/tickets/:number', async ({ params }) => {
      const view = await tickets.view(params['number'] ?? '');
      return view === undefined ? noTicket() : ok(shown(view));
    }),
    // It changes nothing, but an answer is too long for an address.
    signals(['agent'], '/desk/api/tickets/:number/letter', letter, async ({ params }, { agent }, input) => {
      const found = await tickets.letter(params['number'] ?? '', agent, input.text);
      return found === undefined ? noTicket() : ok(found);
    }),
    acts('answer', answer, ({ text: said, id, seen: last }) => ({ kind: 'answer', text: said, id, ...lastSeen(last) })),
    acts('answered', answered, ({ way, seen: last }) => ({ kind: 'answered', way, ...lastSeen(last) })),
    acts('assign', assignment, ({ to }) => ({ kind: 'assign', to })),
    acts('unassign', nothing, () => ({ kind: 'unassign' })),
    acts('done', nothing, () => ({ kind: 'done' })),
    acts('reopen', nothing, () => ({ kind: 'reopen' })),
    acts('remind', reminder, ({ at }) => ({ kind: 'remind', at })),
    acts('note', note, (input) => ({ kind: 'note', text: input.text })),
    acts('send-again', sendAgain, ({ mail }) => ({ kind: 'send-again', mail })),
  ];

  function acts<T>(name: string, schema: z.ZodType<T>, doingOf: (input: T) => TicketDoing): DeskRoute {
    return does(['agent'], `/desk/api/tickets/:number/${name}`, schema, async ({ params }, { agent, entry }, input) =>
      resultReply(await tickets.act(params['number'] ?? '', agent, doingOf(input), entry())),
    );
  }
}

/** A ticket as the page gets it: what the bot says is Markdown and comes as safe HTML too. */
export type ShownTicket = Omit<TicketView, 'messages'> & {
  readonly messages: readonly (TicketView['messages'][number] & { readonly html?: string })[];
};

function shown(view: TicketView): ShownTicket {
  return {
    ...view,
    messages: view.messages.map((message) =>
      message.author === 'bot' || message.author === 'system'
        ? { ...message, html: renderMarkdown(message.text) }
        : message,
    ),
  };
}

function resultReply(result: TicketResult): Reply {
  switch (result.kind) {
    case 'taken':
      return ok({ done: true });
    case 'unknown':
      return noTicket();
    case 'refused':
      return errorReply(409, result.code, refusals[result.code]);
    case 'answered-before': {
      const { by, at } = result;
      const message = `${by.name} has answered this customer meanwhile. Read the answer before you write another.`;
      return errorReply(409, 'answered-before', message, { facts: { by: by.name, at: String(at) } });
    }
  }
}

const refusals: Readonly<Record<Extract<TicketResult, { kind: 'refused' }>['code'], string>> = {
  'ticket-done': 'This ticket is done already. Reopen it to go on with it.',
  'ticket-open': 'This ticket is open already.',
  'no-address': 'This customer left no e-mail address. Call, and mark the ticket as answered.',
  'mail-off': 'Mail is not set up. Copy the answer and send it yourself, or ask whoever runs Sportello.',
  'unknown-agent': 'There is no such agent, or the account is disabled. Choose somebody else.',
  'mail-not-failed': 'This ticket has no such mail that was given up: it was sent, or is waiting to be.',
};

function noTicket(): Reply {
  return errorReply(404, 'no-ticket', 'There is no ticket of this number. Go back to the list.');
}

function lastSeen(seen: number | undefined) {
  return seen === undefined ? {} : { seen };
}

function text(name: string, most: number) {
  return z
    .string({ error: `${name}: a text` })
    .transform((value) => value.trim())
    .pipe(
      z
        .string()
        .min(1, { error: `${name}: write something` })
        .max(most, { error: `${name}: at most ${most} characters` }),
    );
}
