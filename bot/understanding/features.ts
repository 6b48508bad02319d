import type { Language } from '../domain/language.ts';
import { stemOf } from './stem.ts';

/*
 * A message is described by three blocks of features: words and pairs of neighbouring words; stems and pairs of stems; runs of
 * 2 to 4 characters within each word, its borders marked. Value of a feature: (1 + ln tf) * idf, with idf = 1 + ln((1 + n) / (1 + df))
 * (Salton and Buckley 1988, smoothed). Each block is scaled to its own length, then weighted, and the whole to length 1, so that a
 * long word's many characters don't drown the words.
 */
/** The features of a message: parallel arrays; `word` says which word each occurrence came from. */
export interface Occurrences {
  /** Index of the feature in the space. */
  readonly feature: readonly number[];
  /** Index of the word in the message that it came from; of a pair, its second word. */
  readonly word: readonly number[];
}

/** A vector of length 1 with ascending indices. */
export interface Sparse {
  readonly index: Int32Array;
  readonly value: Float32Array;
}

/** All features of a corpus in one language, numbered, with their weights. */
export interface Space {
  readonly size: number;
  /** Those of the sentences that the space was made of. */
  readonly learned: readonly Occurrences[];
  readonly occurrences: (words: readonly string[]) => Occurrences;
  readonly vector: (occurrences: Occurrences) => Sparse;
}

export interface BlockWeights {
  readonly words: number;
  readonly stems: number;
  readonly characters: number;
}

export function spaceOf(sentences: readonly (readonly string[])[], language: Language, weights: BlockWeights): Space {
  const numbers = new Map<string, number>();
  const blocks: number[] = [];
  const documents: number[] = [];
  const lastSeen: number[] = [];
  const stems = new Map<string, string>();
  const known = (word: string): string => {
    let stem = stems.get(word);
    if (stem === undefined) {
      stem = stemOf(word, language);
      stems.set(word, stem);
    }
    return stem;
  };
  const learned = sentences.map((words, sentence) => {
    const feature: number[] = [];
    const word: number[] = [];
    eachFeature(words, known, (name, block, index) => {
      let number = numbers.get(name);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(name, number);
        blocks.push(block);
        documents.push(0);
        lastSeen.push(-1);
      }
      if (lastSeen[number] !== sentence) {
        lastSeen[number] = sentence;
        documents[number] = (documents[number] ?? 0) + 1;
      }
      feature.push(number);
      word.push(index);
    });
    return { feature, word };
  });
  const blockOf = Uint8Array.from(blocks);
  const idf = Float32Array.from(documents, (df) => 1 + Math.log((1 + sentences.length) / (1 + df)));
  const scale = [weights.words, weights.stems, weights.characters];
  const stem = (word: string): string => stems.get(word) ?? stemOf(word, language);

  return {
    size: numbers.size,
    learned,
    occurrences: (words) => {
      const feature: number[] = [];
      const word: number[] = [];
      eachFeature(words, stem, (name, _block, index) => {
        const number = numbers.get(name);
        if (number === undefined) return;
        feature.push(number);
        word.push(index);
      });
      return { feature, word };
    },
    vector: ({ feature }) => {
      const sorted = Int32Array.from(feature).sort();
      const index = new Int32Array(sorted.length);
      const value = new Float32Array(sorted.length);
      const squares = [0, 0, 0];
      let used = 0;
      for (let from = 0; from < sorted.length;) {
        const number = sorted[from] ?? 0;
        let to = from + 1;
        while (to < sorted.length && sorted[to] === number) to++;
        const weight = (1 + Math.log(to - from)) * (idf[number] ?? 0);
        index[used] = number;
        value[used] = weight;
        squares[blockOf[number] ?? 0]! += weight * weight;
        used++;
        from = to;
      }
      const whole = Math.sqrt(scale.reduce((sum, each, block) => sum + (squares[block]! > 0 ? each * each : 0), 0));
      const factor = scale.map((each, block) => (squares[block]! > 0 ? each / Math.sqrt(squares[block]!) / whole : 0));
      for (let at = 0; at < used; at++) value[at]! *= factor[blockOf[index[at]!]!]!;
      return { index: index.slice(0, used), value: value.slice(0, used) };
    },
  };
}

/* The first letter of a feature's name keeps the blocks apart. */
function eachFeature(
  words: readonly string[],
  stemOfWord: (word: string) => string,
  visit: (name: string, block: number, word: number) => void,
): void {
  let previous: string | undefined;
  let previousStem: string | undefined;
  words.forEach((word, index) => {
    const stem = stemOfWord(word);
    visit(`w${word}`, 0, index);
    visit(`s${stem}`, 1, index);
    if (previous !== undefined) visit(`w${previous} ${word}`, 0, index);
    if (previousStem !== undefined) visit(`s${previousStem} ${stem}`, 1, index);
    previous = word;
    previousStem = stem;
    const bordered = ` ${word} `;
    for (let length = 2; length <= 4; length++) {
      for (let from = 0; from + length <= bordered.length; from++)
        visit(`c${bordered.slice(from, from + length)}`, 2, index);
    }
  });
}
