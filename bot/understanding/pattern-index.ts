import { matches, parsePattern, type Pattern } from '../domain/pattern.ts';

/** A pattern and the class of the entry that it belongs to. */
export interface Owned {
  readonly of: number;
  readonly pattern: Pattern;
}

/*
 * Only patterns that share a word with the message are tried, together with the few that need no word at all. Which these are a
 * pattern tells itself: one that fits a message without words can be passed through without reading any of its own.
 */
/** Makes what finds the patterns that fit the words of a message, in their order. */
export function patternIndex(patterns: readonly Owned[]): (words: readonly string[]) => readonly Owned[] {
  const always: number[] = [];
  const byWord = new Map<string, number[]>();
  patterns.forEach(({ pattern }, place) => {
    if (matches(pattern, [])) always.push(place);
    for (const word of wordsInPattern(pattern)) byWord.set(word, [...(byWord.get(word) ?? []), place]);
  });
  return (words) => {
    let tried: Set<number> | undefined;
    for (const word of words) for (const place of byWord.get(word) ?? []) (tried ??= new Set(always)).add(place);
    if (tried === undefined && always.length === 0) return [];
    return [...(tried ?? always)]
      .sort((a, b) => a - b)
      .map((place) => patterns[place]!)
      .filter(({ pattern }) => matches(pattern, words));
  };
}

/** The words that a pattern names. They are known words, though no example has them: none is read as another before it is tried. */
export function wordsInPattern({ steps }: Pattern): ReadonlySet<string> {
  return new Set(steps.flatMap((step) => (step.does === 'word' ? [step.word] : [])));
}

/** Reads an entry's patterns; one that is wrong is left out (the content's check tells it). */
export function patternsOf(sources: readonly string[], wordsOf: (literal: string) => readonly string[]): Pattern[] {
  return sources.flatMap((source) => {
    const pattern = parsePattern(source, wordsOf);
    return pattern.kind === 'pattern' ? [pattern] : [];
  });
}
