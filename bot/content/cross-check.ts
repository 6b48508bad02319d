import { knownIntents } from '../domain/knowledge.ts';
import { languages, type Language } from '../domain/language.ts';
import { nearest } from './nearest.ts';
import { wholeFile, type Problem, type ProblemCode } from './problem.ts';
import { quote } from './scalar.ts';
import { valueAt } from './schema.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/*
 * What can only be seen with all entries side by side. The checks look at the plain data rather than at parsed entries, so
 * that an entry with a mistake in one line is still compared with the others, and all Problems are told at once.
 */

/** One item of the list in a file of faq/ or intents/. */
export interface Item {
  readonly file: YamlFile;
  readonly at: Path;
}

/** Ids occur once; `related` names other entries that there are; dates are in order. */
export function checkReferences(items: readonly Item[]): Problem[] {
  const owners = new Map<string, Item>();
  const shared = new Set<string>();
  const problems: Problem[] = [];
  for (const item of items) {
    const id = textAt(item, ['id']);
    if (id === undefined) continue;
    const owner = owners.get(id);
    if (owner === undefined) owners.set(id, item);
    else {
      shared.add(id);
      problems.push(duplicateId(item, id, owner));
    }
  }
  const ids = [...owners.keys()];
  for (const item of items) {
    problems.push(...relatedProblems(item, ids, shared), ...dateProblems(item));
  }
  return problems;
}

/** Within one language each example says one thing: it stands once, in one entry, and no test repeats it. */
export function checkExamples(items: readonly Item[]): Problem[] {
  return languages.flatMap((language) => {
    const examples = new Map<string, Phrase>();
    const tests = new Map<string, Phrase>();
    const problems: Problem[] = [];
    for (const phrase of phrasesOf(items, language, 'learned')) {
      const first = examples.get(phrase.key);
      if (first === undefined) examples.set(phrase.key, phrase);
      else problems.push(repeated('duplicate-example', phrase, `This example is already in ${ownerOf(first)}`, first));
    }
    for (const phrase of phrasesOf(items, language, 'tests')) {
      const learned = examples.get(phrase.key);
      const first = tests.get(phrase.key);
      if (learned !== undefined) {
        problems.push(
          repeated('test-is-example', phrase, `This test is also an example of ${ownerOf(learned)}`, learned),
        );
      } else if (first !== undefined) {
        problems.push(repeated('duplicate-test', phrase, `This test is already in ${ownerOf(first)}`, first));
      }
      tests.set(phrase.key, first ?? phrase);
    }
    return problems;
  });
}

/** Where one language is enough, each entry has one. */
export function checkAnyLanguage(items: readonly Item[]): Problem[] {
  return items.flatMap((item) => {
    const entry = valueAt(item.file.data, item.at);
    if (typeof entry !== 'object' || entry === null || languages.some((language) => language in entry)) return [];
    const help = 'Add a block "it:" or "en:" with its question and answer.';
    return [problemAt(item, [], { code: 'missing-language', message: 'The entry has no language.', help })];
  });
}

/** The intents that the conversation itself asks for are there, and do what it expects of them. */
export function checkKnownIntents(items: readonly Item[]): Problem[] {
  const intents = new Map(
    items.filter(({ file }) => file.path.startsWith('intents/')).map((item) => [textAt(item, ['id']), item]),
  );
  return Object.values(knownIntents).flatMap((id): Problem[] => {
    const item = intents.get(id);
    if (item === undefined) {
      const message = `The intent "${id}" is missing; the conversation needs it.`;
      const help = `Add an entry with "id: ${id}" to a file in intents/.`;
      return [{ file: 'intents', code: 'missing-intent', message, help, ...wholeFile }];
    }
    const act = actOf[id];
    const does = textAt(item, ['does']);
    if (act === undefined || does === undefined || does === act) return [];
    const message = `The intent "${id}" does "${does}"; the conversation needs it to do "${act}".`;
    return [problemAt(item, ['does'], { code: 'wrong-act', message, help: `Write "does: ${act}".` })];
  });
}

const actOf: Partial<Record<string, string>> = {
  [knownIntents.person]: 'handoff',
  [knownIntents.goodbye]: 'goodbye',
  [knownIntents.restart]: 'restart',
};

function duplicateId(item: Item, id: string, owner: Item): Problem {
  const { line } = owner.file.place([...owner.at, 'id'], 'value');
  const message = `The id "${id}" is already used in ${owner.file.path}:${line}.`;
  const help = 'Give one of the two another id, and change it in "related" where it is named.';
  return problemAt(item, ['id'], { code: 'duplicate-id', message, help });
}

/** An id that two entries share is not judged as related to itself: one of the two gets another id. */
function relatedProblems(item: Item, ids: readonly string[], shared: ReadonlySet<string>): Problem[] {
  const own = textAt(item, ['id']);
  return textsAt(item, ['related']).flatMap(({ text, path }): Problem[] => {
    if (text === own) {
      if (shared.has(text)) return [];
      const message = 'The entry is related to itself.';
      return [
        problemAt(item, path, { code: 'self-related', message, help: 'Delete this line, or name another entry.' }),
      ];
    }
    if (ids.includes(text)) return [];
    const near = nearest(text, ids);
    const help =
      near === undefined ? 'Write the id of an entry that there is, or delete the line.' : `Did you mean "${near}"?`;
    return [problemAt(item, path, { code: 'unknown-related', message: `There is no entry ${quote(text)}.`, help })];
  });
}

function dateProblems(item: Item): Problem[] {
  const [from, to] = [textAt(item, ['valid_from']), textAt(item, ['valid_to'])];
  if (from === undefined || to === undefined || from <= to) return [];
  const message = `valid_to, ${quote(to)}, is before valid_from, ${quote(from)}; the entry would never be used.`;
  const help = 'Put the earlier date in valid_from and the later in valid_to.';
  return [problemAt(item, ['valid_to'], { code: 'date-order', message, help })];
}

interface Phrase {
  readonly key: string;
  readonly item: Item;
  readonly path: Path;
}

function phrasesOf(items: readonly Item[], language: Language, what: 'learned' | 'tests'): Phrase[] {
  return items.flatMap((item) => {
    const question = textAt(item, [language, 'question']);
    const title = question === undefined ? [] : [{ text: question, path: [language, 'question'] }];
    const texts =
      what === 'tests' ? textsAt(item, [language, 'tests']) : [...title, ...textsAt(item, [language, 'examples'])];
    return texts.map(({ text, path }) => ({ key: sameness(text), item, path })).filter(({ key }) => key !== '');
  });
}

/** Two phrasings are the same when they differ in capitals, accents, punctuation and spaces only. */
function sameness(phrase: string): string {
  const letters = phrase.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return letters.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function repeated(code: ProblemCode, { item, path }: Phrase, message: string, first: Phrase): Problem {
  const { line } = first.item.file.place([...first.item.at, ...first.path], 'value');
  const help = 'Delete one of the two, or word it as another customer would.';
  return problemAt(item, path, { code, message: `${message} (${first.item.file.path}:${line}).`, help });
}

function ownerOf({ item }: Phrase): string {
  const id = textAt(item, ['id']);
  return id === undefined ? 'another entry' : `"${id}"`;
}

function problemAt(item: Item, path: Path, found: { code: ProblemCode; message: string; help: string }): Problem {
  return { file: item.file.path, ...found, ...item.file.place([...item.at, ...path], 'value') };
}

function textAt({ file, at }: Item, path: Path): string | undefined {
  const value = valueAt(file.data, [...at, ...path]);
  return typeof value === 'string' ? value : undefined;
}

function textsAt({ file, at }: Item, path: Path): { text: string; path: Path }[] {
  const value = valueAt(file.data, [...at, ...path]);
  if (!Array.isArray(value)) return [];
  return value.flatMap((text: unknown, index) => (typeof text === 'string' ? [{ text, path: [...path, index] }] : []));
}
