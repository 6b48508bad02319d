import { z } from 'zod';

import { findingOf, type Finding } from './finding.ts';
import { nearest } from './nearest.ts';
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
      return unionProblems(issue, value, schema, file, path) ?? [whole(wrongType(value, 'a text, or a list of texts'))];
    case 'invalid_value':
      if (value === undefined) return [whole(missing(issue.path), 'key', path.slice(0, -1))];
      return [whole(unknownValue(value, issue.values.map(String)))];
    case 'too_small':
    case 'too_big':
      return [whole(outOfRange(issue, value))];
    case 'invalid_type':
      if (value === undefined) return [whole(missing(issue.path), 'key', path.slice(0, -1))];
      return [whole(wrongType(value, expectations[issue.expected] ?? issue.expected))];
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'not_multiple_of':
      break;
  }
  return [whole({ code: 'wrong-type', message: `${issue.message}.`, help: 'Compare with the sample knowledge.' })];
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

const expectations: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list, each item on a line of its own after "- "',
  tuple: 'a list, each item on a line of its own after "- "',
  object: 'a block of "key: value" lines',
};

function wrongType(value: unknown, expected: string): Finding {
  if (value === null) {
    return { code: 'empty-text', message: 'There is no value here.', help: `Write ${expected}, or delete the line.` };
  }
  const message = `Here stands ${describe(value)}; it must be ${expected}.`;
  if (!expected.startsWith('a text')) return { code: 'wrong-type', message, help: `Write ${expected}.` };
  if (typeof value === 'number' || typeof value === 'boolean') {
    return {
      code: 'wrong-type',
      message,
      help: `Put it in quotes to make it a text: ${JSON.stringify(String(value))}.`,
    };
  }
  const help = Array.isArray(value)
    ? 'Write one text. If it is meant to begin with "[", put it in quotes.'
    : 'If this is one text with ": " in it, put the whole text in quotes.';
  return { code: 'wrong-type', message, help };
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a block of keys';
  if (typeof value === 'string') return `the text ${quote(value)}`;
  return typeof value === 'boolean' ? `the yes-or-no value ${value}` : `the number ${value as number}`;
}

function unknownKey(key: string, known: readonly string[]): Finding {
  const near = nearest(key, known);
  const meant = near === undefined ? '' : `Did you mean "${near}"? `;
  return {
    code: 'unknown-key',
    message: `${quote(key)} is not a key here.`,
    help: `${meant}Known keys: ${known.join(', ')}.`,
  };
}

function unknownValue(value: unknown, known: readonly string[]): Finding {
  const near = typeof value === 'string' ? nearest(value, known) : undefined;
  const meant = near === undefined ? '' : `Did you mean "${near}"? `;
  return {
    code: 'unknown-value',
    message: `${quote(String(value))} is not known here.`,
    help: `${meant}Write one of: ${known.join(', ')}.`,
  };
}

function missing(path: Path): Finding {
  const key = String(path.at(-1));
  if (typeof path.at(-1) === 'number') {
    return {
      code: 'missing-key',
      message: `The list has no item ${Number(key) + 1}.`,
      help: 'Add what is missing at its end.',
    };
  }
  if ((key === 'it' || key === 'en') && !path.includes('links')) {
    const language = key === 'it' ? 'Italian' : 'English';
    return {
      code: 'missing-language',
      message: `The ${language} is missing.`,
      help: `Add a block "${key}:" like that of the other language.`,
    };
  }
  return { code: 'missing-key', message: `"${key}" is missing.`, help: `Add a line "${key}: ..." here.` };
}

function outOfRange(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, value: unknown): Finding {
  if (Array.isArray(value)) {
    const few = issue.code === 'too_small';
    const limit = String(few ? issue.minimum : issue.maximum);
    const message = `The list has ${value.length} item${value.length === 1 ? '' : 's'}; it must have ${few ? 'at least' : 'at most'} ${limit}.`;
    return { code: 'out-of-range', message, help: few ? 'Add what is missing.' : 'Delete what is too much.' };
  }
  const bound = issue.code === 'too_small' ? `${String(issue.minimum)} or more` : `${String(issue.maximum)} or less`;
  return {
    code: 'out-of-range',
    message: `${String(value)} is out of range.`,
    help: `Write a number that is ${bound}.`,
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
