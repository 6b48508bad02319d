import { expect, test } from 'vitest';

import { reportOf } from '../../bot/service/reports.ts';
import { openStore } from '../../bot/store/open.ts';

test('a report of nothing has no shares and no satisfaction, rather than zeros', async () => {
  const store = await openStore('file::memory:');
  const report = await reportOf(store, { from: 0, to: 1 });
  await store.close();
  expect(report).toMatchObject({
    shares: undefined,
    satisfaction: { asked: 0, n: 0, csat: undefined, mean: undefined, responseRate: undefined },
    volume: { conversations: 0, open: 0, waiting: 0, handedOver: 0, tickets: 0 },
  });
});
