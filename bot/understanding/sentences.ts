import { growingPairTable, lookUp, type PairTable } from './pair-table.ts';

/*
 * The examples as numbers of words, one after another, and an index that finds those that are word for word a message:
 * by a hash of the numbers (FNV-1a) and how many there are. Rows with the same hash form a chain, and are compared.
 */
/** Plain data. */
export interface Sentences {
  /** The numbers of the words of all rows. */
  readonly word: Int32Array;
  /** Row r has the words start[r] .. start[r + 1] - 1. */
  readonly start: Int32Array;
  /** Hash and length to the first row with them. */
  readonly first: PairTable;
  /** The next row with the same hash and length; -1 after the last. */
  readonly next: Int32Array;
}

export function sentencesOf(rows: readonly (readonly number[])[]): Sentences {
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => (start[at + 1] = start[at]! + row.length));
  const first = growingPairTable();
  const next = new Int32Array(rows.length).fill(-1);
  const last = new Map<number, number>();
  rows.forEach((row, at) => {
    if (row.length === 0) return;
    const head = first.add(hashOf(row), row.length, at);
    if (head !== at) next[last.get(head) ?? head] = at;
    last.set(head, at);
  });
  const word = new Int32Array(start[rows.length]!);
  rows.forEach((row, at) => word.set(row, start[at]));
  return { word, start, first: first.table(), next };
}

/** The rows that are just these words, ascending; none when a word is unknown (-1). */
export function rowsThatAre({ word, start, first, next }: Sentences, words: readonly number[]): readonly number[] {
  if (words.length === 0 || words.includes(-1)) return [];
  const found: number[] = [];
  for (let row = lookUp(first, hashOf(words), words.length); row !== -1; row = next[row]!) {
    const from = start[row]!;
    if (words.every((each, at) => word[from + at] === each)) found.push(row);
  }
  return found;
}

/** The words of a row. */
export function wordsIn({ word, start }: Sentences, row: number, names: readonly string[]): readonly string[] {
  const words: string[] = [];
  for (let at = start[row]!; at < start[row + 1]!; at++) words.push(names[word[at]!]!);
  return words;
}

function hashOf(words: readonly number[]): number {
  let hash = 0x811c9dc5;
  for (const each of words) hash = Math.imul(hash ^ each, 0x01000193);
  return hash | 0;
}
