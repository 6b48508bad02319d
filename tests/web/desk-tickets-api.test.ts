import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { TicketsPage } from '../../bot/service/tickets.ts';
import type { ShownTicket } from '../../bot/web/desk-tickets-api.ts';
import { openDesk, simpleMind, type Answer, type Caller, type GivenDesk } from './desk-given.ts';

let desk: GivenDesk;
let giulia: Caller;
let luca: Caller;

beforeAll(async () => {
  desk = await openDesk(simpleMind(), '/nowhere', {
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'care@shop.example',
  });
  giulia = await desk.signIn('giulia');
  luca = await desk.signIn('luca');
});
afterAll(() => desk.close());

const outcome = ({ status, body }: Answer) => [status, (body as { error?: { code: string } }).error?.code ?? 'done'];
const act = (who: Caller, number: string, name: string, body?: unknown) =>
  who.post(`/desk/api/tickets/${number}/${name}`, body);
const list = async (query: string, who = giulia) => (await who.get(`/desk/api/tickets?${query}`)).body as TicketsPage;
const view = async (number: string) => (await giulia.get(`/desk/api/tickets/${number}`)).body as ShownTicket;

/** A customer leaves a contact, and the ticket's number is given. */
async function ticketOf(customer: string, contact: string): Promise<string> {
  const conversation = await desk.says(customer, 'vendete mongolfiere?');
  desk.clock.pass(4 * 60_000);
  await desk.turns.takeDue();
  await desk.says(customer, contact);
  const { tickets } = await list('list=all');
  return tickets.find(({ conversationId }) => conversationId === conversation)?.number ?? '';
}

describe('a ticket', () => {
  test('tells the customer its number by mail, and the desk all that was said', async () => {
    const number = await ticketOf('Marta', 'marta@example.it');
    const { ticket, mailing, mails, messages, agents, events } = await view(number);
    expect(ticket).toMatchObject({ status: 'open', contact: 'marta@example.it', question: 'vendete mongolfiere?' });
    expect(ticket.remindAt).toBe(ticket.at + 24 * 3_600_000);
    expect([mailing, events]).toEqual(['possible', []]);
    expect(mails).toMatchObject([{ kind: 'ticket', to: 'marta@example.it', status: 'waiting' }]);
    expect(mails[0]?.text).toContain(number);
    expect(mails[0]).not.toHaveProperty('messageId');
    expect(messages[0]).toMatchObject({ author: 'customer', text: 'vendete mongolfiere?' });
    expect(messages[1]?.html).toMatch(/^<p>/);
    expect(agents.map(({ name }) => name)).toEqual(['Giulia', 'Luca']);
  });

  test('is answered by mail once, however often the page sends it, and the mail follows the first', async () => {
    const number = await ticketOf('Nino', 'nino@example.it');
    const answer = { text: ' Sì, dal 2019.\nCiao ', id: randomUUID() };
    const preview = await act(giulia, number, 'letter', { text: answer.text });
    expect([
      outcome(await act(giulia, number, 'answer', answer)),
      outcome(await act(giulia, number, 'answer', answer)),
    ]).toEqual([
      [200, 'done'],
      [200, 'done'],
    ]);
    const { ticket, mails, events } = await view(number);
    expect(ticket).toMatchObject({ status: 'answered', way: 'mail', agent: { name: 'Giulia' } });
    expect(ticket).not.toHaveProperty('remindAt');
    expect(mails).toHaveLength(2);
    expect(preview.body).toEqual({ to: 'nino@example.it', subject: mails[1]?.subject, text: mails[1]?.text });
    expect(mails[1]?.text).toMatch(/^Sì, dal 2019\.\nCiao\n\nGiulia\n/);
    expect(events.map(({ kind, by }) => `${kind} ${by.name}`)).toEqual(['mailed Giulia']);
    const [first, second] = await desk.store.ticketMails(number);
    expect(second?.inReplyTo).toBe(first?.messageId);
  });

  test('is not answered by two at once: the second is told who was faster', async () => {
    const number = await ticketOf('Elena', 'elena@example.it');
    const answers = await Promise.all(
      [giulia, luca].map((who) => act(who, number, 'answer', { text: 'Ciao', id: randomUUID() })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const late = answers.find(({ status }) => status === 409);
    expect(outcome(late ?? answers[0]!)).toEqual([409, 'answered-before']);
    const { ticket, mails } = await view(number);
    expect(mails.filter(({ kind }) => kind === 'answer')).toHaveLength(1);
    const again = { text: 'Ancora una cosa', id: randomUUID(), seen: ticket.answeredAt };
    expect(outcome(await act(luca, number, 'answer', again))).toEqual([200, 'done']);
  });

  test('with a telephone number is called: no mail goes out, and none may', async () => {
    const number = await ticketOf('Ugo', '+39 051 555 0142');
    expect(await view(number)).toMatchObject({ mailing: 'no-address', mails: [] });
    const mail = await act(giulia, number, 'answer', { text: 'Ciao', id: randomUUID() });
    expect(outcome(mail)).toEqual([409, 'no-address']);
    expect(outcome(await act(giulia, number, 'answered', { way: 'called' }))).toEqual([200, 'done']);
    expect((await view(number)).ticket).toMatchObject({ status: 'answered', way: 'called' });
    expect((await view(number)).events).toMatchObject([{ kind: 'called', by: { name: 'Giulia' } }]);
  });

  test('is given to a colleague, reminded of, noted, done and reopened', async () => {
    const number = await ticketOf('Carlo', 'carlo@example.it');
    const to = (await view(number)).agents.find(({ name }) => name === 'Luca')?.id;
    expect(outcome(await act(giulia, number, 'assign', { to }))).toEqual([200, 'done']);
    const mine = async (who: Caller) => (await list('list=mine', who)).tickets.map((each) => each.number);
    expect(await mine(luca)).toContain(number);
    expect(await mine(giulia)).not.toContain(number);
    const at = desk.clock.now() + 60_000;
    await act(giulia, number, 'remind', { at });
    await act(luca, number, 'note', { text: ' richiamare <b>lunedì</b> ' });
    expect((await list('list=due')).tickets.map((each) => each.number)).not.toContain(number);
    desk.clock.pass(61_000);
    expect((await list('list=due')).tickets[0]?.number).toBe(number);
    expect(outcome(await act(luca, number, 'done'))).toEqual([200, 'done']);
    expect(outcome(await act(giulia, number, 'done'))).toEqual([409, 'ticket-done']);
    expect((await view(number)).ticket).toMatchObject({ status: 'done', doneBy: 'Luca' });
    expect(outcome(await act(giulia, number, 'reopen'))).toEqual([200, 'done']);
    expect(outcome(await act(giulia, number, 'reopen'))).toEqual([409, 'ticket-open']);
    const { ticket, events } = await view(number);
    expect(ticket.remindAt).toBeGreaterThan(desk.clock.now());
    expect(events.map(({ kind, detail }) => (detail === undefined ? kind : `${kind}: ${detail}`))).toEqual([
      'assigned: Luca',
      `reminder: ${at}`,
      'note: richiamare <b>lunedì</b>',
      'done',
      'reopened',
    ]);
    expect(outcome(await act(giulia, number, 'unassign'))).toEqual([200, 'done']);
    expect(outcome(await act(giulia, number, 'assign', { to: 'nobody' }))).toEqual([409, 'unknown-agent']);
  });

  test('whose mail was given up can have it sent again, and one that was not cannot', async () => {
    const number = await ticketOf('Ada', 'ada@example.it');
    const mail = (await view(number)).mails[0]?.id;
    expect(outcome(await act(giulia, number, 'send-again', { mail }))).toEqual([409, 'mail-not-failed']);
    await desk.store.mailFailed(mail ?? '', 'mailbox', '550 5.1.1 unknown', null);
    expect((await view(number)).mails).toMatchObject([
      { status: 'failed', fault: 'mailbox', said: '550 5.1.1 unknown' },
    ]);
    expect(outcome(await act(giulia, number, 'send-again', { mail }))).toEqual([200, 'done']);
    expect((await view(number)).mails).toMatchObject([{ status: 'waiting', tries: 0 }]);
  });

  test('is found by its number, its contact and its words', async () => {
    const number = await ticketOf('Zoe', 'zoe.bianchi@example.it');
    for (const search of [number.toLowerCase(), 'zoe.bianchi', 'mongolf']) {
      const { tickets } = await list(`list=todo&search=${search}`);
      expect(tickets.map((each) => each.number)).toContain(number);
    }
    expect((await list('search=nothing-like-it')).tickets).toEqual([]);
  });
});

test('what is odd is refused in words', async () => {
  const number = await ticketOf('Leo', 'leo@example.it');
  const answers = [
    await giulia.get('/desk/api/tickets?list=everything'),
    await act(giulia, number, 'answer', { text: ' ', id: randomUUID() }),
    await act(giulia, number, 'answer', { text: 'x', id: 'not one' }),
    await act(giulia, number, 'answered', { way: 'pigeon' }),
    await act(giulia, number, 'remind', { at: 'tomorrow' }),
    await act(giulia, number, 'note', { text: 'x'.repeat(2001) }),
  ];
  expect(answers.map(outcome)).toEqual(answers.map(() => [400, 'bad-input']));
  expect(outcome(await act(giulia, '000000-XXXXX', 'done'))).toEqual([404, 'no-ticket']);
  expect(outcome(await giulia.get('/desk/api/tickets/000000-XXXXX'))).toEqual([404, 'no-ticket']);
  expect(outcome(await desk.stranger.get('/desk/api/tickets'))).toEqual([401, 'not-signed-in']);
  expect((await view(number)).events).toEqual([]);
});

test('without mail settings the desk says so, makes no mail, and gives the text', async () => {
  const other = await openDesk();
  try {
    const anna = await other.signIn('anna');
    await other.says('Marta', 'vendete mongolfiere?');
    other.clock.pass(4 * 60_000);
    await other.turns.takeDue();
    await other.says('Marta', 'marta@example.it');
    const { tickets } = (await anna.get('/desk/api/tickets')).body as TicketsPage;
    const number = tickets[0]?.number ?? '';
    const shown = (await anna.get(`/desk/api/tickets/${number}`)).body as ShownTicket;
    expect([shown.mailing, shown.mails]).toEqual(['not-set-up', []]);
    expect((await act(anna, number, 'letter', { text: 'Eccoci' })).body).toMatchObject({ to: 'marta@example.it' });
    expect(outcome(await act(anna, number, 'answer', { text: 'Eccoci', id: randomUUID() }))).toEqual([409, 'mail-off']);
    expect(outcome(await act(anna, number, 'answered', { way: 'other' }))).toEqual([200, 'done']);
  } finally {
    await other.close();
  }
});

test('every page hears of a change at once, and of a ticket that becomes due', async () => {
  const told: string[] = [];
  const number = await ticketOf('Rita', 'rita@example.it');
  await desk.tickets.tick();
  const stop = desk.feed.onSignal((signal) => {
    if (signal.kind === 'ticket') told.push(signal.number);
  });
  await act(giulia, number, 'note', { text: 'x' });
  desk.clock.pass(25 * 3_600_000);
  await desk.tickets.tick();
  await desk.tickets.tick();
  stop();
  expect(told).toEqual([number, 'all']);
});
