import type { Agent, Conversation, Thread, Unreachable } from '../../bot/domain/conversation.ts';
import type { Choice, Draft } from '../../bot/domain/message.ts';
import type { Mind } from '../../bot/domain/mind.ts';
import type { Outcome, Refusal } from '../../bot/domain/outcome.ts';
import { day, minute, type Time } from '../../bot/domain/time.ts';
import type { Understanding } from '../../bot/domain/understanding.ts';
import { silentLog } from '../../bot/service/log.ts';
import type { Store } from '../../bot/service/ports.ts';
import { createTurns, type AgentAct, type Incoming, type TurnResult, type Turns } from '../../bot/service/turns.ts';
import { createFeed } from '../../bot/store/feed.ts';
import { openStore } from '../../bot/store/open.ts';
import type { Line, Script, Stub } from './script.ts';
import { namesOf, type NameOf } from './spoken.ts';
import { unexplained } from '../unexplained.ts';

/** Plays what people do in a script, through the real turns and store, and writes down what comes of it, in the script's own notation. */
export async function replay(script: Script, sample: Mind): Promise<Line[]> {
  const failing = new Set<string>();
  const mind = mindFor(script, sample, failing);
  const store = await openStore('file::memory:');
  const chat = new Chat(script, mind, failing, store);
  const lines: Line[] = [];
  for (const line of script.chat) {
    const [who, what] = Object.entries(line)[0] ?? ['', ''];
    if (isDone(who)) lines.push(line, ...(await chat.play(who, what)));
  }
  await store.close();
  return lines;
}

function isDone(who: string): boolean {
  return (
    ['customer', 'again', 'opened', 'fails', 'wait', 'unreachable', 'installed', 'signs', 'withdraws'].includes(who) ||
    who.startsWith('agent ')
  );
}

interface Written {
  readonly writes?: string;
  readonly times?: number;
  readonly sends?: string;
  readonly edits?: number;
}

class Chat {
  readonly #thread: Thread;
  readonly #turns: Turns;
  readonly #store: Store;
  readonly #nameOf: NameOf;
  readonly #failing: Set<string>;
  readonly #outcomes: Outcome[] = [];
  #conversation: Conversation | undefined;
  #now: Time;
  #ids = 0;
  #activities = 0;
  #offered: readonly Choice[] = [];

  constructor(script: Script, mind: Mind, failing: Set<string>, store: Store) {
    const { channel, language } = script;
    this.#thread = { id: 'thread', channel, customer: { id: 'customer' }, language };
    this.#now = Date.parse(script.starts);
    this.#nameOf = namesOf(mind, script.language);
    this.#failing = failing;
    this.#store = store;
    this.#turns = createTurns({
      store,
      feed: createFeed(),
      clock: { now: () => this.#now, newId: () => `event-${(this.#ids += 1)}` },
      mind: () => mind,
      log: silentLog,
      meter: { turn: (_, outcome) => this.#outcomes.push(outcome) },
    });
  }

  async play(who: string, what: unknown): Promise<Line[]> {
    switch (who) {
      case 'wait':
        return await this.#wait(String(what));
      case 'opened':
        return this.#lines(await this.#receive({ kind: 'opened', language: what === 'en' ? 'en' : 'it' }));
      case 'installed':
        return this.#lines(await this.#receive({ kind: 'opened', language: what === 'en' ? 'en' : 'it', once: true }));
      case 'signs':
        return this.#lines(await this.#sign(what as Readonly<Record<string, number>>));
      case 'withdraws':
        return this.#lines(await this.#withdraw(`activity-${String(what)}`));
      case 'unreachable':
        return this.#lines(await this.#turns.lose(this.#thread.id, what as Unreachable));
      case 'fails':
        this.#failing.add(String(what));
        return this.#lines(await this.#receive(this.#message(what)));
      case 'customer':
        return this.#lines(await this.#receive(this.#message(what)));
      case 'again':
        this.#activities -= 1;
        return this.#lines(await this.#receive(this.#message(what)));
      default: {
        const agent = agentNamed(who.replace('agent ', ''));
        return this.#lines(await this.#turns.act(this.#conversation?.id ?? '', agent, actOf(what)));
      }
    }
  }

  async #sign(signs: Readonly<Record<string, number>>): Promise<TurnResult> {
    const [sign, place] = Object.entries(signs)[0] ?? ['', 0];
    const bots = (await this.#store.messages(this.#thread.id, 0, 1000)).filter(({ author }) => author === 'bot');
    const { answer, at = 0 } = bots[place - 1] ?? {};
    this.#activities += 1;
    return this.#receive({
      kind: 'reaction',
      helpful: sign === 'like' ? 'yes' : 'no',
      answer: { entry: answer?.entry ?? '', at },
      origin: { activityId: `activity-${this.#activities}` },
    });
  }

  async #withdraw(activityId: string): Promise<TurnResult> {
    const heard = await this.#store.heardAs(this.#thread.id, activityId);
    return this.#receive({ kind: 'withdrawn', activityId, texts: heard.map(({ text }) => text) });
  }

  #receive(incoming: Incoming): Promise<TurnResult> {
    return this.#turns.receive(this.#thread, incoming);
  }

  async #wait(span: string): Promise<Line[]> {
    const until = this.#now + milliseconds(span);
    const lines: Line[] = [];
    for (let due = this.#conversation?.dueAt; due !== undefined && due <= until; due = this.#conversation?.dueAt) {
      this.#now = due;
      await this.#turns.takeDue();
      lines.push(...this.#told());
    }
    this.#now = until;
    return lines;
  }

  #message(what: unknown): Incoming {
    this.#activities += 1;
    const base = { kind: 'message', origin: { activityId: `activity-${this.#activities}` } } as const;
    if (Array.isArray(what)) {
      const label = String(what[0]);
      const choice = this.#offered.findLast((each) => each.label === label);
      if (choice === undefined) throw new Error(`No button "${label}" was offered.`);
      return { ...base, text: label, choice: choice.value };
    }
    if (typeof what !== 'object' || what === null) return { ...base, text: String(what) };
    const { writes = '', times = 1, sends, edits } = what as Written;
    const origin = { ...base.origin, ...(edits !== undefined && { edits: `activity-${edits}` }) };
    return { ...base, origin, text: writes.repeat(times), attachments: sends === undefined ? [] : [sends] };
  }

  #lines(result: TurnResult): Line[] {
    return result.kind === 'refused' ? [{ refused: refusalText(result.refusal) }] : this.#told();
  }

  /** What was saved since the last look, in the notation. */
  #told(): Line[] {
    return this.#outcomes.splice(0).flatMap((outcome) => {
      const before = this.#conversation;
      this.#conversation = outcome.conversation;
      this.#offered = [...this.#offered, ...outcome.messages.flatMap(({ choices }) => choices ?? [])];
      const isNew = before !== undefined && before.id !== outcome.conversation.id;
      return [
        ...(isNew ? [{ conversation: 'new' }] : []),
        ...this.#said(outcome.messages),
        ...consequences(isNew ? undefined : before, outcome),
      ];
    });
  }

  #said(messages: readonly Draft[]): Line[] {
    return messages
      .filter(({ author }) => author === 'bot' || author === 'system')
      .map((message) => ({ [message.author]: this.#nameOf(message) }));
  }
}

function consequences(before: Conversation | undefined, { conversation, rating, ticket }: Outcome): Line[] {
  const lines: Line[] = [];
  if (ticket !== undefined) lines.push({ ticket: `${ticket.number} ${ticket.contact} "${ticket.question}"` });
  if (conversation.status !== (before?.status ?? 'bot')) {
    const { status, solved, outcome } = conversation;
    // Of a conversation that an agent ended as solved, `agent` says all.
    const ended = outcome === undefined || outcome === 'solved' ? [solved] : [solved, outcome];
    lines.push({ status: status === 'closed' ? `${status} (${ended.join(', ')})` : status });
  }
  if (rating?.kind === 'asked')
    lines.push({ rating: `asked of ${rating.request.handledBy} (${rating.request.entries.join(', ')})` });
  if (rating?.kind === 'given') lines.push({ rating: rating.score });
  return lines;
}

function refusalText(refusal: Refusal): string {
  return 'by' in refusal && refusal.by !== undefined ? `${refusal.code} (${refusal.by.name})` : refusal.code;
}

function agentNamed(id: string): Agent {
  return { id, name: id.charAt(0).toUpperCase() + id.slice(1) };
}

function actOf(what: unknown): AgentAct {
  if (typeof what === 'object' && what !== null) {
    const { says = '', answers } = what as { says?: string; answers?: string };
    return { kind: 'say', text: says, ...(answers !== undefined && { entry: answers }) };
  }
  const said = String(what);
  const [, to] = /^transfers to (\w+)$/.exec(said) ?? [];
  if (to !== undefined) return { kind: 'transfer', to: agentNamed(to) };
  switch (said) {
    case 'claims':
      return { kind: 'claim' };
    case 'takes over':
      return { kind: 'take-over' };
    case 'releases':
      return { kind: 'release' };
    case 'is gone':
      return { kind: 'agent-gone' };
    case 'resolves':
      return { kind: 'resolve', outcome: 'solved' };
    case 'resolves (not solved)':
      return { kind: 'resolve', outcome: 'not-solved' };
    case 'resolves (spam)':
      return { kind: 'resolve', outcome: 'spam' };
    default:
      return { kind: 'say', text: said };
  }
}

function milliseconds(span: string): number {
  const [, count = '', unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(span) ?? [];
  const units: Record<string, number> = { minute, hour: 60 * minute, day };
  if (units[unit] === undefined)
    throw new Error(`"${span}" is no time to wait; write "3 minutes", "2 hours", "7 days".`);
  return Number(count) * units[unit];
}

/** The sample mind, but for what the script fixes, and for what it breaks down at. */
function mindFor({ understands, policy, staffed }: Script, sample: Mind, failing: ReadonlySet<string>): Mind {
  return {
    ...sample,
    staffed,
    policy: { ...sample.policy, ...policy },
    understand: (text, context) => {
      if (failing.has(text)) throw new Error('The script says that this message fails.');
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
    apart: () => [],
    explain: () => unexplained,
  };
}
