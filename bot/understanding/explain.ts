import type { Explanation, FoundBy, Match, Reasons, WeighedWord } from '../domain/understanding.ts';

/** What is known beside the matches and the reasons for them. */
export interface Story extends Pick<
  Explanation,
  'language' | 'foreign' | 'mended' | 'expanded' | 'synonyms' | 'setAside' | 'elsewhere' | 'reasons' | 'ground'
> {
  /** Best first. */
  readonly matches: readonly Match[];
  /** How the first was found. */
  readonly by: FoundBy | undefined;
}

/** The explanation: what came first and why, what came second, and which words made the difference. */
export function explain({ matches: [first, runnerUp], by, ...facts }: Story): Explanation {
  const [forFirst, forSecond] = facts.reasons;
  return {
    ...facts,
    best:
      first === undefined || forFirst === undefined || by === undefined
        ? undefined
        : { ...first, by, example: forFirst.example },
    words: forFirst?.words ?? [],
    runnerUp,
    difference: forFirst === undefined || forSecond === undefined ? [] : differing(forFirst, forSecond),
  };
}

/** Words that spoke clearly more for the first match than for the second, strongest first. */
function differing(first: Reasons, second: Reasons): readonly WeighedWord[] {
  return first.words
    .map(({ word, weight }) => ({
      word,
      weight: weight - (second.words.find((each) => each.word === word)?.weight ?? 0),
    }))
    .filter(({ weight }) => weight >= clearly)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3);
}

const clearly = 0.05;
