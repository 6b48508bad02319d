import { knownIntents, type Entry, type Intent } from '../domain/knowledge.ts';
import type { Choice } from '../domain/message.ts';
import { thresholdsFor } from '../domain/policy.ts';
import type { Understanding } from '../domain/understanding.ts';
import { answer, answerAll, chat, type Meant } from './answer.ts';
import { awaited, chosenEntry, entryChoices, fixedChoices, offer } from './choices.ts';
import { confirmSolved, sayGoodbye } from './closing.ts';
import { isContactAlone, wordsBeside } from './contact.ts';
import { fill } from './fill.ts';
import { handOver, leaveQueue, noteForAgent } from './handoff.ts';
import { clarify, markMissed, missed, noise, noneOfThese, remember, rememberOpen, understood } from './misses.ts';
import { meantBy, severalMeant } from './meant.ts';
import { phrasing } from './phrasing.ts';
import { isProblem, longestQuestion, type Reading } from './reading.ts';
import { declineContact, leaveContact, repeatContact } from './ticket.ts';
import { change, say, wording, type Turn } from './turn.ts';

/** What the bot does about a customer's message, while it holds the conversation or the customer waits. */
export function takeReading(turn: Turn, reading: Reading): Turn {
  switch (reading.kind) {
    case 'choice':
      return takeChoice(turn, reading.value);
    case 'contact':
      return leaveContact(reading.problem ? rememberOpen(turn, reading.problem) : turn, reading.contact);
    case 'no-contact':
      return declineContact(turn);
    case 'too-long':
      return unread(turn, fill(wording(turn).tooLong, { max: String(longestQuestion) }));
    case 'attachment':
      return unread(turn, wording(turn).attachment);
    case 'stale':
      return turn;
    case 'question':
      return takeQuestion(turn, reading.understanding);
  }
}

function takeChoice(turn: Turn, value: string): Turn {
  switch (value) {
    case 'yes':
      return confirmSolved(turn);
    case 'no':
      return sayNo(turn);
    case 'none':
      return noneOfThese(turn);
    case 'person':
      return handOver(turn, 'requested', knownIntents.person);
    case 'cancel':
      return say(leaveQueue(turn), wording(turn).waiting.cancelled);
    default: {
      const entry = chosenEntry(turn, value);
      // An entry that was offered may be gone from the knowledge, or no longer in use, by the time it is chosen.
      return entry === undefined ? missed(turn) : act(understood(turn), { entry, confidence: 1 });
    }
  }
}

function takeQuestion(turn: Turn, understanding: Understanding): Turn {
  const { decision } = understanding;
  const { pending, status, handoff } = turn.conversation;
  const several = severalMeant(turn, understanding);
  if (several.length > 1) {
    const asked = several.reduce((now, { question }) => remember(now, question), turn);
    return answerAll(
      understood(asked),
      several.map(({ meant }) => meant),
    );
  }
  const meant = meantBy(turn, understanding);
  const failedContact =
    pending.kind === 'contact'
      ? isFailedContact(understanding)
      : handoff?.contactOffered === true && isContactAlone(understanding.text);
  if (meant === undefined && failedContact) {
    return repeatContact(isProblem(understanding) ? rememberOpen(turn, understanding) : turn);
  }
  const asked = meant !== undefined && isSmallTalk(meant.entry) ? turn : remember(turn, understanding);
  if (meant !== undefined) return act(understood(asked), meant);
  if (status === 'waiting') return noteForAgent(asked);
  if (isReference(understanding)) return handOver(asked, 'details');
  if (understanding.noise) return noise(asked, turn);
  return decision.kind === 'clarify' ? takeUncertain(asked, turn, understanding, decision.ids) : missed(asked);
}

/** Written where a contact is awaited, and neither one nor understood: more likely one gone wrong than a question. */
function isFailedContact({ text, noise: isNoise }: Understanding): boolean {
  return isNoise || /@|\d{4}/.test(text) || wordsBeside(text).length === 0;
}

/** An order number or an address without a word beside: the customer was told to send it, and a person can look it up. */
function isReference({ text, noise: isNoise }: Understanding): boolean {
  return isNoise && /\d{5}|\S@\S/.test(text);
}

/**
 * Small talk is not asked back about: it is taken for what it most likely is, a yes, a no or a goodbye only when that is sure. Who is asked about one entry and says more
 * that leads to it alone is answered; about several, which of them. `before` is without this message as a question.
 */
function takeUncertain(asked: Turn, before: Turn, understanding: Understanding, ids: readonly string[]): Turn {
  const confidenceOf = (entry: Entry) => understanding.matches.find(({ id }) => id === entry.id)?.confidence ?? 0;
  const best = asked.mind.entries.get(ids[0] ?? '');
  const { answer: sure } = thresholdsFor(asked.mind.policy, asked.conversation.language);
  const eitherIsSmallTalk = ids.every((id) => isSmallTalkId(asked, id));
  if (best !== undefined && (isReply(best) || (eitherIsSmallTalk && confidenceOf(best) >= sure))) {
    return act(understood(before), { entry: best, confidence: confidenceOf(best) });
  }
  const questions = ids.filter((id) => !isSmallTalkId(asked, id));
  if (questions.length === 0) return missed(asked);
  const clarified = clarify(asked, questions);
  const [only, ...others] = entriesOffered(clarified);
  if (only === undefined || !sameChoices([only, ...others], entriesOffered(before))) return clarified;
  const entry = others.length === 0 ? chosenEntry(asked, only.value) : undefined;
  return entry === undefined
    ? which(asked, clarified)
    : act(understood(asked), { entry, confidence: confidenceOf(entry) });
}

/** Asks which of the entries that are offered already; `offered` is a turn that awaits the choice. */
function which(turn: Turn, { conversation: { pending } }: Turn): Turn {
  return offer(turn, 'clarify', wording(turn).which, pending.kind === 'choice' ? pending.choices : []);
}

/** The buttons of entries that the bot awaits a choice among, having asked which is meant. */
function entriesOffered({ conversation: { pending } }: Turn): readonly Choice[] {
  if (pending.kind !== 'choice' || pending.about !== 'clarify') return [];
  return pending.choices.filter(({ value }) => value.startsWith('entry:'));
}

function sameChoices(some: readonly Choice[], others: readonly Choice[]): boolean {
  return some.length === others.length && some.every(({ value }) => others.some((other) => other.value === value));
}

/** Small talk that changes nothing when it was not meant. */
function isReply(entry: Entry): boolean {
  if (entry.id === knownIntents.affirm || entry.id === knownIntents.deny) return false;
  return entry.kind === 'intent' && entry.does === 'reply';
}

function isSmallTalkId({ mind }: Turn, id: string): boolean {
  const entry = mind.entries.get(id);
  return entry !== undefined && isSmallTalk(entry);
}

function isSmallTalk(entry: Entry): boolean {
  return entry.kind === 'intent' && entry.does !== 'handoff';
}

/** Does what an entry is for. */
function act(turn: Turn, meant: Meant): Turn {
  const { entry } = meant;
  if (entry.kind === 'faq') return answer(turn, meant);
  switch (entry.does) {
    case 'reply':
      return reply(turn, entry, meant);
    case 'handoff':
      return handOver(turn, entry.id === knownIntents.person ? 'requested' : 'topic', entry.id);
    case 'goodbye':
      return sayGoodbye(turn, entry);
    case 'restart':
      return restart(turn, entry);
  }
}

/** Small talk, unless it is a yes or a no to what the bot has asked. */
function reply(turn: Turn, intent: Intent, meant: Meant): Turn {
  const { answered, status, pending } = turn.conversation;
  switch (intent.id) {
    case knownIntents.affirm:
      if (status === 'waiting' || pending.kind === 'contact') return noted(turn);
      return sayYes(turn) ?? chat(turn, meant);
    case knownIntents.deny:
      if (status === 'waiting') return noted(turn);
      return awaited(turn.conversation) === undefined ? chat(turn, meant) : sayNo(turn);
    case knownIntents.notHelpful:
      if (status === 'waiting' || pending.kind === 'contact') return noted(turn);
      return answered.length === 0 ? chat(turn, meant) : rejectAnswer(turn);
    default:
      return chat(turn, meant);
  }
}

/** Yes to what the bot has asked; undefined when that was no yes-or-no question. */
function sayYes(turn: Turn): Turn | undefined {
  switch (awaited(turn.conversation)) {
    case 'solved':
      return confirmSolved(turn);
    case 'person':
      return handOver(turn, 'requested', knownIntents.person);
    case 'clarify': {
      const [only, ...others] = entriesOffered(turn);
      if (only === undefined) return undefined;
      return others.length === 0 ? takeChoice(turn, only.value) : which(turn, turn);
    }
    case 'related':
    case 'waiting':
    case undefined:
      return undefined;
  }
}

function sayNo(turn: Turn): Turn {
  switch (awaited(turn.conversation)) {
    case 'solved':
      return rejectAnswer(turn);
    case 'clarify':
      return noneOfThese(turn);
    case 'person':
    case 'related':
    case 'waiting':
    case undefined:
      return declineOffer(turn);
  }
}

/** The answer did not help: once the bot offers a person, then it hands over. */
export function rejectAnswer(turn: Turn): Turn {
  const { unhelpful: before, answered } = turn.conversation;
  const unhelpful = before + 1;
  const last = answered.at(-1)?.at;
  const rejected = answered.map((each) => (each.at === last ? { ...each, rejected: true as const } : each));
  const counted = markMissed(change(turn, { unhelpful, answered: rejected }), 'unhelpful');
  if (unhelpful >= turn.mind.policy.unhelpfulBeforeHandoff) return handOver(counted, 'unhelpful');
  const choices = [...otherCandidates(turn), ...fixedChoices(turn, 'person')];
  return offer(counted, 'person', wording(turn).solved.no, choices);
}

/** What else the last question may have meant: up to two entries from the clarify threshold on. */
function otherCandidates(turn: Turn) {
  const { questions, answered } = turn.conversation;
  const { clarify: plausible } = thresholdsFor(turn.mind.policy, turn.conversation.language);
  const last = answered.at(-1)?.at;
  const given = answered.filter(({ at }) => at === last).map(({ entry }) => entry);
  const others = (questions.at(-1)?.candidates ?? []).filter(({ id, confidence }) => {
    return !given.includes(id) && confidence >= plausible && turn.mind.entries.get(id)?.kind === 'faq';
  });
  return entryChoices(
    turn,
    others.slice(0, 2).map(({ id }) => id),
  );
}

/** No person either: whatever is asked next is taken afresh. */
function declineOffer(turn: Turn): Turn {
  const free = change(turn, { pending: { kind: 'none' }, lastAnswer: undefined });
  const deny = turn.mind.entries.get(knownIntents.deny);
  return deny === undefined ? say(free, wording(turn).rephrase) : chat(free, { entry: deny, confidence: 1 });
}

function restart(turn: Turn, intent: Intent): Turn {
  const fresh = change(leaveQueue(turn), { lastAnswer: undefined });
  return say(fresh, phrasing(intent, turn.conversation.language).answers[0] ?? wording(turn).rephrase);
}

/** Something that the bot cannot read; a person can, when one is on the way. */
function unread(turn: Turn, text: string): Turn {
  return turn.conversation.status === 'waiting' ? noted(turn) : say(turn, text);
}

function noted(turn: Turn): Turn {
  return turn.conversation.pending.kind === 'contact' ? repeatContact(turn) : noteForAgent(turn);
}
