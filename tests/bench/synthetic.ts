import type { Corpus, Entry } from '../../bot/domain/knowledge.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';

export interface Made {
  readonly corpus: Corpus;
  /** Messages that were not learned, and their entries. */
  readonly cases: readonly { readonly text: string; readonly id: string }[];
}

/*
 * Sentences whose words are as often as words are (Zipf's law): each entry has a few words of its own, among them some
 * that others have too, and the rest of a sentence is drawn from all words. From a fixed seed, so every run is alike.
 */
/** Makes a corpus of a size that nobody writes by hand, in Italian as far as the matching can tell. */
export function syntheticCorpus(entries: number, examplesEach: number, cases: number): Made {
  const next = random(42);
  const words = Array.from(
    { length: Math.max(2000, Math.round(2 * Math.sqrt(entries * examplesEach) * 20)) },
    (_, rank) => wordOf(rank),
  );
  const zipf = (): string => words[Math.floor(Math.exp(next() * Math.log(words.length)))] ?? words[0]!;
  const any = (): string => words[Math.floor(next() * words.length)]!;
  const topics = Array.from({ length: entries }, () => [zipf(), zipf(), zipf(), any(), any(), any()]);
  const sentence = (of: number): string => {
    const own = topics[of]!.filter(() => next() < 0.45);
    if (own.length === 0) own.push(topics[of]![3]!);
    const rest = Array.from({ length: 2 + Math.floor(next() * 5) }, zipf);
    return [...own, ...rest]
      .map((word) => ({ word, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ word }) => word)
      .join(' ');
  };
  const made = Array.from({ length: entries }, (_, of): Entry => {
    const [question = '', ...examples] = Array.from({ length: examplesEach }, () => sentence(of));
    const it = { question, examples, answers: [`Answer ${of}.`], tests: [], patterns: [] };
    return { kind: 'faq', topic: 'made', id: `entry-${of}`, texts: { it }, related: [], links: [] };
  });
  return {
    corpus: { names: [], policy: defaultPolicy, entries: made },
    cases: Array.from({ length: cases }, () => {
      const of = Math.floor(next() * entries);
      return { text: sentence(of), id: `entry-${of}` };
    }),
  };
}

/** A word made of syllables; frequent ones are short. */
function wordOf(rank: number): string {
  const syllables = 'ba ce di fo gu la me ni po ru sa te vi zo cra ste pri tro glu'.split(' ');
  let word = '';
  for (let left = rank + 19; left > 0; left = Math.floor(left / syllables.length))
    word += syllables[left % syllables.length]!;
  return word + 'aeio'[rank % 4]!;
}

function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
