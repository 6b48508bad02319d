import type { Entry } from '../domain/knowledge.ts';
import type { Language } from '../domain/language.ts';
import type { Change, Reasons } from '../domain/understanding.ts';
import { makingCeilings, pressed, worthAsking } from './ceiling.ts';
import { membersOf } from './classifier.ts';
import { confidenceOf } from './confidence.ts';
import { coverageOf } from './coverage.ts';
import { doubted, elsewhereFor } from './elsewhere.ts';
import { leadOf, sharesKnown, type Evidence } from './evidence.ts';
import { spaceReader, vectorOf } from './features.ts';
import { highest } from './highest.ts';
import { examplesOf, textsOf, type Learned } from './learn.ts';
import { lexiconOf } from './lexicon.ts';
import { nearestTo } from './nearest.ts';
import { patternIndex, patternsOf, wordsInPattern } from './pattern-index.ts';
import { reasonsIn } from './reasons.ts';
import { rowsThatAre, wordsIn } from './sentences.ts';
import { settings } from './settings.ts';
import { stemOf } from './stem.ts';
import type { Making } from './steps.ts';
import { isShared, type Stemmer } from './synonyms.ts';
import { makingVocabulary, type Vocabulary } from './vocabulary.ts';
import { scoresOf } from './weights.ts';
import { wordsOf } from './words.ts';

/** All that was learned from the corpus in one language. */
export interface Matcher {
  readonly language: Language;
  readonly vocabulary: Vocabulary;
  /** Candidates for the words of a message, best first, among the entries that `usable` admits. */
  readonly match: (view: View, usable: (entry: Entry) => boolean) => readonly Candidate[];
  /** What spoke for candidates of that message; slower than `match`, and not needed for a turn. */
  readonly reasons: (view: View, candidates: readonly Candidate[]) => readonly Reasons[];
  /** Words of the message that an entry's examples hold by a synonym only. */
  readonly synonyms: (view: View, candidate: Candidate) => readonly Change[];
  /** Words of the message that are of another's matters, so that it is asked back about at most. */
  readonly elsewhere: (view: View) => readonly string[];
}

/** The words to be matched, and how certain each is to be what the customer meant: 1 as written, less when mended. */
export interface View {
  readonly words: readonly string[];
  readonly certainty: readonly number[];
  /** Those that only tell how it is, in a message that asks something else. */
  readonly told: ReadonlySet<string>;
}

export interface Candidate {
  /** The class. */
  readonly of: number;
  readonly entry: Entry;
  /** 0..1 */
  readonly confidence: number;
  readonly evidence: Evidence;
  readonly by: By;
}

/** How a candidate was found: `pattern` and `example` mean that the message is just that. */
export type By =
  | { readonly kind: 'pattern'; readonly source: string }
  | { readonly kind: 'example'; readonly row: number }
  | { readonly kind: 'score' };

/** The entries of a language in the order of their classes: by id, so that the order of files does not matter. */
export function entriesIn(entries: readonly Entry[], language: Language): readonly Entry[] {
  return entries.filter((entry) => entry.texts[language] !== undefined).sort(byId);
}

/** Makes what matches messages from the entries of a language (in the order of classes) and what was learned from them. */
export function* makingMatcher(
  entries: readonly Entry[],
  language: Language,
  learned: Learned,
  { stemmed, synonyms }: { readonly stemmed: Stemmer; readonly synonyms: readonly string[] },
): Making<Matcher> {
  const { space, weights, labels } = learned;
  const reader = spaceReader(space, stemmed);
  const { numberOf, occurrences } = reader;
  const sentence = (row: number): readonly string[] => wordsIn(learned.sentences, row, space.words);
  yield;
  const coverage = coverageOf(learned.stemCounts, labels.length, language, reader);
  const confidence = confidenceOf(learned.confidence);
  const members = membersOf(labels, entries.length);
  yield;
  const sample = { sentences: learned.sentences, space, reader, members, coverage };
  const ceilingOf = yield* makingCeilings(sample, language);
  yield;
  const examples = entries.map((entry) => examplesOf(entry, language).length);
  const keysOf = (literal: string): readonly string[] => wordsOf(literal, language).map(({ key }) => key);
  const patterns = entries.flatMap((entry, of) =>
    patternsOf(entry.texts[language]?.patterns ?? [], keysOf).map((pattern) => ({ of, pattern })),
  );
  yield;
  const fitting = patternIndex(patterns);
  const alone = new Set([...synonyms, ...patterns.flatMap(({ pattern }) => [...wordsInPattern(pattern)])]);
  yield;
  const lexicon = lexiconOf(space, learned.sentences, reader, alone);
  yield;
  const vocabulary = yield* makingVocabulary(lexicon, language);
  yield;
  const isElsewhere = elsewhereFor(lexicon.count, language);
  const elsewhere = ({ words, told }: View) => words.filter((word) => isElsewhere(word) && !told.has(word));

  function match(view: View, usable: (entry: Entry) => boolean): readonly Candidate[] {
    const { words, certainty } = view;
    if (words.length === 0) return [];
    const scores = scoresOf(weights, vectorOf(occurrences(words), space));
    const ranking = highest(scores, shownAtMost, (of) => usable(entries[of]!));
    const by = new Map<number, By>();
    for (const row of rowsThatAre(learned.sentences, words.map(numberOf)))
      if (usable(entries[labels[row]!]!) && !by.has(labels[row]!)) by.set(labels[row]!, { kind: 'example', row });
    const sharing = by.size;
    const fitted = new Set<number>();
    for (const { of, pattern } of fitting(words))
      if (usable(entries[of]!) && !fitted.has(of)) {
        fitted.add(of);
        by.set(of, { kind: 'pattern', source: pattern.source });
      }
    const weighed = coverage.weigh(words);
    const candidates = [...new Set([...by.keys(), ...ranking])];
    const asked = ceilingOf({ words, stems: weighed.stems, candidates });
    const others = elsewhere(view).length > 0;
    const ceiling = others ? (of: number) => Math.min(worthAsking, asked(of)) : asked;
    const found = candidates.map((of) => {
      const evidence = {
        score: scores[of]!,
        lead: leadOf(scores, of, ranking),
        ...sharesKnown(weighed, (stem, index) => (coverage.inClass(stem, of) > 0 ? certainty[index]! : 0)),
        mass: weighed.total,
      };
      const how = by.get(of) ?? byScore;
      const just = justThat(how.kind, certainty, sharing);
      const own = confidence(evidence, examples[of]!);
      const likely = pressed(others ? doubted(own) : own, ceiling(of));
      return { of, entry: entries[of]!, evidence, just, likely, by: how };
    });
    let most = 1;
    return found
      .sort((a, b) => rankOf(b.evidence) - rankOf(a.evidence) || a.of - b.of)
      .map(({ just, likely, ...candidate }) => {
        most = Math.min(most, likely);
        return { ...candidate, confidence: Math.max(just, most) };
      })
      .sort((a, b) => b.confidence - a.confidence);
  }

  function reasons({ words }: View, candidates: readonly Candidate[]): readonly Reasons[] {
    const occurring = occurrences(words);
    const message = vectorOf(occurring, space);
    const reasonsOf = reasonsIn(occurring, message, weights);
    const nearest = nearestTo(message, (row) => vectorOf(occurrences(sentence(row)), space));
    return candidates.map(({ of, entry, by }) => ({
      words: reasonsOf(of, words),
      example:
        by.kind === 'pattern'
          ? by.source
          : textsOf(entry, language)[
              (by.kind === 'example' ? by.row : nearest(members[of]!.subarray(0, examples[of]))) - members[of]![0]!
            ]!,
    }));
  }

  function synonymsFor({ words }: View, { of }: Candidate): readonly Change[] {
    const own = new Set(Array.from(members[of]!).flatMap(sentence));
    return [...new Set(words)].flatMap((from) => {
      const stem = stemmed(from);
      if (!isShared(stem) || own.has(from)) return [];
      const to = [...own].find((word) => stemmed(word) === stem);
      // Forms of one word are no synonyms.
      return to === undefined || stemOf(to, language) === stemOf(from, language) ? [] : [{ from, to }];
    });
  }

  return {
    language,
    vocabulary,
    match,
    reasons,
    synonyms: synonymsFor,
    elsewhere,
  };
}

const shownAtMost = 10;
const byScore: By = { kind: 'score' };

/** The confidence that a candidate has from what it was found by alone; an example that several entries share is shared out. */
function justThat(kind: By['kind'], certainty: readonly number[], sharing: number): number {
  switch (kind) {
    case 'pattern':
      return Math.min(...certainty);
    case 'example':
      return (settings.exact * Math.min(...certainty)) / sharing;
    case 'score':
      return 0;
  }
}

/** By what entries are ranked; the confidence says how far the first is to be trusted, and never rises from there. */
function rankOf({ score, content }: Evidence): number {
  return score + settings.contentInRank * content;
}

function byId(a: Entry, b: Entry): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
