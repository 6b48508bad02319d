import { describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../../bot/service/audit.ts';
import type { Store } from '../../../bot/service/ports.ts';
import { aConversation, aMessage, aMail, anAccount, anEntry, aTicket, aTurn } from '../given.ts';

const anna = { id: 'a1', name: 'Anna', address: '10.0.0.1' };

const entries: readonly AuditEntry[] = [
  { at: 1, actor: anna, act: 'conversations.claim', object: 'c1', facts: { status: 200 } },
  { at: 2, actor: { name: 'command line' }, act: 'accounts.disable', object: 'a2' },
  { at: 3, actor: anna, act: 'sign-out', facts: { sessions: 2, all: true } },
  { at: 4, actor: { id: 'a2', name: 'Bruno' }, act: 'conversations.claim', object: 'c2' },
];

export function auditContract(open: () => Promise<Store>): void {
  describe('the audit log', () => {
    test('tells what was written, the newest first, page by page', async () => {
      const store = await open();
      for (const entry of entries) await store.record(entry);
      const first = await store.auditLines({ limit: 3 });
      const rest = await store.auditLines({ limit: 3, before: first.at(-1)?.id ?? 0 });
      expect([...first, ...rest]).toEqual(
        entries.toReversed().map((entry) => ({ id: expect.any(Number) as number, facts: {}, ...entry })),
      );
    });

    test('is looked through by account and by act', async () => {
      const store = await open();
      for (const entry of entries) await store.record(entry);
      const times = async (query: object) => (await store.auditLines({ limit: 9, ...query })).map(({ at }) => at);
      expect(await times({ account: 'a1' })).toEqual([3, 1]);
      expect(await times({ act: 'conversations.claim' })).toEqual([4, 1]);
      expect(await times({ account: 'a1', act: 'conversations.claim' })).toEqual([1]);
      expect(await store.auditActs()).toEqual(['accounts.disable', 'conversations.claim', 'sign-out']);
    });

    test('has the line of a turn once that is saved, and none of one that is not', async () => {
      const store = await open();
      const claimed = aTurn(aConversation(), { activityId: 'x', audit: anEntry('claimed') });
      expect(await store.commit({ ...claimed, expectedVersion: 7 })).toBe('conflict');
      expect([await store.commit(claimed), await store.commit(claimed)]).toEqual(['saved', 'duplicate']);
      expect((await store.auditLines({ limit: 9 })).map(({ act }) => act)).toEqual(['claimed']);
    });

    test('takes an act back whose line cannot be written, and nothing else with it', async () => {
      const store = await open();
      const mail = aMail('t1');
      const begun = aTurn(aConversation(), { ticket: aTicket('t1', 10), mail });
      await store.commit(begun);
      await store.mailFailed(mail.id, 'mailbox', '550', null);
      await store.add(anAccount(), anEntry());
      const agent = { id: 'a1', name: 'Anna' };
      const event = { at: 50, by: agent, kind: 'note' } as const;
      const number = '261121-t1';
      const unwritable = { ...anEntry(), act: null as unknown as string };

      const said = [aMessage(begun.conversation, 1, { author: 'agent', text: 'detto' })];
      const note = { id: 'n1', agent, text: 'nota', at: 1 };
      const change = { number, version: 1, state: { status: 'open', agent }, event, audit: unwritable } as const;
      const results = await Promise.allSettled([
        store.commit(aTurn(begun.conversation, { expectedVersion: 1, messages: said, audit: unwritable })),
        store.addNote(begun.conversation.id, note, unwritable),
        store.changeTicket(change),
        store.sendMailAgain({ ticket: number, mail: mail.id, event, audit: unwritable }),
        store.setPassword('a1', 'new', unwritable),
        store.commit(aTurn(aConversation({ threadId: 't2' }), { audit: anEntry('other') })),
      ]);
      expect(results.map(({ status }) => status)).toEqual([...Array<string>(5).fill('rejected'), 'fulfilled']);
      expect([
        (await store.load('t1'))?.version,
        await store.transcript(begun.conversation.id),
        await store.notes(begun.conversation.id),
        (await store.ticket(number))?.version,
        await store.ticketEvents(number),
        (await store.ticketMails(number)).map(({ status }) => status),
        (await store.byId('a1'))?.passwordHash,
        (await store.auditLines({ limit: 9 })).map(({ act }) => act),
      ]).toEqual([1, [], [], 1, [], ['failed'], 'hash', ['other', 'act']]);
    });
  });
}
