import type { Agent, Conversation } from '../../bot/domain/conversation.ts';
import type { Event, MessageEvent } from '../../bot/domain/event.ts';
import type { Choice, Draft } from '../../bot/domain/message.ts';
import type { Mind } from '../../bot/domain/mind.ts';
import type { Outcome, Refusal } from '../../bot/domain/outcome.ts';
import { day, minute, type Time } from '../../bot/domain/time.ts';
import type { Understanding } from '../../bot/domain/understanding.ts';
import { newConversation } from '../../bot/conversation/new-conversation.ts';
import { step } from '../../bot/conversation/step.ts';
import type { Line, Script, Stub } from './script.ts';
import { namesOf, type NameOf } from './spoken.ts';

type EventBody = Event extends infer Each ? (Each extends Event ? Omit<Each, 'id' | 'at'> : never) : never;

/** Plays what people do in a script and writes down what comes of it, in the script's own notation. */
export function replay(script: Script, sample: Mind): Line[] {
  const mind = mindFor(script, sample);
  const chat = new Chat(script, mind, namesOf(mind, script.language));
  return script.chat.flatMap((line) => {
    const [who, what] = Object.entries(line)[0] ?? ['', ''];
    return isDone(who) ? [line, ...chat.play(who, what)] : [];
  });
}

function isDone(who: string): boolean {
  return ['customer', 'opened', 'fails', 'wait'].includes(who) || who.startsWith('agent ');
}

class Chat {
  readonly #mind: Mind;
  readonly #nameOf: NameOf;
  #conversation: Conversation;
  #now: Time;
  #events = 0;
  #offered: readonly Choice[] = [];

  constructor(script: Script, mind: Mind, nameOf: NameOf) {
    this.#mind = mind;
    this.#nameOf = nameOf;
    this.#now = Date.parse(script.starts);
    const { channel, language } = script;
    const thread = { id: 'thread', channel, customer: { id: 'customer' }, language };
    this.#conversation = newConversation(thread, { id: 'event-1', at: this.#now });
  }

  play(who: string, what: unknown): Line[] {
    if (who === 'wait') return this.#wait(String(what));
    if (who === 'opened') return this.#step({ kind: 'opened', language: what === 'en' ? 'en' : 'it' });
    if (who === 'fails') return this.#step({ kind: 'failed', message: this.#message(String(what)) });
    if (who === 'customer') return this.#step(this.#message(what));
    const id = who.replace('agent ', '');
    const agent = { id, name: id.charAt(0).toUpperCase() + id.slice(1) };
    return this.#step(actOf(agent, String(what)));
  }

  #wait(span: string): Line[] {
    const until = this.#now + milliseconds(span);
    const lines: Line[] = [];
    for (let due = this.#conversation.dueAt; due !== undefined && due <= until; due = this.#conversation.dueAt) {
      this.#now = due;
      lines.push(...this.#step({ kind: 'due' }));
    }
    this.#now = until;
    return lines;
  }

  #message(what: unknown): MessageEvent {
    const { id, at } = this.#next();
    const base = { kind: 'message', id, at, attachments: [], origin: { activityId: id } } as const;
    if (Array.isArray(what)) {
      const label = String(what[0]);
      const choice = this.#offered.findLast((each) => each.label === label);
      if (choice === undefined) throw new Error(`No button "${label}" was offered.`);
      return { ...base, text: label, choice: choice.value };
    }
    if (typeof what !== 'object' || what === null) return { ...base, text: String(what) };
    const { writes = '', times = 1, sends } = what as { writes?: string; times?: number; sends?: string };
    return { ...base, text: writes.repeat(times), attachments: sends === undefined ? [] : [sends] };
  }

  #step(body: EventBody): Line[] {
    const result = step(this.#conversation, { ...body, ...this.#next() }, this.#mind);
    if ('refusal' in result) return [{ refused: refusalText(result.refusal) }];
    const before = this.#conversation;
    this.#conversation = result.conversation;
    this.#offered = [...this.#offered, ...result.messages.flatMap(({ choices }) => choices ?? [])];
    return [...this.#opening(before), ...this.#said(result.messages), ...consequences(before, result)];
  }

  #opening(before: Conversation): Line[] {
    const isNew = before.id !== this.#conversation.id;
    return isNew ? [{ conversation: 'new' }] : [];
  }

  #said(messages: readonly Draft[]): Line[] {
    return messages
      .filter(({ author }) => author === 'bot' || author === 'system')
      .map((message) => ({ [message.author]: this.#nameOf(message) }));
  }

  /** Every event has its own id; time passes only where the script says so. */
  #next(): { id: string; at: Time } {
    this.#events += 1;
    return { id: `event-${this.#events}`, at: this.#now };
  }
}

function consequences(before: Conversation, { conversation, rating, ticket }: Outcome): Line[] {
  const lines: Line[] = [];
  if (ticket !== undefined) lines.push({ ticket: `${ticket.number} ${ticket.contact} "${ticket.question}"` });
  const status = before.id === conversation.id ? before.status : 'bot';
  if (conversation.status !== status) {
    const solved = conversation.status === 'closed' ? ` (${conversation.solved})` : '';
    lines.push({ status: `${conversation.status}${solved}` });
  }
  if (rating?.kind === 'asked')
    lines.push({ rating: `asked of ${rating.request.handledBy} (${rating.request.entries.join(', ')})` });
  if (rating?.kind === 'given') lines.push({ rating: rating.score });
  return lines;
}

function refusalText(refusal: Refusal): string {
  return 'by' in refusal && refusal.by !== undefined ? `${refusal.code} (${refusal.by.name})` : refusal.code;
}

function actOf(agent: Agent, what: string): EventBody {
  switch (what) {
    case 'claims':
      return { kind: 'claim', agent };
    case 'releases':
      return { kind: 'release', agent };
    case 'resolves':
      return { kind: 'resolve', agent };
    default:
      return { kind: 'agent-message', agent, text: what };
  }
}

function milliseconds(span: string): number {
  const [, count = '', unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(span) ?? [];
  const units: Record<string, number> = { minute, hour: 60 * minute, day };
  if (units[unit] === undefined)
    throw new Error(`"${span}" is no time to wait; write "3 minutes", "2 hours", "7 days".`);
  return Number(count) * units[unit];
}

/** The sample mind, but for what the script fixes. */
function mindFor({ understands, policy }: Script, sample: Mind): Mind {
  return {
    ...sample,
    policy: { ...sample.policy, ...policy },
    understand: (text, context) => {
      const stub = understands[text];
      return stub === undefined ? sample.understand(text, context) : stubbed(text, stub, sample);
    },
  };
}

function stubbed(text: string, { decision, matches, language = 'it' }: Stub, { entries }: Mind): Understanding {
  const ids = Object.keys(matches);
  return {
    text,
    language,
    noise: decision === 'noise',
    matches: Object.entries(matches).map(([id, confidence]) => {
      const title = entries.get(id)?.texts[language]?.question ?? '';
      return { id, language, title, confidence, example: '', words: [] };
    }),
    decision:
      decision === 'answer'
        ? { kind: 'answer', id: ids[0] ?? '' }
        : decision === 'clarify'
          ? { kind: 'clarify', ids }
          : { kind: 'handoff' },
    explanation: { mended: [], expanded: [], setAside: [], sentences: [] },
  };
}
