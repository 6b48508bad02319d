import type { Conversation } from '../domain/conversation.ts';
import type { Entry } from '../domain/knowledge.ts';
import type { Choice } from '../domain/message.ts';
import { dateIn } from '../domain/time.ts';
import type { ChoiceWording, Wording } from '../domain/wording.ts';
import { phrasing } from './phrasing.ts';
import { plainWords } from './plain-words.ts';
import { change, say, wording, type Extras, type Turn } from './turn.ts';

type About = Extract<Conversation['pending'], { kind: 'choice' }>['about'];
type Fixed = keyof Wording['choices'];

/** Says a text with buttons and awaits one of them. */
export function offer(turn: Turn, about: About, text: string, choices: readonly Choice[], extras: Extras = {}): Turn {
  const said = say(turn, text, { ...extras, choices, asks: 'choice' });
  return change(said, { pending: { kind: 'choice', about, choices } });
}

/** The buttons whose labels stand in bot.yaml. */
export function fixedChoices(turn: Turn, ...values: readonly Fixed[]): readonly Choice[] {
  const { choices } = wording(turn);
  return values.map((value) => choiceOf(value, choices[value]));
}

/** A button that a label and words of bot.yaml describe. */
export function choiceOf(value: string, { label, words }: ChoiceWording): Choice {
  return { value, label, words };
}

/** Buttons for entries, by their questions; those that are not in use on this channel today are left out. */
export function entryChoices(turn: Turn, ids: readonly string[]): readonly Choice[] {
  return ids.flatMap((id) => {
    const entry = turn.mind.entries.get(id);
    if (entry === undefined || !inUse(entry, turn)) return [];
    return [{ value: `entry:${id}`, label: phrasing(entry, turn.conversation.language).question, words: [] }];
  });
}

/** Which of the choices a text means: its label or one of its words, or its number in the list; undefined = none. */
export function choiceWritten(text: string, choices: readonly Choice[]): Choice | undefined {
  const written = plainWords(text);
  if (written === '') return undefined;
  if (/^\d{1,2}$/.test(written)) return choices[Number(written) - 1];
  return choices.find((choice) => isNamed(text, choice));
}

/** Tells whether a text is the label of a choice or one of its words. */
export function isNamed(text: string, { label, words }: Choice): boolean {
  const written = plainWords(text);
  return written !== '' && [label, ...words].some((each) => plainWords(each) === written);
}

/** The entry that a button names; undefined when it names none, or one that is gone or not in use on this channel today. */
export function chosenEntry(turn: Turn, value: string): Entry | undefined {
  const entry = value.startsWith('entry:') ? turn.mind.entries.get(value.slice('entry:'.length)) : undefined;
  return entry !== undefined && inUse(entry, turn) ? entry : undefined;
}

/** What the bot awaits a choice for; undefined when it awaits none. */
export function awaited({ pending }: Conversation): About | undefined {
  return pending.kind === 'choice' ? pending.about : undefined;
}

function inUse(entry: Entry, { at, mind, conversation }: Turn): boolean {
  const today = dateIn(mind.hours.zone, at);
  if (entry.validFrom !== undefined && today < entry.validFrom) return false;
  if (entry.validTo !== undefined && today > entry.validTo) return false;
  return entry.channels === undefined || entry.channels.includes(conversation.thread.channel);
}
