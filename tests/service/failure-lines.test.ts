import { expect, test } from 'vitest';
import { failureLines, failureWriter } from '../../bot/service/failure-lines.ts';
import { openStore } from '../../bot/store/open.ts';

test('of an hour’s failures a network has twenty lines and all together five hundred, then only the round numbers', async () => {
  const store = await openStore('file::memory:');
  const write = failureWriter(store);
  const fail = (address: string, at: number) =>
    write({ at, actor: { name: 'unknown login', address }, act: 'sign-in.failed', facts: { by: 'provider' } });
  const lines = async () => (await store.auditLines({ limit: 10_000 })).map(({ facts }) => facts['failures']);

  for (let n = 1; n <= 150; n += 1) await fail('10.0.0.1', 1);
  expect([(await lines()).length, (await lines())[0]]).toEqual([21, 100]);
  for (let n = 1; n <= 1_000; n += 1) await fail(`2001:db8:${n.toString(16)}:1::1`, 2);
  // Those that came after the five hundredth are told once, by the thousandth.
  expect([(await lines()).length, (await lines())[0]]).toEqual([21 + 350 + 1, 1_000]);
  await fail('10.0.0.1', failureLines.hour + 2);
  expect([(await lines()).length, (await lines())[0]]).toEqual([21 + 350 + 2, undefined]);
  await store.close();
});
