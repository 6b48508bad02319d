import { isMap, isScalar, isSeq, parseDocument, stringify, type Document, type YAMLMap, type YAMLSeq } from 'yaml';

import type { Language } from '../domain/language.ts';
import { sameness } from './sameness.ts';
import type { SourceFile } from './yaml-file.ts';

/*
 * A lesson changes one file: the lines that it adds, and not a letter beside them, so that comments, blank lines and the editor's
 * own way of writing stay as they are. What was written is read again: it must hold just what was there and the lesson.
 * Where lines cannot be added (an entry written in one line with braces), the document as a whole is written anew, which keeps its
 * comments and may change its spaces.
 */

/** What an editor teaches at the desk. */
export type Teaching =
  /** A further way to ask for an entry. */
  | { readonly kind: 'example'; readonly entry: string; readonly language: Language; readonly text: string }
  /** A new entry at the end of a file of faq/, which is made when there is none. */
  | {
      readonly kind: 'entry';
      readonly file: string;
      readonly id: string;
      readonly texts: Readonly<Record<Language, TaughtPhrasing>>;
    };

export interface TaughtPhrasing {
  readonly question: string;
  readonly examples: readonly string[];
  /** Markdown. */
  readonly answer: string;
}

export type Taught =
  | { readonly kind: 'taught'; readonly path: string; readonly before: string; readonly after: string }
  | { readonly kind: 'refused'; readonly code: 'unknown-entry' | 'no-such-language' | 'unreadable-file' };

/** Works out what a lesson makes of the knowledge's files; whether the result is in order is for `parseKnowledge` to say. */
export function teach(files: readonly SourceFile[], teaching: Teaching): Taught {
  const plain = files.map(({ path, text }) => ({ path, text: text.replace(mark, '') }));
  const taught = teaching.kind === 'example' ? addExample(plain, teaching) : addEntry(plain, teaching);
  const marked = taught.kind === 'taught' && files.some(({ path, text }) => path === taught.path && mark.test(text));
  return marked ? { ...taught, before: `\uFEFF${taught.before}`, after: `\uFEFF${taught.after}` } : taught;
}

/** Some programs begin a file with it. */
const mark = /^\uFEFF/;

function addExample(
  files: readonly SourceFile[],
  { entry, language, text }: Extract<Teaching, { kind: 'example' }>,
): Taught {
  const example = oneLine(text);
  for (const { path, text: before } of files) {
    const document = listIn(before);
    const block = document && entryIn(document, entry);
    if (document === undefined || block === undefined) continue;
    const phrasing = block.get(language, true);
    if (!isMap(phrasing)) return { kind: 'refused', code: 'no-such-language' };
    const added = withLine(before, phrasing, example);
    const wanted = wantedWith(document, phrasing, example);
    const after = added !== undefined && holds(added, wanted) ? added : document.toString({ lineWidth: 0 });
    return { kind: 'taught', path, before, after };
  }
  return { kind: 'refused', code: 'unknown-entry' };
}

function addEntry(files: readonly SourceFile[], { file, id, texts }: Extract<Teaching, { kind: 'entry' }>): Taught {
  const before = files.find(({ path }) => path === file)?.text ?? '';
  const block = (phrasing: TaughtPhrasing) => ({
    question: oneLine(phrasing.question),
    ...examplesOf(phrasing),
    answer: phrasing.answer
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll(/[ \t]+$/gm, '')
      .trim(),
  });
  const entry = { id, it: block(texts.it), en: block(texts.en) };
  const eol = lineEnd(before);
  const written = stringify([entry], { lineWidth: 0 }).replaceAll('\n', eol);
  if (before.trim() === '') return { kind: 'taught', path: file, before, after: written };
  const document = listIn(before);
  if (document === undefined) return { kind: 'refused', code: 'unreadable-file' };
  const appended = `${before.trimEnd()}${eol}${eol}${written}`;
  const wanted = JSON.stringify([...(document.toJS() as unknown[]), entry]);
  if (holds(appended, wanted)) return { kind: 'taught', path: file, before, after: appended };
  (document.contents as YAMLSeq).add(document.createNode(entry));
  return { kind: 'taught', path: file, before, after: document.toString({ lineWidth: 0 }) };
}

/** A question is learned from too: whoever words it as the customer did needs no example for that. */
function examplesOf({ question, examples }: TaughtPhrasing): { examples?: readonly string[] } {
  const others = examples.map(oneLine).filter((example) => sameness(example) !== sameness(question));
  return others.length > 0 ? { examples: others } : {};
}

/** The document of a file whose YAML is in order and is a list. */
function listIn(text: string): Document | undefined {
  const document = parseDocument(text, { stringKeys: true, logLevel: 'silent' });
  return document.errors.length === 0 && isSeq(document.contents) ? document : undefined;
}

function entryIn({ contents }: Document, id: string): YAMLMap | undefined {
  const items: readonly unknown[] = isSeq(contents) ? contents.items : [];
  return items.filter((item) => isMap(item)).find((item) => item.get('id') === id);
}

/** The text with a line for the example: after the last one, or after the question where there is none yet. */
function withLine(text: string, phrasing: YAMLMap, example: string): string | undefined {
  const examples = phrasing.get('examples', true);
  const question = phrasing.get('question', true);
  if (isSeq(examples) && !examples.flow && examples.items.length > 0) {
    const [first] = examples.items;
    const last = examples.items.at(-1);
    if (!isScalar(first) || !isScalar(last)) return undefined;
    return inserted(text, last.range?.[1], `${indentAt(text, first.range?.[0])}- ${scalar(example)}`);
  }
  if (examples !== undefined || phrasing.flow || !isScalar(question)) return undefined;
  const indent = indentAt(text, question.range?.[0]);
  return inserted(text, question.range?.[1], `${indent}examples:\n${indent}  - ${scalar(example)}`);
}

/** Adds lines after the line in which a value ends; a block of text ends with its own line break. */
function inserted(text: string, end: number | undefined, lines: string): string | undefined {
  if (end === undefined) return undefined;
  const eol = lineEnd(text);
  const written = lines.replaceAll('\n', eol);
  if (text[end - 1] === '\n') return `${text.slice(0, end)}${written}${eol}${text.slice(end)}`;
  const lineBreak = text.indexOf('\n', end);
  if (lineBreak === -1) return `${text}${eol}${written}${eol}`;
  return `${text.slice(0, lineBreak + 1)}${written}${eol}${text.slice(lineBreak + 1)}`;
}

function indentAt(text: string, at = 0): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^ */.exec(line)?.[0] ?? '';
}

/** Changes the document too, so that it can be written as a whole. */
function wantedWith(document: Document, phrasing: YAMLMap, example: string): string {
  const examples = phrasing.get('examples', true);
  if (isSeq(examples)) examples.add(document.createNode(example));
  else phrasing.set('examples', document.createNode([example]));
  return JSON.stringify(document.toJS());
}

/** Tells whether a text, read again, holds the same data, whatever the order of its keys. */
function holds(text: string, wanted: string): boolean {
  const document = listIn(text);
  return document !== undefined && canonical(document.toJS()) === canonical(JSON.parse(wanted));
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

function scalar(text: string): string {
  return stringify(text, { lineWidth: 0 }).trimEnd();
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
