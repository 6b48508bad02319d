import { Gauge } from 'prom-client';

import type { Time } from '../domain/time.ts';
import type { ChannelState } from '../service/channel-state.ts';

/** Gauges of the channels to which messages are pushed; they are asked once for each reading of all of them. */
export function channelGauges(channels: () => Promise<readonly ChannelState[]>, now: () => Time): readonly Gauge[] {
  let reading: Promise<readonly ChannelState[]> | undefined;
  const read = () => (reading ??= channels().finally(() => (reading = undefined)));
  const one = (name: string, help: string, figure: (state: ChannelState) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['channel'],
      registers: [],
      async collect() {
        for (const state of await read()) this.set({ channel: state.name }, figure(state));
      },
    });
  return [
    one('sportello_channel_sent', 'Messages that the channel has taken, since the start.', ({ sent }) => sent),
    one(
      'sportello_channel_failures',
      'Tries that the channel has not taken, since the start.',
      (state) => state.failures,
    ),
    one('sportello_channel_waiting', 'Messages that are not delivered yet.', ({ waiting }) => waiting),
    one('sportello_channel_oldest_seconds', 'For how long the oldest of them has waited.', ({ oldestAt }) =>
      oldestAt === undefined ? 0 : Math.max(0, (now() - oldestAt) / 1000),
    ),
    one('sportello_channel_failing', '1 while nothing works on the channel.', ({ trouble }) => (trouble ? 1 : 0)),
    new Gauge({
      name: 'sportello_channel_last_error',
      help: 'The code of the last failure of the channel; 1 for that one.',
      labelNames: ['channel', 'code'],
      registers: [],
      async collect() {
        this.reset();
        for (const { name, lastError } of await read()) {
          if (lastError !== undefined) this.set({ channel: name, code: lastError }, 1);
        }
      },
    }),
  ];
}
