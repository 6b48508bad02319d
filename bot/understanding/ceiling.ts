import type { Language } from '../domain/language.ts';
import type { Coverage } from './coverage.ts';
import { framing, isContent } from './function-words.ts';

/*
 * Nothing that is learned from whole sentences says how much a single word is worth. When a message holds only one content
 * (or asking) word that the corpus knows, an entry can be no surer than its share of the examples with that word,
 *
 *   (own + 1/4) / (all + 1 + unknown),
 *
 * an estimate with a prior of one example, a quarter of it for the entry; each content word that the corpus does not know counts
 * as one more example of something else. So "ordine", which belongs to many entries, leads to asking back, and "paypal", which
 * belongs to one, to its answer. A frame of verbs around the word may say more than the word alone: "vorrei fare un reso" is
 * said of one entry only. Then each example with the word counts w times, w being the product over the frame's verbs of how much more
 * frequent the verb is in the entry's own examples with the word than in all examples, drawn to 1 as if by two more examples (naive
 * Bayes among the examples with the word); the higher of the two shares holds. The ceiling is not pressed below what
 * asking back needs, since the word does name a topic; it is as low when all content words are unknown.
 */
export interface Asked {
  readonly words: readonly string[];
  /** Of the words, in their order. */
  readonly stems: readonly string[];
  /** The classes that may be asked about; frames are looked up in their examples only. */
  readonly candidates: readonly number[];
}

/** The examples that ceilings are drawn from. */
export interface Sample {
  /** The words of each example. */
  readonly sentences: readonly (readonly string[])[];
  /** The examples of each class. */
  readonly members: readonly Int32Array[];
  readonly coverage: Coverage;
}

/** Tells how sure (0..1) an entry, by its class, may at most be of a message that is neither an example nor fits a pattern. */
export type Ceiling = (asked: Asked) => (of: number) => number;

/** Makes the ceilings of a language. */
export function ceilingsFrom({ sentences, members, coverage }: Sample, language: Language): Ceiling {
  const usual = new Map<string, number>();
  for (const words of sentences)
    for (const verb of framesIn(words, language)) usual.set(verb, (usual.get(verb) ?? 0) + 1 / sentences.length);
  return ceilingOf;

  function ceilingOf({ words, stems, candidates }: Asked): (of: number) => number {
    const content = new Set(stems.filter((_, at) => isContent(words[at]!, language)));
    const known = [...content].filter((stem) => coverage.count(stem) > 0);
    const [only] = known;
    if (content.size === 0 || known.length > 1) return () => highest;
    if (only === undefined) return () => worthAsking;
    const frame = [...framesIn(words, language)].filter((verb) => usual.has(verb));
    const others = 1 + content.size - known.length;
    const framed = new Map(
      frame.length === 0 ? [] : candidates.map((of) => [of, coverage.inClass(only, of) * ratio(of, only, frame)]),
    );
    const all = coverage.count(only);
    let allFramed = all;
    for (const [of, weight] of framed) allFramed += weight - coverage.inClass(only, of);
    return (of) => {
      const share = (coverage.inClass(only, of) + part) / (all + others);
      const shareFramed = ((framed.get(of) ?? 0) + part) / (allFramed + others);
      return Math.max(worthAsking, Math.min(highest, Math.max(share, shareFramed)));
    };
  }

  /** How many times more each of the class's examples with the word counts, by the frame. */
  function ratio(of: number, word: string, frame: readonly string[]): number {
    const holding = Array.from(members[of]!, (row) => sentences[row]!)
      .filter((words) => coverage.weigh(words).stems.includes(word))
      .map((words) => framesIn(words, language));
    return frame.reduce((product, verb) => {
      const share = usual.get(verb) ?? 0;
      const own = holding.filter((verbs) => verbs.has(verb)).length;
      return (product * (own + drawn * share)) / ((holding.length + drawn) * share);
    }, 1);
  }
}

function framesIn(words: readonly string[], language: Language): ReadonlySet<string> {
  return new Set(words.flatMap((word) => framing(word, language) ?? []));
}

/** Only a pattern is certain. */
const highest = 0.99;
const worthAsking = 0.4;
/** The entry's part of the example that stands for what is not known. */
const part = 0.25;
/** So many examples' worth of doubt in a frame. */
const drawn = 2;
