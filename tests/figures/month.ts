import type { Channel, Conversation, Resolution, Thread } from '../../bot/domain/conversation.ts';
import type { Language } from '../../bot/domain/language.ts';
import type { Mind } from '../../bot/domain/mind.ts';
import type { Outcome } from '../../bot/domain/outcome.ts';
import { scales, pointsOf, type Scale } from '../../bot/domain/rating.ts';
import { day, minute, type Time } from '../../bot/domain/time.ts';
import { silentLog } from '../../bot/service/log.ts';
import type { Store } from '../../bot/service/ports.ts';
import { createTurns, type AgentAct } from '../../bot/service/turns.ts';
import { createFeed } from '../../bot/store/feed.ts';
import { literalMind } from '../conversation/mind.ts';

/*
 * A month of customers and agents, made from a seed and played through the real turns: questions that are answered, rejected,
 * missed and asked back about, queues, claims, releases, resolutions of every kind, tickets, silence, and ratings on several scales.
 */

export interface Played {
  readonly at: Time;
  readonly outcome: Outcome;
}

/** Plays so many conversations, opened within `days` from `start`, and returns all that came of every turn, oldest first. */
export async function playMonth(
  store: Store,
  { seed, conversations, start, days }: { seed: number; conversations: number; start: Time; days: number },
): Promise<readonly Played[]> {
  const random = randomOf(seed);
  const mind = literalMind();
  let now = start;
  let scale: Scale = 'csat-5';
  let ids = 0;
  const played: Played[] = [];
  const turns = createTurns({
    store,
    feed: createFeed(),
    clock: { now: () => now, newId: () => `event-${(ids += 1)}` },
    mind: (): Mind => ({ ...mind, policy: { ...mind.policy, ratingScale: scale } }),
    log: silentLog,
    meter: { turn: (_, outcome) => played.push({ at: now, outcome }) },
  });
  const current = new Map<string, Conversation>();
  const note = () => {
    for (const { outcome } of played.slice(-5)) current.set(outcome.conversation.thread.id, outcome.conversation);
  };
  const steps = Array.from({ length: conversations }, (_, index) => planOf(index, random, start, days))
    .flat()
    .toSorted((one, other) => one.at - other.at);
  for (const step of steps) {
    now = step.at;
    // The last third of the month asks on other scales.
    const part = Math.floor(((now - start) / (days * day)) * 6);
    scale = scales[Math.max(0, part - 2)] ?? 'csat-5';
    while ((await turns.takeDue()) > 0) note();
    if (step.kind === 'writes') {
      const text = wordsOf(step.text, current.get(step.thread.id), random);
      if (text === undefined) continue;
      await turns.receive(step.thread, { kind: 'message', text, origin: { activityId: `activity-${(ids += 1)}` } });
    } else if (step.kind === 'opens') {
      await turns.receive(step.thread, { kind: 'opened', language: step.thread.language });
    } else {
      const held = current.get(step.thread.id);
      if (held !== undefined) await turns.act(held.id, step.agent, step.act);
    }
    note();
  }
  return played;
}

type Step = { readonly at: Time; readonly thread: Thread } & (
  | { readonly kind: 'opens' }
  /** `*rate` and `*contact` are what the bot asks for, if it does. */
  | { readonly kind: 'writes'; readonly text: string }
  | { readonly kind: 'acts'; readonly agent: { readonly id: string; readonly name: string }; readonly act: AgentAct }
);

type Random = () => number;

function planOf(index: number, random: Random, start: Time, days: number): readonly Step[] {
  const channel = pick<Channel>(random, ['webchat', 'webchat', 'webchat', 'teams', 'telegram']);
  const language = pick<Language>(random, ['it', 'it', 'it', 'en']);
  // Some customers come back, on the same thread.
  const who = random() < 0.1 ? Math.floor(index / 2) : index;
  const thread: Thread = { id: `${channel}:${who}`, channel, customer: { id: `customer-${who}` }, language };
  // Whole minutes, so that opening time can be counted minute by minute; more of them by day than by night.
  const hour = random() < 0.85 ? 8 + random() * 11 : random() * 24;
  const opened = start + Math.floor(random() * days) * day + Math.floor(hour * 60) * minute;
  let at = opened;
  const later = (most: number) => (at += (1 + Math.floor(random() * most)) * minute);
  const writes = (text: string): Step => ({ kind: 'writes', at: later(3), thread, text });
  const steps: Step[] = [{ kind: 'opens', at, thread }];
  if (random() < 0.05) return steps;
  steps.push(writes(pick(random, questions)));
  if (random() < 0.1) for (const text of ['=track-order', 'no', '=delivery-time', 'no']) steps.push(writes(text));
  if (random() < 0.05) for (const text of ['#ghghgh', '#ghghgh']) steps.push(writes(text));
  if (random() < 0.3) for (const text of ['=delivery-cost', 'sì']) steps.push(writes(text));
  while (random() < 0.55) steps.push(writes(pick(random, [...questions, ...replies])));
  if (random() < 0.6) {
    const agents = [giulia, luca];
    const agent = pick(random, agents);
    const act = (given: AgentAct, by = agent): Step => ({ kind: 'acts', at: later(8), thread, agent: by, act: given });
    steps.push(act({ kind: 'claim' }));
    if (random() < 0.9) steps.push(act({ kind: 'say', text: 'Eccomi.' }));
    if (random() < 0.2)
      steps.push(act({ kind: 'release' }), act({ kind: 'claim' }, luca), act({ kind: 'say', text: 'Sì?' }, luca));
    if (random() < 0.3) steps.push(act({ kind: 'say', text: 'Ecco la risposta.', entry: 'delivery-time' }));
    const outcome = pick<Resolution>(random, ['solved', 'solved', 'solved', 'not-solved', 'spam']);
    if (random() < 0.85) steps.push(act({ kind: 'resolve', outcome }), act({ kind: 'resolve', outcome }, luca));
  }
  if (random() < 0.3) steps.push({ kind: 'writes', at: later(30), thread, text: '*contact' });
  steps.push({ kind: 'writes', at: later(20), thread, text: random() < 0.9 ? '*rate' : '=thanks' });
  return steps;
}

const questions = [
  '=track-order',
  '=delivery-time',
  '=delivery-cost',
  '=track-order',
  '?delivery-time,delivery-cost',
  'vendete mongolfiere',
  'Vendete mongolfiere?',
  'mandate tutto a zia@example.it, ordine 1234567',
  '#ghghgh',
  '=talk-to-human',
  '=complaint',
];
const replies = ['sì', 'no', 'sì', 'sì', '=thanks', '=goodbye', 'nessuna di queste', 'annulla'];
const giulia = { id: 'giulia', name: 'Giulia' };
const luca = { id: 'luca', name: 'Luca' };

/** What the customer writes; undefined when it is an answer to something that was not asked. */
function wordsOf(text: string, conversation: Conversation | undefined, random: Random): string | undefined {
  const pending = conversation?.pending;
  if (text === '*contact') return pending?.kind === 'contact' ? 'anna@example.it' : undefined;
  if (text !== '*rate') return text;
  if (pending?.kind !== 'rating') return undefined;
  const points = pointsOf(pending.scale);
  return String(points[Math.floor(random() ** 0.4 * points.length)]);
}

function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

/** Lehmer's generator: the same month from the same seed. */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
