import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { channels } from '../../bot/domain/conversation.ts';
import { languages } from '../../bot/domain/language.ts';
import { scales } from '../../bot/domain/rating.ts';

/*
 * A scripted chat, as it stands in tests/conversations/*.yaml: what people do, and line by line what comes of it.
 *
 *   - customer: dov'è il mio pacco        the customer writes
 *   - customer: [Sì]                      ... presses the button with this label
 *   - customer: { sends: image/png }      ... sends a file, with or without `text`
 *   - customer: { writes: a, times: 9 }   ... writes something long
 *   - customer: { writes: a, edits: 2 }   ... puts their second message right
 *   - unreachable: blocked                the channel can write to the customer no more
 *   - opened: en                          the customer opens the chat, in this language
 *   - installed: it                       the customer adds the bot to a channel where whoever was here before is not welcomed again
 *   - signs: { like: 2 }                  the customer puts a sign to the second of the bot's messages: like, or sad
 *   - withdraws: 1                        the customer takes their first message back
 *   - again: dov'è il mio pacco           the channel brings the last message a second time
 *   - fails: aiuto                        a message at which the bot breaks down
 *   - agent giulia: claims                claims, takes over, releases, transfers to marco, is gone (the desk has seen it),
 *                                         resolves, resolves (not solved), resolves (spam); anything else she says
 *   - agent giulia: { says: Ecco, answers: refund-time }   ... with the answer of an entry
 *   - wait: 3 minutes                     minutes, hours or days; what is due meanwhile happens when it is due
 *
 *   - bot: clarify [a, b, none, person]   a sentence of bot.yaml by its name, and the choices offered by their values
 *   - bot: answer track-order             the answer of an entry; with a number, which of its variants
 *   - bot: (en) answer track-order        the same in another language than the script's
 *   - system: agent.joined Giulia         a sentence with values: the values follow
 *   - status: closed (bot-confirmed)      the status has changed; in brackets what is known of the solution, and what
 *                                         the agent said of it, unless that is `solved`
 *   - rating: asked of bot (track-order)  about whom, and about which answers; or the score that was given
 *   - ticket: 261123-Q9W4EX a@b.it "..."  number, contact and open question
 *   - conversation: new                   what follows belongs to a new conversation
 *   - refused: not-waiting                an agent's act was refused
 *
 * Nothing may be left out: a chat passes when the whole script is what happens.
 */
const line = z
  .record(z.string(), z.union([z.string(), z.number(), z.array(z.string()).length(1), z.looseObject({})]))
  .refine((record) => Object.keys(record).length === 1, 'a line says one thing');

const stub = z.strictObject({
  decision: z.enum(['answer', 'clarify', 'handoff', 'noise']),
  /** Entries and their confidences, best first. */
  matches: z.record(z.string(), z.number()).default({}),
  language: z.enum(languages).optional(),
});

const script = z.strictObject({
  title: z.string(),
  /** Default: a Monday morning within opening hours. */
  starts: z.string().default('2026-11-23T10:00:00+01:00'),
  channel: z.enum(channels).default('webchat'),
  language: z.enum(languages).default('it'),
  /** Somebody is at the desk. */
  staffed: z.boolean().default(true),
  /** Messages for which the script fixes what is understood, where a rule needs an exact confidence. */
  understands: z.record(z.string(), stub).default({}),
  /** Other numbers of the policy than those of intents/bot.yaml, by their names in bot/domain/policy.ts. */
  policy: z.record(z.string(), z.union([z.number(), z.enum(scales)])).default({}),
  chat: z.array(line).min(1),
});

export type Script = z.output<typeof script>;
export type Stub = z.output<typeof stub>;
/** One line of a chat: who or what, and what they do. */
export type Line = Readonly<Record<string, unknown>>;

const folder = resolve(import.meta.dirname, '../conversations');

/** All scripted chats by file name. */
export function scripts(): readonly { readonly file: string; readonly script: Script }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({ file, script: parseScript(readFileSync(join(folder, file), 'utf8')) }));
}

export function parseScript(text: string): Script {
  return script.parse(parse(text));
}
