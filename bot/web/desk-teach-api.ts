import { z } from 'zod';

import type { Teaching } from '../content/teach.ts';
import type { Entry } from '../domain/knowledge.ts';
import { languages, type Language, type Localized } from '../domain/language.ts';
import { thresholdsFor, type Policy } from '../domain/policy.ts';
import type { Audit } from '../service/audit.ts';
import { errorReply, type Reply, type Route } from '../service/http.ts';
import type { Proposed, Teacher } from '../service/teacher.ts';
import { ok, type DeskCalls } from './desk-calls.ts';

export interface TeachApiParts {
  readonly calls: DeskCalls;
  readonly audit: Pick<Audit, 'record'>;
  readonly teacher: Teacher;
  /** The entries of the knowledge in force. */
  readonly entries: () => ReadonlyMap<string, Entry>;
  /** The policy in force. */
  readonly policy: () => Pick<Policy, 'thresholds' | 'thresholdsIn'>;
}

export interface TeachableEntries {
  /** Sorted by id. */
  readonly entries: readonly Teachable[];
  /** Confidence (0..1) from which the bot asks for an entry; below, the nearest is no guess worth making. */
  readonly clarifyFrom: Localized<number>;
}

/** An entry that may be taught a wording. */
export interface Teachable {
  readonly id: string;
  readonly titles: Readonly<Partial<Record<Language, string>>>;
  /** The file of faq/ in which it stands, without folder and ending; undefined for intents. */
  readonly topic?: string;
}

const wording = (name: string, most: number) =>
  z
    .string({ error: `${name}: a text` })
    .transform((text) => text.trim())
    .pipe(
      z
        .string()
        .min(1, { error: `${name}: write something` })
        .max(most, { error: `${name}: at most ${most} characters` }),
    );
const phrasing = z.strictObject({
  question: wording('question', 300),
  examples: z.array(wording('example', 300)).max(50, { error: 'examples: at most 50' }),
  answer: wording('answer', 8000),
});
const teaching = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('example'),
    entry: wording('entry', 100),
    language: z.enum(languages),
    text: wording('text', 300),
  }),
  z.strictObject({
    kind: z.literal('entry'),
    file: z.string().regex(/^faq\/[a-z0-9][a-z0-9-]{0,60}\.yaml$/, {
      error: 'file: faq/, then letters a-z, digits and hyphens, then .yaml',
    }),
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, { error: 'id: letters a-z, digits and hyphens' }),
    texts: z.strictObject({ it: phrasing, en: phrasing }),
  }),
]) satisfies z.ZodType<Teaching>;
const accepting = z.strictObject({ id: z.string().max(100) });

/** Teaching from the desk, for editors: what there is to teach, what a lesson would change, and writing it. */
export function teachApi({ teacher, entries, policy, audit, calls }: TeachApiParts): Route[] {
  const { looks, does, signals } = calls;
  return [
    looks(['editor'], '/desk/api/teach/entries', async () =>
      ok({
        entries: [...entries().values()].map(teachable).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        clarifyFrom: { it: thresholdsFor(policy(), 'it').clarify, en: thresholdsFor(policy(), 'en').clarify },
      } satisfies TeachableEntries),
    ),
    signals(['editor'], '/desk/api/teach/propose', teaching, async (_, __, input) =>
      proposedReply(await teacher.propose(input)),
    ),
    does(['editor'], '/desk/api/teach/accept', accepting, async (_, { note, entry }, { id }) => {
      // A file takes part in no transaction: rather a line without its lesson than a lesson without its line.
      const accepted = await teacher.accept(id, async (path) => {
        note({ path });
        await audit.record(entry());
      });
      switch (accepted.kind) {
        case 'written':
          return ok({ path: accepted.path });
        case 'changed':
          return errorReply(409, 'knowledge-changed', 'The knowledge was changed meanwhile. Look at the change again.');
        case 'unwritable': {
          const message = `The system does not let Sportello write to the knowledge (${accepted.why}). Nothing was changed; ask the operator.`;
          return errorReply(503, 'knowledge-unwritable', message, { facts: { why: accepted.why } });
        }
        case 'unknown':
          return errorReply(404, 'no-proposal', 'This proposal is not open any more. Make it again.');
      }
    }),
  ];
}

function teachable(entry: Entry): Teachable {
  const titles = Object.fromEntries(
    languages.flatMap((language) => {
      const title = entry.texts[language]?.question;
      return title === undefined ? [] : [[language, title]];
    }),
  );
  return { id: entry.id, titles, ...(entry.kind === 'faq' && { topic: entry.topic }) };
}

function proposedReply(proposed: Proposed): Reply {
  switch (proposed.kind) {
    case 'proposed':
      return ok(proposed.proposal);
    case 'problems': {
      const [first] = proposed.problems;
      const where = first === undefined ? '' : ` (${first.file}:${first.line}: ${first.message.en})`;
      const message = `The knowledge has Problems${where}. They come first; sportello check shows them all.`;
      const facts = {
        problems: String(proposed.problems.length),
        ...(first && { where: `${first.file}:${first.line}`, it: first.message.it, en: first.message.en }),
      };
      return errorReply(409, 'knowledge-problems', message, { facts });
    }
    case 'refused':
      return errorReply(409, proposed.code, refusals[proposed.code]);
  }
}

const refusals = {
  'unknown-entry': 'There is no such entry in the files any more.',
  'no-such-language': 'The entry has nothing in this language. Add its question and answer in the file first.',
  'unreadable-file': 'The file cannot be added to: it is not a list of entries in good order.',
} as const;
