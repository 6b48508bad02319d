import { describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../../bot/service/audit.ts';
import type { Store } from '../../../bot/service/ports.ts';

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
  });
}
