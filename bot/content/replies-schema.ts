import { z } from 'zod';

import type { SavedReply } from '../domain/knowledge.ts';
import { finding, type Finding } from './finding.ts';
import { id, text } from './scalar.ts';
import { placeholderFindings } from './wording-schema.ts';

/* The form of intents/replies.yaml: what agents say again and again, in both languages, ready to be sent with one key. */

/** What an agent's reply may have filled in. */
const values = ['customer', 'agent', 'shop', 'ticket', 'order'];

/** Characters that an agent may send at once. */
const longest = 4000;

const words = z.strictObject({
  title: text.describe('Come la trova l’operatore. / By what the agent finds it.'),
  text: text
    .superRefine(finding((value: string) => [...placeholderFindings(value, values, []), ...lengthFindings(value)]))
    .describe(`Testo semplice, non Markdown; valori / plain text, not Markdown; values: {${values.join('} {')}}`),
});

const reply = z.strictObject({
  id: id.describe('Nome unico tra le risposte. / A name of its own among the replies.'),
  it: words,
  en: words,
});

export const repliesFile = z
  .array(reply)
  .superRefine(finding(repeatFindings))
  .transform((replies): readonly SavedReply[] =>
    replies.map((each) => ({ id: each.id, texts: { it: trimmed(each.it), en: trimmed(each.en) } })),
  );

type Words = z.output<typeof words>;

function trimmed(each: Words): Words {
  return { title: each.title.trim(), text: each.text.trim() };
}

function lengthFindings(value: string): Finding[] {
  if (value.length <= longest) return [];
  const message = {
    it: `Il testo ha ${value.length} caratteri; un operatore può mandarne ${longest} alla volta.`,
    en: `The text has ${value.length} characters; an agent may send ${longest} at once.`,
  };
  const help = { it: 'Accorcialo, o fanne due risposte.', en: 'Shorten it, or make two replies of it.' };
  return [{ code: 'out-of-range', message, help }];
}

function repeatFindings(replies: readonly z.output<typeof reply>[]): Finding[] {
  const seen = new Set<string>();
  return replies.flatMap(({ id: name }, index): Finding[] => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const message = {
      it: `L’id "${name}" è già di un’altra risposta.`,
      en: `The id "${name}" is already used by another reply.`,
    };
    const help = { it: 'Dai un altro id a una delle due.', en: 'Give one of the two another id.' };
    return [{ code: 'duplicate-id', message, help, path: [index, 'id'] }];
  });
}
