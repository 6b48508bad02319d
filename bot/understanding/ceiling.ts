import type { Language } from '../domain/language.ts';
import type { Coverage } from './coverage.ts';
import type { Space, SpaceReader } from './features.ts';
import { framing, isContent } from './function-words.ts';
import type { Sentences } from './sentences.ts';
import { eachInSteps, type Making } from './steps.ts';

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
 * asking back needs, since the word does name a topic; it is as low when all content words are unknown. A ceiling presses, it
 * doesn't cut: a fifth of what is above it stays, so that of two messages at the same ceiling the likelier one has more.
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
  readonly sentences: Sentences;
  readonly space: Space;
  readonly reader: SpaceReader;
  /** The examples of each class. */
  readonly members: readonly Int32Array[];
  readonly coverage: Coverage;
}

/** Tells how sure (0..1) an entry, by its class, may at most be of a message that is neither an example nor fits a pattern. */
export type Ceiling = (asked: Asked) => (of: number) => number;

/** Makes the ceilings of a language. */
export function* makingCeilings(
  { sentences, space, reader, members, coverage }: Sample,
  language: Language,
): Making<Ceiling> {
  const { word, start } = sentences;
  /** The verb of a frame that each word of the space is. */
  const verbs = space.words.map((each) => framing(each, language));
  yield;
  const usual = yield* usualIn(sentences, verbs);
  return ceilingOf;

  function ceilingOf({ words, stems, candidates }: Asked): (of: number) => number {
    const content = new Set(stems.filter((_, at) => isContent(words[at]!, language)));
    const known = [...content].filter((stem) => coverage.count(stem) > 0);
    const [only] = known;
    if (content.size === 0 || known.length > 1) return () => highest;
    if (only === undefined) return () => worthAsking;
    const frame = [...new Set(words.flatMap((each) => framing(each, language) ?? []))].filter((verb) =>
      usual.has(verb),
    );
    const others = 1 + content.size - known.length;
    const owners = frame.length === 0 ? [] : candidates.filter((of) => coverage.inClass(only, of) > 0);
    const framed = new Map(owners.map((of) => [of, coverage.inClass(only, of) * ratio(of, only, frame)]));
    const all = coverage.count(only);
    let allFramed = all;
    for (const [of, weight] of framed) allFramed += weight - coverage.inClass(only, of);
    return (of) => {
      const share = (coverage.inClass(only, of) + part) / (all + others);
      const shareFramed = ((framed.get(of) ?? 0) + part) / (allFramed + others);
      return Math.max(worthAsking, Math.min(highest, Math.max(share, shareFramed)));
    };
  }

  /** How many times more each of the class's examples with the stem counts, by the frame. */
  function ratio(of: number, stem: string, frame: readonly string[]): number {
    const number = reader.stemNumberOf(stem);
    const holding: ReadonlySet<string>[] = [];
    for (const row of members[of]!) {
      const numbers = word.subarray(start[row], start[row + 1]);
      if (numbers.some((each) => space.stemOf[each] === number)) holding.push(verbsIn(numbers, verbs));
    }
    return frame.reduce((product, verb) => {
      const share = usual.get(verb) ?? 0;
      const own = holding.filter((each) => each.has(verb)).length;
      return (product * (own + drawn * share)) / ((holding.length + drawn) * share);
    }, 1);
  }
}

/** What a confidence is under a ceiling. */
export function pressed(confidence: number, ceiling: number): number {
  return confidence <= ceiling ? confidence : ceiling + kept * (confidence - ceiling);
}

type Verbs = readonly (string | undefined)[];

/** In which share of all examples each verb of a frame stands. */
function* usualIn({ word, start }: Sentences, verbs: Verbs): Making<ReadonlyMap<string, number>> {
  const rows = start.length - 1;
  const usual = new Map<string, number>();
  yield* eachInSteps(rows, rowsInStep, (row) => {
    for (const verb of verbsIn(word.subarray(start[row], start[row + 1]), verbs))
      usual.set(verb, (usual.get(verb) ?? 0) + 1 / rows);
  });
  return usual;
}

function verbsIn(numbers: Int32Array, verbs: Verbs): ReadonlySet<string> {
  const found = new Set<string>();
  for (const each of numbers) {
    const verb = verbs[each];
    if (verb !== undefined) found.add(verb);
  }
  return found;
}

/** The part of what is above a ceiling that stays. */
const kept = 0.2;
const rowsInStep = 10_000;
/** Only a pattern is certain. */
const highest = 0.99;
/** What asking back needs, and an answer does not have. */
export const worthAsking = 0.4;
/** The entry's part of the example that stands for what is not known. */
const part = 0.25;
/** So many examples' worth of doubt in a frame. */
const drawn = 2;
