import { z } from 'zod';

import { pointsOf, type Scale } from '../domain/rating.ts';
import type { ChoiceWording, Wording } from '../domain/wording.ts';
import { finding, type Finding } from './finding.ts';
import { meantFirst, nearest } from './nearest.ts';
import { text } from './scalar.ts';

/*
 * The form of `wording:` in intents/bot.yaml, in snake_case what domain/wording says. Each sentence names the values that
 * it may hold in braces; those with `!` it must hold, because without them the customer would miss something.
 */

const choice = z.strictObject({
  label: text.describe('Il testo del pulsante. / The label of the button.'),
  words: z
    .array(text)
    .default([])
    .describe(
      'Altre parole con cui il cliente può sceglierlo scrivendo. / Other words by which a customer may choose it in writing.',
    ),
});

const five = z.tuple([choice, choice, choice, choice, choice]).superRefine(finding(uniqueWords));
const seven = z.tuple([choice, choice, choice, choice, choice, choice, choice]).superRefine(finding(uniqueWords));

/** A long scale has words at its ends only; between them stand the numbers. */
function ends(scale: Scale) {
  return z
    .strictObject({
      ask: sentence(),
      least: text.describe('Il nome del punto più basso. / The name of the lowest point.'),
      most: text.describe('Il nome del punto più alto. / The name of the highest point.'),
    })
    .transform(({ ask, least, most }) => ({ ask, points: numbered(scale, least, most) }));
}

const rating = z
  .strictObject({
    ask: sentence(),
    thanks: sentence(),
    sorry: sentence(),
    points: five,
    scales: z
      .strictObject({
        'csat-10': ends('csat-10').optional(),
        'ces-7': z.strictObject({ ask: sentence(), points: seven }).optional(),
        'nps-10': ends('nps-10').optional(),
      })
      .default({})
      .describe('Le domande delle altre scale. / The questions of the other scales.'),
  })
  .transform(({ ask, points, scales, ...rest }) => {
    const others = Object.entries(scales).filter(([, each]) => each !== undefined);
    return { ...rest, scales: { 'csat-5': { ask, points }, ...Object.fromEntries(others) } };
  });

export const wording = z
  .strictObject({
    disclosure: sentence('bot', 'shop'),
    welcome: sentence(),
    clarify: sentence(),
    which: sentence(),
    rephrase: sentence(),
    noise: sentence(),
    repeated: sentence(),
    links: sentence(),
    handoff: z.strictObject({
      unsure: sentence(),
      noise: sentence(),
      unhelpful: sentence(),
      failed: sentence(),
      details: sentence(),
    }),
    waiting: z.strictObject({ queued: sentence(), noted: sentence(), cancelled: sentence(), requeued: sentence() }),
    contact: z.strictObject({
      unsure: sentence(),
      closed: sentence('back'),
      away: sentence('back'),
      busy: sentence('back'),
      invalid: sentence(),
      ticket: sentence('number!', 'contact'),
      declined: sentence(),
    }),
    back: z.strictObject({
      today: sentence('time!'),
      tomorrow: sentence('time!'),
      day: sentence('day!', 'time!'),
      latest: sentence('back!'),
      soon: sentence(),
    }),
    mail: z.strictObject({
      ticket: z.strictObject({
        subject: subject('number!', 'shop', 'question'),
        text: letter('number!', 'question', 'shop'),
      }),
      answer: z.strictObject({
        subject: subject('number!', 'shop', 'question'),
        text: letter('answer!', 'number', 'question', 'shop', 'agent'),
      }),
    }),
    agent: z.strictObject({
      joined: sentence('agent!'),
      says: sentence('agent!', 'text!'),
      resolved: sentence('agent'),
    }),
    solved: z.strictObject({ ask: sentence(), no: sentence(), yes: sentence() }),
    goodbye: sentence(),
    rating,
    choices: z.strictObject({
      none: choice,
      person: choice,
      cancel: choice,
      yes: choice,
      no: choice,
      decline: choice,
    }),
    too_long: sentence('max'),
    attachment: sentence(),
  })
  .transform(({ too_long: tooLong, ...rest }): Wording => ({ ...rest, tooLong }));

/** A sentence of the bot; `names` are the values in braces that it may hold, with `!` those that it must. */
function sentence(...names: string[]) {
  return withValues('Markdown', names);
}

/** The text of a mail, as it is sent. */
function letter(...names: string[]) {
  return withValues('Testo semplice / plain text', names);
}

/** The subject of a mail: a single line. */
function subject(...names: string[]) {
  return withValues('Una riga di testo semplice / one line of plain text', names).superRefine(
    finding((value: string): Finding[] =>
      /[\r\n]/.test(value.trim())
        ? [
            {
              code: 'subject-lines',
              message: {
                it: 'L’oggetto di un’e-mail ha più righe.',
                en: 'The subject of a mail has several lines.',
              },
              help: { it: 'Scrivilo su una riga.', en: 'Write it in one line.' },
            },
          ]
        : [],
    ),
  );
}

function withValues(form: string, names: readonly string[]) {
  const allowed = names.map((name) => name.replace('!', ''));
  const required = names.filter((name) => name.endsWith('!')).map((name) => name.slice(0, -1));
  const values = allowed.map((name) => `{${name}}`).join(' ');
  return text
    .superRefine(finding((value: string) => placeholderFindings(value, allowed, required)))
    .describe(allowed.length === 0 ? form : `${form}; valori / values: ${values}`);
}

/** What is wrong with the values in braces of a sentence: those that it may not hold, and those that it must and does not. */
export function placeholderFindings(value: string, allowed: readonly string[], required: readonly string[]): Finding[] {
  const held = [...value.matchAll(/\{([^{}\s]*)\}/g)].map(({ 0: part, 1: name = '' }) => ({ part, name }));
  const names = allowed.map((name) => `{${name}}`).join(', ');
  const help =
    allowed.length === 0
      ? {
          it: 'In questa frase non vanno valori: cancella le graffe e ciò che contengono.',
          en: 'This sentence holds no values: delete the braces and what is in them.',
        }
      : { it: `In questa frase possono stare ${names}.`, en: `This sentence may hold ${names}.` };
  const unknown = held.filter(({ name }) => !allowed.includes(name));
  const missing = required.filter((name) => !held.some((each) => each.name === name));
  return [
    ...unknown.map(({ part, name }): Finding => {
      const near = nearest(name, allowed);
      const message = {
        it: `Per ${part} il bot non ha un valore in questa frase.`,
        en: `The bot has no value for ${part} in this sentence.`,
      };
      return { code: 'unknown-placeholder', message, help: meantFirst(near && `{${near}}`, help), part };
    }),
    ...missing.map((name): Finding => {
      const message = {
        it: `Nella frase manca {${name}}, che al cliente serve.`,
        en: `The sentence lacks {${name}}, which the customer needs.`,
      };
      const where = {
        it: `Scrivi {${name}} dove deve stare il valore.`,
        en: `Write {${name}} where the value shall stand.`,
      };
      return { code: 'missing-placeholder', message, help: where };
    }),
  ];
}

function numbered(scale: Scale, least: string, most: string): ChoiceWording[] {
  const points = pointsOf(scale);
  return points.map((score, index) => {
    const name = index === 0 ? least : index === points.length - 1 ? most : undefined;
    return name === undefined
      ? { label: String(score), words: [] }
      : { label: `${score} - ${name.trim()}`, words: [name] };
  });
}

type Point = z.output<typeof choice>;

/** A customer who writes a word must mean one point of the scale by it. */
function uniqueWords(scale: readonly Point[]): Finding[] {
  const owners = new Map<string, number>();
  return scale.flatMap(({ label, words }, index) =>
    [...new Set([label, ...words].map((word) => word.trim().toLowerCase()))].flatMap((word): Finding[] => {
      const owner = owners.get(word);
      owners.set(word, owner ?? index);
      if (owner === undefined) return [];
      const points = [owner + 1, index + 1];
      const message = {
        it: `"${word}" sta per i punti ${points.join(' e ')} del giudizio.`,
        en: `"${word}" stands for the points ${points.join(' and ')} of the rating.`,
      };
      const help = {
        it: 'Ogni parola deve stare per un punto solo.',
        en: 'Let each word stand for one point only.',
      };
      return [{ code: 'duplicate-word', message, help, path: [index, 'words'], part: word }];
    }),
  );
}
