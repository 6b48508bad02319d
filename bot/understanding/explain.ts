import { languages, type Language } from '../domain/language.ts';
import type { Explanation, Match, Reasons } from '../domain/understanding.ts';
import type { Ground } from './decide.ts';

/** What is told beside the matches. */
export interface Story {
  readonly matches: readonly Match[];
  /** One for each match. */
  readonly reasons: readonly Reasons[];
  readonly ground: Ground;
  readonly language: Language | undefined;
  readonly foreign: boolean;
  readonly found: 'pattern' | 'example' | 'score' | undefined;
  readonly mended: Explanation['mended'];
  readonly expanded: Explanation['expanded'];
  readonly synonyms: Explanation['synonyms'];
  readonly setAside: readonly string[];
}

/** The explanation: facts, and sentences in the order in which a person would tell them. */
export function explain(story: Story): Explanation {
  const { mended, expanded, synonyms, setAside, reasons } = story;
  return {
    mended,
    expanded,
    synonyms,
    setAside,
    reasons,
    sentences: [...readingSentences(story), ...matchSentences(story), decisionSentence(story)],
  };
}

function readingSentences({ language, foreign, mended, expanded, setAside }: Story): readonly string[] {
  const sentences: string[] = [];
  if (foreign) sentences.push('The message reads as neither Italian nor English.');
  else if (language !== undefined) sentences.push(`The message is ${names[language]}.`);
  else
    sentences.push(
      `Its language is not plain, so it was read in ${languages.map((each) => names[each]).join(' and in ')}.`,
    );
  if (setAside.length > 0) sentences.push(`Set aside before matching: ${list(setAside.map(quoted))}.`);
  for (const { from, to } of expanded) sentences.push(`${quoted(from)} is chat spelling for ${quoted(to)}.`);
  for (const { from, to } of mended)
    sentences.push(`${quoted(from)} is not a word of the knowledge; it was read as ${quoted(to)}.`);
  return sentences;
}

function matchSentences({ matches, reasons, found, ground, synonyms }: Story): readonly string[] {
  const [best, second] = matches;
  const [forBest, forSecond] = reasons;
  if (best === undefined || forBest === undefined || ground.kind === 'noise') return [];
  const sentences: string[] = [];
  const how = `${best.id} ("${best.title}") came first with confidence ${percent(best.confidence)}`;
  if (found === 'pattern') sentences.push(`${how}: the message fits its pattern ${quoted(forBest.example)}.`);
  else if (found === 'example')
    sentences.push(`${how}: the message is word for word its example ${quoted(forBest.example)}.`);
  else sentences.push(`${how}; its nearest example is ${quoted(forBest.example)}.`);
  const words = forBest.words.slice(0, 5).map(({ word, weight }) => `${quoted(word)} (${percent(weight)})`);
  if (words.length > 0) sentences.push(`What spoke for it: ${list(words)}.`);
  for (const { from, to } of synonyms) sentences.push(`${quoted(from)} counted as ${quoted(to)}, by the synonyms.`);
  if (second !== undefined && forSecond !== undefined) {
    const difference = differing(forBest, forSecond);
    const because = difference.length > 0 ? `; what spoke more for the first: ${list(difference.map(quoted))}` : '';
    sentences.push(`${second.id} ("${second.title}") came second with ${percent(second.confidence)}${because}.`);
  }
  return sentences;
}

/** Words that spoke clearly more for the first match than for the second, strongest first. */
function differing(first: Reasons, second: Reasons): readonly string[] {
  return first.words
    .map(({ word, weight }) => ({
      word,
      gain: weight - (second.words.find((each) => each.word === word)?.weight ?? 0),
    }))
    .filter(({ gain }) => gain >= 0.05)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, 3)
    .map(({ word }) => word);
}

function decisionSentence({ ground, matches, foreign }: Story): string {
  const best = percent(matches[0]?.confidence ?? 0);
  switch (ground.kind) {
    case 'noise':
      return 'Decision: handoff, because the message holds no word that the knowledge knows.';
    case 'nothing':
      return 'Decision: handoff, because no entry is in use here today that shares anything with the message.';
    case 'sure': {
      const clear =
        ground.next === undefined
          ? ''
          : ` and it is well ahead of the next different answer (${percent(ground.next.confidence)})`;
      return `Decision: answer, because ${best} reaches the ${percent(ground.needed)} that an answer needs${clear}.`;
    }
    case 'unsure':
      return `Decision: ask back, because ${best} does not reach the ${percent(ground.needed)} that an answer needs.`;
    case 'close':
      return `Decision: ask back, because ${ground.next.id} would answer something else and is too close (${percent(ground.next.confidence)} against ${best}).`;
    case 'low':
      return foreign
        ? 'Decision: handoff, because the knowledge does not speak that language.'
        : `Decision: handoff, because ${best} is too little even to ask back.`;
  }
}

const names: Readonly<Record<Language, string>> = { it: 'Italian', en: 'English' };

function quoted(text: string): string {
  return `“${text}”`;
}

function percent(share: number): string {
  return `${share < 1 ? Math.min(99, Math.round(share * 100)) : 100} %`;
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
