import { Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { ChannelState } from '../service/channel-state.ts';
import type { Clock, Meter } from '../service/ports.ts';
import type { ReportStore } from '../service/report-store.ts';
import type { MailStore, TicketStore } from '../service/ticket-store.ts';
import { channelGauges } from './channel-metrics.ts';

export interface Metrics {
  readonly meter: Meter;
  /** The text that Prometheus reads. */
  text(): Promise<string>;
  readonly contentType: string;
}

export interface MetricsParts {
  readonly store: Pick<ReportStore, 'openNow'> & Pick<MailStore, 'mailCounts'> & Pick<TicketStore, 'openTickets'>;
  /** Problems of the newest knowledge files; while there are any, older knowledge is in force. */
  readonly problems: () => number;
  /** Activities that were ignored, by type. */
  readonly ignored: () => ReadonlyMap<string, number>;
  /** How the channels are doing to which messages are pushed. */
  readonly channels: () => Promise<readonly ChannelState[]>;
  readonly now: Clock['now'];
}

/** Counts turns as they happen and reads the state of the rest when asked. Labels never hold what a customer wrote. */
export function createMetrics({ store, problems, ignored, channels, now }: MetricsParts): Metrics {
  const registry = new Registry();
  const turns = new Counter({
    name: 'sportello_turns_total',
    help: 'Turns saved, by what began them and who holds the conversation after.',
    labelNames: ['event', 'status'],
    registers: [registry],
  });
  const answers = new Counter({
    name: 'sportello_answers_total',
    help: 'Answers given from the FAQ and the intents.',
    labelNames: ['entry'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'sportello_turn_seconds',
    help: 'Time from an event to its turn being saved.',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1],
    registers: [registry],
  });
  const conversations = new Gauge({
    name: 'sportello_conversations',
    help: 'Conversations that are open, and those among them that wait for a person.',
    labelNames: ['state'],
    registers: [],
    async collect() {
      const { open, waiting } = await store.openNow();
      this.set({ state: 'open' }, open);
      this.set({ state: 'waiting' }, waiting);
    },
  });
  const mails = new Gauge({
    name: 'sportello_mails',
    help: 'Mails that were sent, that wait to be, and that were given up, since the first start.',
    labelNames: ['state'],
    registers: [],
    async collect() {
      const { sent, waiting, failed } = await store.mailCounts();
      this.set({ state: 'sent' }, sent);
      this.set({ state: 'waiting' }, waiting);
      this.set({ state: 'failed' }, failed);
    },
  });
  const tickets = new Gauge({
    name: 'sportello_tickets_open',
    help: 'Tickets that are not done.',
    registers: [],
    async collect() {
      this.set(await store.openTickets());
    },
  });
  const knowledge = new Gauge({
    name: 'sportello_knowledge_problems',
    help: 'Problems in the newest files of the knowledge; more than 0 means that older knowledge is in force.',
    registers: [],
    collect() {
      this.set(problems());
    },
  });
  const activities = new Gauge({
    name: 'sportello_activities_ignored',
    help: 'Activities of types that Sportello has no use for, since the start.',
    labelNames: ['type'],
    registers: [],
    collect() {
      for (const [type, count] of ignored()) this.set({ type }, count);
    },
  });
  const memory = new Gauge({
    name: 'sportello_memory_bytes',
    help: 'Resident memory of the process.',
    registers: [],
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  const gauges = [conversations, mails, tickets, knowledge, activities, memory, ...channelGauges(channels, now)];
  for (const gauge of gauges) registry.registerMetric(gauge);
  return {
    meter: {
      turn(event, outcome, milliseconds) {
        turns.inc({ event, status: outcome.conversation.status });
        seconds.observe(milliseconds / 1000);
        for (const { answer } of outcome.messages) if (answer) answers.inc({ entry: answer.entry });
      },
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
