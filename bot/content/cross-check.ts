import { knownIntents } from '../domain/knowledge.ts';
import { languages, type Language, type Localized } from '../domain/language.ts';
import type { Fault } from './finding.ts';
import { didYouMean, nearest } from './nearest.ts';
import { wholeFile, type Problem } from './problem.ts';
import { sameness } from './sameness.ts';
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
      else problems.push(repeated('duplicate-example', phrase, first));
    }
    for (const phrase of phrasesOf(items, language, 'tests')) {
      const learned = examples.get(phrase.key);
      const first = tests.get(phrase.key);
      if (learned !== undefined) {
        problems.push(repeated('test-is-example', phrase, learned));
      } else if (first !== undefined) {
        problems.push(repeated('duplicate-test', phrase, first));
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
    const message = { it: 'La voce non ha nessuna lingua.', en: 'The entry has no language.' };
    const help = {
      it: 'Aggiungi un blocco "it:" o "en:" con la domanda e la risposta.',
      en: 'Add a block "it:" or "en:" with its question and answer.',
    };
    return [problemAt(item, [], { code: 'missing-language', message, help })];
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
      const message = {
        it: `Manca l’intento "${id}", che serve alla conversazione.`,
        en: `The intent "${id}" is missing; the conversation needs it.`,
      };
      const help = {
        it: `Aggiungi una voce con "id: ${id}" a un file di intents/.`,
        en: `Add an entry with "id: ${id}" to a file in intents/.`,
      };
      return [{ file: 'intents', code: 'missing-intent', message, help, ...wholeFile }];
    }
    const act = actOf[id];
    const does = textAt(item, ['does']);
    if (act === undefined || does === undefined || does === act) return [];
    const message = {
      it: `L’intento "${id}" fa "${does}"; alla conversazione serve che faccia "${act}".`,
      en: `The intent "${id}" does "${does}"; the conversation needs it to do "${act}".`,
    };
    const help = { it: `Scrivi "does: ${act}".`, en: `Write "does: ${act}".` };
    return [problemAt(item, ['does'], { code: 'wrong-act', message, help })];
  });
}

const actOf: Partial<Record<string, string>> = {
  [knownIntents.person]: 'handoff',
  [knownIntents.goodbye]: 'goodbye',
  [knownIntents.restart]: 'restart',
};

function duplicateId(item: Item, id: string, owner: Item): Problem {
  const { line } = owner.file.place([...owner.at, 'id'], 'value');
  const place = `${owner.file.path}:${line}`;
  const message = { it: `L’id "${id}" è già usato in ${place}.`, en: `The id "${id}" is already used in ${place}.` };
  const help = {
    it: 'Dai un altro id a una delle due voci, e cambialo in "related" dove è nominato.',
    en: 'Give one of the two another id, and change it in "related" where it is named.',
  };
  return problemAt(item, ['id'], { code: 'duplicate-id', message, help });
}

/** An id that two entries share is not judged as related to itself: one of the two gets another id. */
function relatedProblems(item: Item, ids: readonly string[], shared: ReadonlySet<string>): Problem[] {
  const own = textAt(item, ['id']);
  return textsAt(item, ['related']).flatMap(({ text, path }): Problem[] => {
    if (text === own) {
      if (shared.has(text)) return [];
      const message = { it: 'La voce è collegata a sé stessa.', en: 'The entry is related to itself.' };
      const help = {
        it: 'Cancella questa riga, o nomina un’altra voce.',
        en: 'Delete this line, or name another entry.',
      };
      return [problemAt(item, path, { code: 'self-related', message, help })];
    }
    if (ids.includes(text)) return [];
    const message = { it: `Non c’è nessuna voce ${quote(text)}.`, en: `There is no entry ${quote(text)}.` };
    return [problemAt(item, path, { code: 'unknown-related', message, help: meantEntry(nearest(text, ids)) })];
  });
}

function meantEntry(near: string | undefined): Localized<string> {
  if (near !== undefined) return didYouMean(`"${near}"`);
  return {
    it: 'Scrivi l’id di una voce che c’è, o cancella la riga.',
    en: 'Write the id of an entry that there is, or delete the line.',
  };
}

function dateProblems(item: Item): Problem[] {
  const [from, to] = [textAt(item, ['valid_from']), textAt(item, ['valid_to'])];
  if (from === undefined || to === undefined || from <= to) return [];
  const message = {
    it: `valid_to, ${quote(to)}, viene prima di valid_from, ${quote(from)}: la voce non si userebbe mai.`,
    en: `valid_to, ${quote(to)}, is before valid_from, ${quote(from)}; the entry would never be used.`,
  };
  const help = {
    it: 'Metti la data che viene prima in valid_from e l’altra in valid_to.',
    en: 'Put the earlier date in valid_from and the later in valid_to.',
  };
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

type Repetition = 'duplicate-example' | 'duplicate-test' | 'test-is-example';

const repetition: Readonly<Record<Repetition, Localized<(owner: string) => string>>> = {
  'duplicate-example': {
    it: (owner) => `Questo esempio c’è già in ${owner}`,
    en: (owner) => `This example is already in ${owner}`,
  },
  'duplicate-test': {
    it: (owner) => `Questo test c’è già in ${owner}`,
    en: (owner) => `This test is already in ${owner}`,
  },
  'test-is-example': {
    it: (owner) => `Questo test è anche un esempio di ${owner}`,
    en: (owner) => `This test is also an example of ${owner}`,
  },
};

function repeated(code: Repetition, { item, path }: Phrase, first: Phrase): Problem {
  const id = textAt(first.item, ['id']);
  const owner = id === undefined ? { it: 'un’altra voce', en: 'another entry' } : { it: `"${id}"`, en: `"${id}"` };
  const { line } = first.item.file.place([...first.item.at, ...first.path], 'value');
  const place = `(${first.item.file.path}:${line}).`;
  const message = {
    it: `${repetition[code].it(owner.it)} ${place}`,
    en: `${repetition[code].en(owner.en)} ${place}`,
  };
  const help = {
    it: 'Cancella uno dei due, o scrivilo come lo direbbe un altro cliente.',
    en: 'Delete one of the two, or word it as another customer would.',
  };
  return problemAt(item, path, { code, message, help });
}

function problemAt(item: Item, path: Path, found: Fault): Problem {
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
