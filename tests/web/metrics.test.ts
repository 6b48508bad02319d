import { expect, test } from 'vitest';
import { openStore } from '../../bot/store/open.ts';
import { createMetrics } from '../../bot/web/metrics.ts';
import { failingChannel } from './desk-given.ts';

test('/metrics tells of each channel what was sent, failed and waits, for how long, and the last error', async () => {
  let asked = 0;
  const store = await openStore('file::memory:');
  const metrics = createMetrics({
    store,
    problems: () => 0,
    ignored: () => new Map(),
    channels: async () => {
      asked += 1;
      return [failingChannel, { name: 'teams', sent: 1, failures: 0, waiting: 0 }];
    },
    now: () => 3_400,
  });
  const figures = (await metrics.text()).split('\n').filter((line) => line.startsWith('sportello_channel_'));
  expect(figures).toEqual([
    'sportello_channel_sent{channel="telegram"} 4',
    'sportello_channel_sent{channel="teams"} 1',
    'sportello_channel_failures{channel="telegram"} 3',
    'sportello_channel_failures{channel="teams"} 0',
    'sportello_channel_waiting{channel="telegram"} 2',
    'sportello_channel_waiting{channel="teams"} 0',
    'sportello_channel_oldest_seconds{channel="telegram"} 2.5',
    'sportello_channel_oldest_seconds{channel="teams"} 0',
    'sportello_channel_failing{channel="telegram"} 1',
    'sportello_channel_failing{channel="teams"} 0',
    'sportello_channel_last_error{channel="telegram",code="no-answer"} 1',
  ]);
  expect(asked).toBe(1);
  await store.close();
});
