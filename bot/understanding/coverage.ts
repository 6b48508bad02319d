import type { Language } from '../domain/language.ts';
import type { Space, SpaceReader } from './features.ts';
import { allFunctionWords, isContent } from './function-words.ts';
import type { Sentences } from './sentences.ts';
import { settings } from './settings.ts';

/*
 * Which share of a message's words the corpus, or one entry, knows. Words are compared by their stems and weighed by idf; a word
 * that the corpus never saw weighs as much as one that it saw once.
 */
export interface Coverage {
  /** The stems of a message with their weights. */
  readonly weigh: (words: readonly string[]) => Weighed;
  /** In how many examples a stem occurs. */
  readonly count: (stem: string) => number;
  /** In how many of the class's examples a stem occurs. */
  readonly inClass: (stem: string, of: number) => number;
}

export interface Weighed {
  readonly stems: readonly string[];
  readonly weights: readonly number[];
  readonly total: number;
  /** Which of them are content words, and what these weigh. */
  readonly content: readonly boolean[];
  readonly totalContent: number;
}

/** In how many examples of which classes each stem occurs; plain data. */
export interface StemCounts {
  /** Stem s occurs in the classes of[start[s]] .. of[start[s + 1] - 1], ascending. */
  readonly start: Int32Array;
  readonly of: Int32Array;
  readonly times: Int32Array;
  /** In how many examples a stem occurs. */
  readonly all: Int32Array;
}

/** Counts the stems of rows whose classes are ascending. */
export function stemCountsOf({ word, start: begin }: Sentences, labels: Int32Array, space: Space): StemCounts {
  const size = space.stems.length;
  const all = new Int32Array(size);
  const start = new Int32Array(size + 1);
  eachStem((stem, fresh) => {
    all[stem]!++;
    if (fresh) start[stem + 1]!++;
  });
  for (let stem = 0; stem < size; stem++) start[stem + 1]! += start[stem]!;
  const of = new Int32Array(start[size]!);
  const times = new Int32Array(start[size]!);
  const next = start.slice();
  eachStem((stem, fresh, label) => {
    if (fresh) of[next[stem]!++] = label;
    times[next[stem]! - 1]!++;
  });
  return { start, of, times, all };

  /** Visits the stems of each row once; `fresh` when the class had none before. */
  function eachStem(visit: (stem: number, fresh: boolean, label: number) => void): void {
    const lastRow = new Int32Array(size).fill(-1);
    labels.forEach((label, row) => {
      for (let at = begin[row]!; at < begin[row + 1]!; at++) {
        const stem = space.stemOf[word[at]!]!;
        const last = lastRow[stem]!;
        if (last === row) continue;
        lastRow[stem] = row;
        visit(stem, last === -1 || labels[last] !== label, label);
      }
    });
  }
}

/** Makes the measure from what was counted in so many examples. */
export function coverageOf(
  { start, of: classes, times, all }: StemCounts,
  examples: number,
  language: Language,
  { stemOf, stemNumberOf }: SpaceReader,
): Coverage {
  const highest = 1 + Math.log((1 + examples) / 2);

  function count(stem: string): number {
    const number = stemNumberOf(stem);
    return number === -1 ? 0 : all[number]!;
  }

  return {
    weigh: (words) => {
      const stems = words.map((word) => stemOf(word));
      const weights = stems.map((stem, index) => {
        const rarity = (1 + Math.log((1 + examples) / (1 + count(stem)))) / highest;
        return Math.min(1, rarity) * (allFunctionWords[language].has(words[index]!) ? settings.functionWord : 1);
      });
      const content = words.map((word) => isContent(word, language));
      const sum = (all: readonly number[]): number => all.reduce((before, weight) => before + weight, 0);
      const totalContent = sum(weights.filter((_, index) => content[index]!));
      return { stems, weights, total: sum(weights), content, totalContent };
    },
    count,
    inClass: (stem, of) => {
      const number = stemNumberOf(stem);
      if (number === -1) return 0;
      let low = start[number]!;
      let high = start[number + 1]!;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (classes[middle]! < of) low = middle + 1;
        else high = middle;
      }
      return low < start[number + 1]! && classes[low] === of ? times[low]! : 0;
    },
  };
}
