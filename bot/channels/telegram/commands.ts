import { knownIntents } from '../../domain/knowledge.ts';
import type { Localized } from '../../domain/language.ts';

/** What a command does: open the chat, or what a button of that value would. */
export type Meaning = { readonly kind: 'open' } | { readonly kind: 'choice'; readonly value: string };

const help: Meaning = { kind: 'choice', value: 'entry:help' };
const person: Meaning = { kind: 'choice', value: 'person' };
const end: Meaning = { kind: 'choice', value: `entry:${knownIntents.goodbye}` };

const meanings: Readonly<Record<string, Meaning>> = {
  start: { kind: 'open' },
  help,
  aiuto: help,
  operatore: person,
  human: person,
  stop: end,
};

/** What a command means, whichever language the customer speaks; undefined when it is none of ours. */
export function commandMeaning(command: string): Meaning | undefined {
  return Object.hasOwn(meanings, command) ? meanings[command] : undefined;
}

/** What stands in the customer's menu. */
export const menus: Localized<readonly { readonly command: string; readonly description: string }[]> = {
  it: [
    { command: 'start', description: 'Inizia' },
    { command: 'help', description: 'Che cosa puoi chiedermi' },
    { command: 'operatore', description: 'Parla con una persona' },
    { command: 'stop', description: 'Chiudi la conversazione' },
  ],
  en: [
    { command: 'start', description: 'Begin' },
    { command: 'help', description: 'What you can ask me' },
    { command: 'human', description: 'Talk to a person' },
    { command: 'stop', description: 'End the conversation' },
  ],
};
