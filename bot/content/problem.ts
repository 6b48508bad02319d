import type { Language, Localized } from '../domain/language.ts';

/** Every kind of mistake in content; docs/problems.md has a row for each. */
export const problemCodes = [
  'folder-missing',
  'file-unreadable',
  'file-too-large',
  'file-misplaced',
  'file-missing',
  'not-utf8',
  'yaml-syntax',
  'yaml-tab',
  'yaml-indent',
  'yaml-quote',
  'yaml-documents',
  'yaml-alias',
  'yaml-tag',
  'yaml-depth',
  'duplicate-key',
  'empty-file',
  'not-a-list',
  'not-a-block',
  'no-entries',
  'unknown-key',
  'missing-key',
  'missing-language',
  'wrong-type',
  'unknown-value',
  'empty-text',
  'control-character',
  'out-of-range',
  'bad-id',
  'bad-date',
  'date-order',
  'bad-url',
  'bad-contact',
  'bad-pattern',
  'bad-hours',
  'bad-zone',
  'bad-closure',
  'threshold-order',
  'old-thresholds',
  'unknown-placeholder',
  'missing-placeholder',
  'subject-lines',
  'duplicate-id',
  'duplicate-example',
  'duplicate-test',
  'test-is-example',
  'duplicate-word',
  'bad-synonym',
  'duplicate-synonym',
  'unknown-related',
  'self-related',
  'missing-intent',
  'wrong-act',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** A place in a file; lines and columns count from 1, `endColumn` is the first one after the span, on the same line. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  /** The whole line as it stands in the file; empty when the file could not be read. */
  readonly sourceLine: string;
}

/** A mistake in content: what is wrong, where, and how it is mended. */
export interface Problem extends Place {
  readonly code: ProblemCode;
  /** Path under the knowledge folder, such as `faq/delivery.yaml`. */
  readonly file: string;
  readonly message: Localized<string>;
  readonly help: Localized<string>;
}

/** The place of a Problem that concerns a whole file. */
export const wholeFile: Place = { line: 1, column: 1, endColumn: 1, sourceLine: '' };

/** Writes a Problem for people who read that language: where, what, the line with the span marked, how it is mended. */
export function printProblem(problem: Problem, language: Language): string {
  const { file, line, column, code, message, help } = problem;
  const advice = `  ${adviceMark[language]}: ${help[language]}`;
  return [`${file}:${line}:${column} ${code}: ${message[language]}`, ...excerpt(problem), advice].join('\n');
}

const adviceMark: Localized<string> = { it: 'rimedio', en: 'help' };

/** By file, then by place. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
}

/** Columns of a source line that are shown. */
const shown = 120;

function excerpt({ line, column, endColumn, sourceLine }: Place): string[] {
  if (sourceLine.trim() === '') return [];
  const cut = column > shown - 20 ? column - 40 : 0;
  const text = printable(sourceLine).slice(cut, cut + shown);
  const from = Math.max(0, column - 1 - cut);
  const width = Math.max(1, Math.min(endColumn - column, shown - from));
  const margin = `  ${line} | `;
  return [margin + text, `${' '.repeat(margin.length - 2)}| ${' '.repeat(from)}${'^'.repeat(width)}`];
}

/** Control characters are replaced one by one, so that columns keep and a terminal is not commanded. */
function printable(text: string): string {
  return text.replaceAll('\t', ' ').replaceAll(/\p{Cc}/gu, '·');
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
