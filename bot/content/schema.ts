import { z } from 'zod';

import type { Localized } from '../domain/language.ts';
import { findingOf, type Finding } from './finding.ts';
import { meantFirst, nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { quote } from './scalar.ts';
import type { Path, YamlFile } from './yaml-file.ts';

export type Checked<T> =
  { readonly kind: 'fits'; readonly value: T } | { readonly kind: 'differs'; readonly problems: readonly Problem[] };

/** Compares a part of a file with the form that it must have; says each difference with its place. */
export function checkForm<S extends z.ZodType>(schema: S, file: YamlFile, at: Path): Checked<z.output<S>> {
  const parsed = schema.safeParse(valueAt(file.data, at));
  if (parsed.success) return { kind: 'fits', value: parsed.data };
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, schema, file, at));
  return { kind: 'differs', problems };
}

/** The value at a path of plain data; undefined where there is none. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

function problemsOf(issue: z.core.$ZodIssue, schema: z.ZodType, file: YamlFile, at: Path): Problem[] {
  const path = [...at, ...issue.path];
  const value = valueAt(file.data, path);
  const whole = (found: Finding, of: 'key' | 'value' = 'value', where = path): Problem => {
    const { code, message, help, part } = found;
    return { file: file.path, code, message, help, ...file.place(where, of, part) };
  };
  const own = findingOf(issue);
  if (own !== undefined) return [whole(own)];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = knownKeys(schema, issue.path);
      return issue.keys.map((key) => whole(unknownKey(key, known), 'key', [...path, key]));
    }
    case 'invalid_union':
      if (value === undefined) return [whole(missing(issue.path), 'key', path.slice(0, -1))];
      return unionProblems(issue, value, schema, file, path) ?? [whole(wrongType(value, textOrTexts))];
    case 'invalid_value':
      if (value === undefined) return [whole(missing(issue.path), 'key', path.slice(0, -1))];
      return [whole(unknownValue(value, issue.values.map(String)))];
    case 'too_small':
    case 'too_big':
      return [whole(outOfRange(issue, value))];
    case 'invalid_type':
      if (value === undefined) return [whole(missing(issue.path), 'key', path.slice(0, -1))];
      return [whole(wrongType(value, expectations[issue.expected] ?? { it: issue.expected, en: issue.expected }))];
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'not_multiple_of':
      break;
  }
  const message = { it: `Il valore non va bene qui (${issue.message}).`, en: `${issue.message}.` };
  const help = { it: 'Confronta con l’esempio.', en: 'Compare with the sample knowledge.' };
  return [whole({ code: 'wrong-type', message, help })];
}

/** Of the forms that a value may have, the one whose outer kind it has says best what is wrong within. */
function unionProblems(
  issue: z.core.$ZodIssueInvalidUnion,
  value: unknown,
  schema: z.ZodType,
  file: YamlFile,
  path: Path,
): Problem[] | undefined {
  const inner = issue.errors.find((issues) =>
    issues.every((each) => each.code !== 'invalid_type' || each.path.length > 0),
  );
  return value === null ? undefined : inner?.flatMap((each) => problemsOf(each, schema, file, path));
}

const text: Localized<string> = { it: 'un testo', en: 'a text' };
const textOrTexts: Localized<string> = { it: 'un testo, o un elenco di testi', en: 'a text, or a list of texts' };
const list: Localized<string> = {
  it: 'un elenco, ogni elemento su una riga sua dopo "- "',
  en: 'a list, each item on a line of its own after "- "',
};

const expectations: Record<string, Localized<string>> = {
  string: text,
  number: { it: 'un numero', en: 'a number' },
  int: { it: 'un numero intero', en: 'a whole number' },
  array: list,
  tuple: list,
  object: { it: 'un blocco di righe "chiave: valore"', en: 'a block of "key: value" lines' },
};

function wrongType(value: unknown, expected: Localized<string>): Finding {
  if (value === null) {
    return {
      code: 'empty-text',
      message: { it: 'Qui non c’è nessun valore.', en: 'There is no value here.' },
      help: { it: `Scrivi ${expected.it}, o cancella la riga.`, en: `Write ${expected.en}, or delete the line.` },
    };
  }
  const found = describe(value);
  return {
    code: 'wrong-type',
    message: {
      it: `Qui c’è ${found.it}; ci vuole ${expected.it}.`,
      en: `Here stands ${found.en}; it must be ${expected.en}.`,
    },
    help: expected === text || expected === textOrTexts ? asText(value) : written(expected),
  };
}

function written(expected: Localized<string>): Localized<string> {
  return { it: `Scrivi ${expected.it}.`, en: `Write ${expected.en}.` };
}

/** How something else becomes a text, which is what was meant most of the time. */
function asText(value: unknown): Localized<string> {
  if (typeof value === 'number' || typeof value === 'boolean') {
    const quoted = JSON.stringify(String(value));
    return {
      it: `Mettilo tra virgolette per farne un testo: ${quoted}.`,
      en: `Put it in quotes to make it a text: ${quoted}.`,
    };
  }
  return Array.isArray(value)
    ? {
        it: 'Scrivi un solo testo. Se deve cominciare con "[", mettilo tra virgolette.',
        en: 'Write one text. If it is meant to begin with "[", put it in quotes.',
      }
    : {
        it: 'Se è un solo testo che contiene ": ", metti tutto il testo tra virgolette.',
        en: 'If this is one text with ": " in it, put the whole text in quotes.',
      };
}

function describe(value: unknown): Localized<string> {
  if (Array.isArray(value)) return { it: 'un elenco', en: 'a list' };
  if (typeof value === 'object') return { it: 'un blocco di chiavi', en: 'a block of keys' };
  if (typeof value === 'string') return { it: `il testo ${quote(value)}`, en: `the text ${quote(value)}` };
  return typeof value === 'boolean'
    ? { it: `il valore sì-o-no ${value}`, en: `the yes-or-no value ${value}` }
    : { it: `il numero ${value as number}`, en: `the number ${value as number}` };
}

function unknownKey(key: string, known: readonly string[]): Finding {
  const keys = known.join(', ');
  return {
    code: 'unknown-key',
    message: { it: `${quote(key)} qui non è una chiave.`, en: `${quote(key)} is not a key here.` },
    help: meantFirst(quotedNearest(key, known), { it: `Chiavi ammesse: ${keys}.`, en: `Known keys: ${keys}.` }),
  };
}

function unknownValue(value: unknown, known: readonly string[]): Finding {
  const named = quote(String(value));
  const values = known.join(', ');
  const help = { it: `Scrivi uno di questi: ${values}.`, en: `Write one of: ${values}.` };
  return {
    code: 'unknown-value',
    message: { it: `${named} qui non si conosce.`, en: `${named} is not known here.` },
    help: meantFirst(typeof value === 'string' ? quotedNearest(value, known) : undefined, help),
  };
}

function quotedNearest(wrong: string, known: readonly string[]): string | undefined {
  const near = nearest(wrong, known);
  return near === undefined ? undefined : `"${near}"`;
}

function missing(path: Path): Finding {
  const key = String(path.at(-1));
  if (typeof path.at(-1) === 'number') {
    return {
      code: 'missing-key',
      message: {
        it: `Nell’elenco non c’è l’elemento ${Number(key) + 1}.`,
        en: `The list has no item ${Number(key) + 1}.`,
      },
      help: { it: 'Aggiungi in fondo ciò che manca.', en: 'Add what is missing at its end.' },
    };
  }
  if ((key === 'it' || key === 'en') && !path.includes('links')) {
    return {
      code: 'missing-language',
      message:
        key === 'it'
          ? { it: 'Manca l’italiano.', en: 'The Italian is missing.' }
          : { it: 'Manca l’inglese.', en: 'The English is missing.' },
      help: {
        it: `Aggiungi un blocco "${key}:" come quello dell’altra lingua.`,
        en: `Add a block "${key}:" like that of the other language.`,
      },
    };
  }
  return {
    code: 'missing-key',
    message: { it: `Manca "${key}".`, en: `"${key}" is missing.` },
    help: { it: `Aggiungi qui una riga "${key}: ...".`, en: `Add a line "${key}: ..." here.` },
  };
}

function outOfRange(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, value: unknown): Finding {
  if (Array.isArray(value)) {
    const few = issue.code === 'too_small';
    const limit = String(few ? issue.minimum : issue.maximum);
    const [elements, items] = value.length === 1 ? ['elemento', 'item'] : ['elementi', 'items'];
    return {
      code: 'out-of-range',
      message: {
        it: `L’elenco ha ${value.length} ${elements}; deve averne ${few ? 'almeno' : 'al massimo'} ${limit}.`,
        en: `The list has ${value.length} ${items}; it must have ${few ? 'at least' : 'at most'} ${limit}.`,
      },
      help: few
        ? { it: 'Aggiungi ciò che manca.', en: 'Add what is missing.' }
        : { it: 'Cancella ciò che è di troppo.', en: 'Delete what is too much.' },
    };
  }
  const [least, bound] = issue.code === 'too_small' ? [true, String(issue.minimum)] : [false, String(issue.maximum)];
  return {
    code: 'out-of-range',
    message: { it: `${String(value)} è fuori dai limiti.`, en: `${String(value)} is out of range.` },
    help: least
      ? { it: `Scrivi un numero da ${bound} in su.`, en: `Write a number that is ${bound} or more.` }
      : { it: `Scrivi un numero fino a ${bound}.`, en: `Write a number that is ${bound} or less.` },
  };
}

/** The keys of the block at a path of a schema. */
function knownKeys(schema: z.core.$ZodType, [step, ...rest]: Path): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return knownKeys(schema.unwrap(), pathOf(step, rest));
  if (schema instanceof z.ZodPipe) return knownKeys(schema.in, pathOf(step, rest));
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => knownKeys(option, pathOf(step, rest)));
  if (schema instanceof z.ZodArray) return knownKeys(schema.element, rest);
  if (schema instanceof z.ZodTuple) {
    const item = typeof step === 'number' ? schema.def.items[step] : undefined;
    return item === undefined ? [] : knownKeys(item, rest);
  }
  if (!(schema instanceof z.ZodObject)) return [];
  if (step === undefined) return Object.keys(schema.shape);
  const shape: Record<string, z.core.$ZodType> = schema.shape;
  const inner = shape[String(step)];
  return inner === undefined ? [] : knownKeys(inner, rest);
}

function pathOf(step: PropertyKey | undefined, rest: Path): Path {
  return step === undefined ? [] : [step, ...rest];
}
