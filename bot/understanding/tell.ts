import type { Language } from '../domain/language.ts';
import type { Change, Explanation, Ground, Match, WeighedWord } from '../domain/understanding.ts';
import { english } from './telling-en.ts';
import { italian } from './telling-it.ts';

/** How an explanation is told in one language: one sentence, or the end of one, for each kind of fact. */
export interface Telling {
  readonly foreign: string;
  readonly isIn: Readonly<Record<Language, string>>;
  readonly languageNotPlain: string;
  readonly setAside: (parts: readonly string[]) => string;
  readonly expanded: (change: Change) => string;
  readonly mended: (change: Change) => string;
  readonly synonym: (change: Change) => string;
  readonly elsewhere: (words: readonly string[]) => string;
  readonly first: (best: NonNullable<Explanation['best']>) => string;
  readonly words: (words: readonly WeighedWord[]) => string;
  readonly second: (match: Match, difference: readonly WeighedWord[]) => string;
  /** `best` is the confidence of the first match, 0 without one. */
  readonly decision: (ground: Ground, best: number, foreign: boolean) => string;
}

const tellings: Readonly<Record<Language, Telling>> = { it: italian, en: english };

/** An explanation in sentences, in the order in which a person would tell it; the last one is the decision. */
export function tell(explanation: Explanation, language: Language): readonly string[] {
  const { best, ground, foreign } = explanation;
  return [...tellFacts(explanation, language), tellings[language].decision(ground, best?.confidence ?? 0, foreign)];
}

/** The same without the decision. */
export function tellFacts(explanation: Explanation, language: Language): readonly string[] {
  const { foreign, setAside, expanded, mended, synonyms, elsewhere, best, words, runnerUp, difference, ground } =
    explanation;
  const telling = tellings[language];
  const isIn = explanation.language === undefined ? telling.languageNotPlain : telling.isIn[explanation.language];
  const read = [
    foreign ? telling.foreign : isIn,
    ...(setAside.length > 0 ? [telling.setAside(setAside)] : []),
    ...expanded.map(telling.expanded),
    ...mended.map(telling.mended),
  ];
  if (best === undefined || ground.kind === 'noise') return read;
  return [
    ...read,
    telling.first(best),
    ...(words.length > 0 ? [telling.words(words.slice(0, toldWords))] : []),
    ...synonyms.map(telling.synonym),
    ...(elsewhere.length > 0 ? [telling.elsewhere(elsewhere)] : []),
    ...(runnerUp === undefined ? [] : [telling.second(runnerUp, difference)]),
  ];
}

const toldWords = 5;
