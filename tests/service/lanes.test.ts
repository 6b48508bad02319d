import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createLanes } from '../../bot/service/lanes.ts';

test('tasks of one key run one after the other in the order in which they were given, whatever time each takes', async () => {
  const tasks = fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), ticks: fc.nat(5), fails: fc.boolean() }));
  await fc.assert(
    fc.asyncProperty(tasks, async (given) => {
      const inLane = createLanes();
      const running = new Set<string>();
      const ended: { key: string; index: number }[] = [];
      const results = await Promise.allSettled(
        given.map(({ key, ticks, fails }, index) =>
          inLane(key, async () => {
            expect(running).not.toContain(key);
            running.add(key);
            for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
            running.delete(key);
            ended.push({ key, index });
            if (fails) throw new Error('failed');
            return index;
          }),
        ),
      );
      for (const key of ['a', 'b', 'c']) {
        const order = ended.filter((each) => each.key === key).map(({ index }) => index);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }
      expect(results.map(({ status }) => status)).toEqual(given.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')));
    }),
  );
});
