import { growingPairTable, lookUp, type PairTable } from './pair-table.ts';
import type { Stemmer } from './synonyms.ts';

/*
 * A message is described by three blocks of features: words and pairs of neighbouring words; stems and pairs of stems; runs of
 * 2 to 4 characters within each word, its borders marked. Value of a feature: (1 + ln tf) * idf, with idf = 1 + ln((1 + n) / (1 + df))
 * (Salton and Buckley 1988, smoothed). Each block is scaled to its own length, then weighted, and the whole to length 1, so that a
 * long word's many characters don't drown the words.
 *
 * Words and stems are numbered; pairs of numbers, and runs of characters packed into two numbers, are looked up in tables without
 * strings. What a known word is made of is looked up once.
 */
/** All features of a corpus in one language, numbered, with their weights; plain data. */
export interface Space {
  readonly size: number;
  readonly words: readonly string[];
  readonly stems: readonly string[];
  /** The stem of each word. */
  readonly stemOf: Int32Array;
  /** The feature of each word, and of each stem. */
  readonly word: Int32Array;
  readonly stem: Int32Array;
  /** The features of pairs of words, of stems, and of runs of characters. */
  readonly wordPairs: PairTable;
  readonly stemPairs: PairTable;
  readonly characters: PairTable;
  readonly idf: Float32Array;
  /** The block of each feature. */
  readonly block: Uint8Array;
  readonly weights: readonly [words: number, stems: number, characters: number];
}

/** The features of a message: parallel arrays; `word` says which word each occurrence came from. */
export interface Occurrences {
  /** Index of the feature in the space. */
  readonly feature: Int32Array;
  /** Index of the word in the message that it came from; of a pair, its second word. */
  readonly word: Int32Array;
}

/** A vector of length 1 with ascending indices. */
export interface Sparse {
  readonly index: Int32Array;
  readonly value: Float32Array;
}

/** Finds the features of messages in a space. */
export interface SpaceReader {
  /** The number of a word; -1 when the corpus does not know it. */
  readonly numberOf: (word: string) => number;
  /** The stem of a word, looked up for those that the corpus knows. */
  readonly stemOf: (word: string) => string;
  /** The number of a stem; -1 when the corpus does not know it. */
  readonly stemNumberOf: (stem: string) => number;
  readonly occurrences: (words: readonly string[]) => Occurrences;
}

export interface BlockWeights {
  readonly words: number;
  readonly stems: number;
  readonly characters: number;
}

/** Numbers the features of a corpus, in the order in which they occur. */
export function spaceOf(sentences: readonly (readonly string[])[], stemmed: Stemmer, weights: BlockWeights): Space {
  const numbers = new Map<string, number>();
  const stemNumbers = new Map<string, number>();
  const stems: number[] = [];
  const word: number[] = [];
  const stem: number[] = [];
  const wordPairs = growingPairTable();
  const stemPairs = growingPairTable();
  const characters = growingPairTable();
  const blocks: number[] = [];
  const documents: number[] = [];
  const lastSeen: number[] = [];
  const seen = (feature: number, block: number, sentence: number): void => {
    if (feature === blocks.length) {
      blocks.push(block);
      documents.push(0);
      lastSeen.push(-1);
    }
    if (lastSeen[feature] === sentence) return;
    lastSeen[feature] = sentence;
    documents[feature]!++;
  };
  const numbered = (each: string, sentence: number): number => {
    const known = numbers.get(each);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(each, number);
    word.push(blocks.length);
    seen(blocks.length, 0, sentence);
    const root = stemmed(each);
    let of = stemNumbers.get(root);
    if (of === undefined) {
      of = stemNumbers.size;
      stemNumbers.set(root, of);
      stem.push(blocks.length);
      seen(blocks.length, 1, sentence);
    }
    stems.push(of);
    return number;
  };
  sentences.forEach((words, sentence) => {
    let previous = -1;
    for (const each of words) {
      const number = numbered(each, sentence);
      seen(word[number]!, 0, sentence);
      seen(stem[stems[number]!]!, 1, sentence);
      if (previous !== -1) {
        seen(wordPairs.add(previous, number, blocks.length), 0, sentence);
        seen(stemPairs.add(stems[previous]!, stems[number]!, blocks.length), 1, sentence);
      }
      previous = number;
      eachRun(each, (a, b) => seen(characters.add(a, b, blocks.length), 2, sentence));
    }
  });
  return {
    size: blocks.length,
    words: [...numbers.keys()],
    stems: [...stemNumbers.keys()],
    stemOf: Int32Array.from(stems),
    word: Int32Array.from(word),
    stem: Int32Array.from(stem),
    wordPairs: wordPairs.table(),
    stemPairs: stemPairs.table(),
    characters: characters.table(),
    idf: Float32Array.from(documents, (df) => 1 + Math.log((1 + sentences.length) / (1 + df))),
    block: Uint8Array.from(blocks),
    weights: [weights.words, weights.stems, weights.characters],
  };
}

/** The stemmer must be the one that the space was made with. */
export function spaceReader(space: Space, stemmed: Stemmer): SpaceReader {
  const { word, stem, wordPairs, stemPairs } = space;
  const numbers = numbering(space.words);
  const stemNumbers = numbering(space.stems);
  const runs: (Int32Array | undefined)[] = space.words.map(() => undefined);
  const numberOf = (each: string): number => numbers.get(each) ?? -1;
  const stemNumberOf = (each: string): number => stemNumbers.get(each) ?? -1;
  let features = new Int32Array(1024);
  let places = new Int32Array(1024);

  return {
    numberOf,
    stemOf: (each) => {
      const number = numberOf(each);
      return number === -1 ? stemmed(each) : space.stems[space.stemOf[number]!]!;
    },
    stemNumberOf,
    occurrences: (words) => {
      let used = 0;
      const visit = (feature: number, place: number): void => {
        if (feature === -1) return;
        if (used === features.length) [features, places] = [doubled(features), doubled(places)];
        features[used] = feature;
        places[used++] = place;
      };
      let previous = -1;
      let previousStem = -1;
      for (let place = 0; place < words.length; place++) {
        const each = words[place]!;
        const number = numberOf(each);
        const root = number === -1 ? stemNumberOf(stemmed(each)) : space.stemOf[number]!;
        if (number !== -1) visit(word[number]!, place);
        if (root !== -1) visit(stem[root]!, place);
        if (previous !== -1 && number !== -1) visit(lookUp(wordPairs, previous, number), place);
        if (previousStem !== -1 && root !== -1) visit(lookUp(stemPairs, previousStem, root), place);
        previous = number;
        previousStem = root;
        const own = number === -1 ? runsOf(each, space) : (runs[number] ??= runsOf(each, space));
        for (let at = 0; at < own.length; at++) visit(own[at]!, place);
      }
      return { feature: features.slice(0, used), word: places.slice(0, used) };
    },
  };
}

/** The vector of a message from its features, in any order. */
export function vectorOf({ feature }: Pick<Occurrences, 'feature'>, { idf, block, weights }: Space): Sparse {
  const sorted = feature.toSorted();
  const index = new Int32Array(sorted.length);
  const value = new Float32Array(sorted.length);
  const squares = [0, 0, 0];
  let used = 0;
  for (let from = 0; from < sorted.length;) {
    const number = sorted[from]!;
    let to = from + 1;
    while (to < sorted.length && sorted[to] === number) to++;
    const weight = (to - from === 1 ? 1 : 1 + Math.log(to - from)) * idf[number]!;
    index[used] = number;
    value[used] = weight;
    squares[block[number]!]! += weight * weight;
    used++;
    from = to;
  }
  const whole = Math.sqrt(weights.reduce((sum, each, at) => sum + (squares[at]! > 0 ? each * each : 0), 0));
  const factor = weights.map((each, at) => (squares[at]! > 0 ? each / Math.sqrt(squares[at]!) / whole : 0));
  for (let at = 0; at < used; at++) value[at]! *= factor[block[index[at]!]!]!;
  return { index: index.subarray(0, used), value: value.subarray(0, used) };
}

/** The features of a word's runs of characters. */
function runsOf(word: string, { characters }: Space): Int32Array {
  const found: number[] = [];
  eachRun(word, (a, b) => {
    const feature = lookUp(characters, a, b);
    if (feature !== -1) found.push(feature);
  });
  return Int32Array.from(found);
}

/** Visits the runs of 2 to 4 characters of a bordered word, each packed into two numbers. */
function eachRun(word: string, visit: (a: number, b: number) => void): void {
  const bordered = ` ${word} `;
  for (let from = 0; from + 2 <= bordered.length; from++) {
    const a = (bordered.charCodeAt(from) << 16) | bordered.charCodeAt(from + 1);
    visit(a, 0);
    if (from + 3 > bordered.length) break;
    const third = bordered.charCodeAt(from + 2) << 16;
    visit(a, third);
    if (from + 4 <= bordered.length) visit(a, third | bordered.charCodeAt(from + 3));
  }
}

function numbering(names: readonly string[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const name of names) numbers.set(name, numbers.size);
  return numbers;
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
