import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { parseKnowledge } from '../../bot/content/parse.ts';
import type { SourceFile } from '../../bot/content/yaml-file.ts';

const root = resolve(import.meta.dirname, '../..');

/** The sample knowledge of the project, as it stands. */
export function sampleFiles(): SourceFile[] {
  return ['faq', 'intents'].flatMap((folder) =>
    readdirSync(`${root}/${folder}`)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(`${root}/${folder}/${name}`, 'utf8') })),
  );
}

/** A part of the sample that is quick to read: the intents, what the bot says, and one question. */
export function smallFiles(): SourceFile[] {
  const files =
    small ??
    sampleFiles().flatMap(({ path, text }) => {
      if (path === 'faq/delivery.yaml')
        return [{ path, text: text.slice(0, secondEntry(text)).replaceAll(related, '') }];
      return path.startsWith('intents/') ? [{ path, text: text.replaceAll(related, '') }] : [];
    });
  small = files;
  return [...files];
}

let small: SourceFile[] | undefined;

const related = /^ {2}related:.*\n(?: {4}- .*\n)*/gm;

function secondEntry(text: string): number {
  return text.indexOf('\n- id:', text.indexOf('\n- id:') + 1) + 1;
}

/** The same with one file changed or added. */
export function smallWith(path: string, text: string): SourceFile[] {
  return [...smallFiles().filter((file) => file.path !== path), { path, text }];
}

/** The same with the first occurrence of a text in one of its files replaced. */
export function smallReplacing(path: string, what: string, by: string): SourceFile[] {
  const before = smallFiles().find((file) => file.path === path)?.text ?? '';
  if (!before.includes(what)) throw new Error(`The sample's ${path} does not hold ${what}.`);
  return smallWith(
    path,
    before.replace(what, () => by),
  );
}

/** An entry without mistakes, of which a test spoils one line. */
export const newEntry = `- id: gift-cards-new
  it:
    question: Vendete buoni nuovi?
    examples:
      - un esempio nuovo
    answer: Sì.
  en:
    question: Do you sell new vouchers?
    answer: Yes.
`;

/** The small knowledge and a file `faq/x.yaml` with that entry, in which a text is replaced. */
export const spoiled = (what: string, by: string) =>
  smallWith(
    'faq/x.yaml',
    newEntry.replace(what, () => by),
  );
/** `code file:line:column` of each Problem. */
export function problemsIn(files: readonly SourceFile[]): string[] {
  return parseKnowledge(files).problems.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`);
}
