import { describe, expect, test } from 'vitest';
import type { TicketState } from '../../../bot/domain/ticket.ts';
import type { Store } from '../../../bot/service/ports.ts';
import type { TicketChange, TicketList, TicketQuery } from '../../../bot/service/ticket-store.ts';
import { aConversation, aMail, anEntry, aTicket, aTurn } from '../given.ts';

const anna = { id: 'a1', name: 'Anna' };
const bruno = { id: 'a2', name: 'Bruno' };

export function ticketsContract(open: () => Promise<Store>): void {
  async function withTickets(...tickets: readonly [string, number, number?][]): Promise<Store> {
    const store = await open();
    for (const [thread, at, remindAt] of tickets) {
      await store.commit(aTurn(aConversation({ threadId: thread }), { ticket: aTicket(thread, at, remindAt) }));
    }
    return store;
  }
  const change = (
    thread: string,
    version: number,
    state: TicketState,
    given: Partial<TicketChange> = {},
  ): TicketChange => ({
    number: `261121-${thread}`,
    version,
    state,
    event: { at: 50, by: anna, kind: 'note' },
    audit: anEntry(),
    ...given,
  });
  const query = (list: TicketList, given: Partial<TicketQuery> = {}): TicketQuery => ({
    list,
    agentId: anna.id,
    now: 500,
    limit: 10,
    ...given,
  });
  const listed = async (store: Store, list: TicketList, given: Partial<TicketQuery> = {}) =>
    (await store.tickets(query(list, given))).map(({ number }) => number.slice(7));

  describe('tickets', () => {
    test('come back as they were made, and as they are changed, a version more each time', async () => {
      const store = await withTickets(['t1', 20]);
      const made = { ...aTicket('t1', 20), channel: 'webchat', language: 'it', status: 'open', version: 1 };
      expect(await store.ticket('261121-t1')).toEqual(made);
      const { remindAt: _due, ...undue } = made;

      const answered = { status: 'answered', agent: anna, answeredAt: 50, way: 'called' } as const;
      expect(await store.changeTicket(change('t1', 1, answered))).toBe('saved');
      expect(await store.ticket('261121-t1')).toEqual({ ...undue, ...answered, version: 2 });

      const done = { ...answered, status: 'done', doneAt: 60, doneBy: 'Anna' } as const;
      expect(await store.changeTicket(change('t1', 2, done))).toBe('saved');
      expect(await store.ticket('261121-t1')).toEqual({ ...undue, ...done, version: 3 });

      expect(await store.changeTicket(change('t1', 3, { status: 'open', remindAt: 99 }))).toBe('saved');
      expect(await store.ticket('261121-t1')).toEqual({ ...made, remindAt: 99, version: 4 });
      expect(await store.ticket('unknown')).toBeUndefined();
    });

    test('of two changes that start from the same version one is saved, and the other leaves nothing behind', async () => {
      const store = await withTickets(['t1', 20]);
      const mail = aMail('t1', { kind: 'answer' });
      const results = await Promise.all([
        store.changeTicket(change('t1', 1, { status: 'open', agent: anna })),
        store.changeTicket(change('t1', 1, { status: 'open', agent: bruno }, { mail })),
      ]);
      expect(results).toEqual(['saved', 'conflict']);
      expect((await store.ticket('261121-t1'))?.agent).toEqual(anna);
      expect([await store.ticketEvents('261121-t1'), await store.ticketMails('261121-t1')]).toEqual([
        [{ at: 50, by: anna, kind: 'note' }],
        [],
      ]);
    });

    test('are listed by what is to be done: due ones first, then the oldest, and what is done last', async () => {
      const store = await withTickets(['t1', 40], ['t2', 30, 450], ['t3', 20], ['t4', 10, 400], ['t5', 5], ['t6', 6]);
      await store.changeTicket(change('t3', 1, { status: 'answered', agent: anna, answeredAt: 60, way: 'mail' }));
      await store.changeTicket(change('t5', 1, { status: 'done', doneAt: 70, doneBy: 'Anna' }));
      await store.changeTicket(change('t6', 1, { status: 'done', agent: anna, doneAt: 80, doneBy: 'Anna' }));
      const lists = ['todo', 'open', 'mine', 'due', 'answered', 'done', 'all'] as const;
      const found = await Promise.all(lists.map((list) => listed(store, list)));
      expect(Object.fromEntries(lists.map((list, at) => [list, found[at]]))).toEqual({
        todo: ['t4', 't2', 't3', 't1'],
        open: ['t4', 't2', 't1'],
        mine: ['t3'],
        due: ['t4', 't2'],
        answered: ['t3'],
        done: ['t6', 't5'],
        all: ['t4', 't2', 't3', 't1', 't6', 't5'],
      });
      expect(await listed(store, 'all', { limit: 2 })).toEqual(['t4', 't2']);
      expect(await store.ticketCounts(anna.id, 500)).toEqual({ todo: 4, open: 3, mine: 1, due: 2, answered: 1 });
      expect(await store.ticketCounts('nobody', 0)).toEqual({ todo: 4, open: 3, mine: 0, due: 0, answered: 1 });
      expect([await store.openTickets(), await store.dueTickets(500), await store.dueTickets(400)]).toEqual([4, 2, 1]);
    });

    test('are found by number, contact, question and who sees to them; signs mean themselves', async () => {
      const store = await withTickets(['t1', 10], ['t_2', 20], ['t32', 30]);
      await store.changeTicket(change('t1', 1, { status: 'open', agent: bruno }));
      expect(await listed(store, 'all', { search: 'T1@EXAMPLE' })).toEqual(['t1']);
      expect(await listed(store, 'all', { search: ' 261121-t32 ' })).toEqual(['t32']);
      expect(await listed(store, 'all', { search: 'dov’è' })).toEqual(['t1', 't_2', 't32']);
      expect(await listed(store, 'todo', { search: 'bruno' })).toEqual(['t1']);
      expect(await listed(store, 'all', { search: 't_2' })).toEqual(['t_2']);
      expect(await listed(store, 'all', { search: '%' })).toEqual([]);
    });

    test('keep what was done with them, in order', async () => {
      const store = await withTickets(['t1', 10]);
      await store.changeTicket(change('t1', 1, { status: 'open' }));
      const note = { at: 60, by: bruno, kind: 'note', detail: 'richiama <b>domani</b>' } as const;
      await store.changeTicket(change('t1', 2, { status: 'open' }, { event: note }));
      expect(await store.ticketEvents('261121-t1')).toEqual([{ at: 50, by: anna, kind: 'note' }, note]);
    });
  });

  describe('the outbox', () => {
    test('has the mail of a ticket once the turn is saved, and not when it is not', async () => {
      const store = await open();
      const turn = aTurn(aConversation(), { ticket: aTicket('t1', 10), mail: aMail('t1') });
      expect(await store.commit({ ...turn, expectedVersion: 7 })).toBe('conflict');
      expect(await store.takeMails(100, 200, 10)).toEqual([]);
      expect(await store.commit(turn)).toBe('saved');
      const waiting = { ...aMail('t1'), status: 'waiting', tries: 0, dueAt: 10 };
      expect(await store.ticketMails('261121-t1')).toEqual([waiting]);
      expect(await store.takeMails(9, 200, 10)).toEqual([]);
      expect(await store.takeMails(100, 200, 10)).toEqual([waiting]);
    });

    test('gives a mail to one taker until its time is up, and to nobody once it is sent', async () => {
      const store = await withTickets(['t1', 10]);
      await store.changeTicket(change('t1', 1, { status: 'open' }, { mail: aMail('t1') }));
      const taken = await Promise.all([store.takeMails(100, 200, 10), store.takeMails(100, 200, 10)]);
      expect(taken.map((mails) => mails.length)).toEqual([1, 0]);
      expect(await store.takeMails(200, 300, 10)).toHaveLength(1);
      await store.mailSent('m-t1', 210);
      expect(await store.takeMails(999, 1_999, 10)).toEqual([]);
      expect(await store.ticketMails('261121-t1')).toEqual([{ ...aMail('t1'), status: 'sent', tries: 0, sentAt: 210 }]);
      expect(await store.mailCounts()).toEqual({ waiting: 0, sent: 1, failed: 0 });
    });

    test('keeps why a try failed, when the next one is, and puts back what was given up', async () => {
      const store = await withTickets(['t1', 10]);
      await store.changeTicket(change('t1', 1, { status: 'open' }, { mail: aMail('t1') }));
      await store.mailFailed('m-t1', 'unreachable', 'x'.repeat(999), 150);
      const said = 'x'.repeat(300);
      const mail = aMail('t1');
      expect(await store.ticketMails('261121-t1')).toEqual([
        { ...mail, status: 'waiting', tries: 1, dueAt: 150, fault: 'unreachable', said },
      ]);
      const event = { at: 160, by: anna, kind: 'sent-again' } as const;
      const again = { ticket: '261121-t1', mail: 'm-t1', event, audit: anEntry('again') };
      expect(await store.sendMailAgain(again)).toBe(false);
      await store.mailFailed('m-t1', 'mailbox', '550 unknown', null);
      expect(await store.takeMails(999, 1_999, 10)).toEqual([]);
      expect(await store.mailCounts()).toEqual({ waiting: 0, sent: 0, failed: 1 });
      expect(await store.sendMailAgain({ ...again, ticket: '261121-t2' })).toBe(false);
      expect(await store.sendMailAgain(again)).toBe(true);
      expect(await store.sendMailAgain({ ...again, mail: 'unknown' })).toBe(false);
      expect((await store.auditLines({ limit: 9, act: 'again' })).length).toBe(1);
      expect(await store.takeMails(160, 300, 10)).toMatchObject([{ status: 'waiting', tries: 0, dueAt: 160 }]);
      expect((await store.ticketEvents('261121-t1')).at(-1)).toEqual(event);
    });

    test('takes the same answer once', async () => {
      const store = await withTickets(['t1', 10]);
      const answer = change('t1', 1, { status: 'answered' }, { mail: aMail('t1', { kind: 'answer' }) });
      expect([await store.changeTicket(answer), await store.changeTicket({ ...answer, version: 2 })]).toEqual([
        'saved',
        'duplicate',
      ]);
      expect((await store.ticket('261121-t1'))?.version).toBe(2);
      expect(await store.ticketEvents('261121-t1')).toHaveLength(1);
    });

    test('takes five confirmations to one address in a day, and any number of answers', async () => {
      const store = await open();
      const to = 'victim@example.it';
      for (let n = 1; n <= 7; n += 1) {
        const thread = `t${n}`;
        const mail = aMail(thread, { to, at: n });
        await store.commit(aTurn(aConversation({ threadId: thread }), { ticket: aTicket(thread, n), mail }));
      }
      expect((await store.mailCounts()).waiting).toBe(5);
      expect(await store.ticketMails('261121-t6')).toEqual([]);
      const answer = aMail('t6', { id: 'answer', to, kind: 'answer', at: 8 });
      await store.changeTicket(change('t6', 1, { status: 'answered' }, { mail: answer }));
      expect((await store.mailCounts()).waiting).toBe(6);
    });
  });
}
