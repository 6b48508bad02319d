import type { Entry } from '../domain/knowledge.ts';
import type { Language } from '../domain/language.ts';
import { matches as fits, parsePattern, type Pattern } from '../domain/pattern.ts';
import { trainClassifier, type Classifier } from './classifier.ts';
import { confidenceOf, fitConfidence, type Confidence, type Observation } from './confidence.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import type { Evidence } from './evidence.ts';
import { dot, spaceOf, type Occurrences, type Space, type Sparse } from './features.ts';
import { settings } from './settings.ts';
import { vocabularyOf, type Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** All that was learned from the corpus in one language. */
export interface Matcher {
  readonly language: Language;
  readonly entries: readonly Entry[];
  readonly vocabulary: Vocabulary;
  /** Candidates for the words of a message, best first, among the entries that `usable` admits. */
  readonly match: (words: readonly string[], usable: (entry: Entry) => boolean) => readonly Candidate[];
  /** Words of the message by what they add to the score of a candidate, in percent of all that speaks for it. */
  readonly reasons: (
    words: readonly string[],
    candidate: Candidate,
  ) => readonly { readonly index: number; readonly weight: number }[];
}

export interface Candidate {
  /** Position in the matcher's entries. */
  readonly of: number;
  readonly entry: Entry;
  /** 0..1 */
  readonly confidence: number;
  readonly example: string;
  /** How it was found: `pattern` and `example` are certain, the message being just that. */
  readonly by: 'pattern' | 'example' | 'score';
}

/** Learns one language of a corpus; undefined when no entry has texts in it. */
export function matcherOf(entriesInAnyOrder: readonly Entry[], language: Language): Matcher | undefined {
  const entries = entriesInAnyOrder
    .filter((entry) => entry.texts[language] !== undefined)
    .sort((a, b) => compare(a.id, b.id));
  if (entries.length === 0) return undefined;
  const learned = learn(entries, language);
  const { vocabulary, space, classifier, rows, members, coverage, exact, examples, confidence } = learned;

  function match(words: readonly string[], usable: (entry: Entry) => boolean): readonly Candidate[] {
    const scores = classifier.scores(space.vector(space.occurrences(words)));
    const ranking = [...entries.keys()]
      .filter((of) => usable(entries[of]!))
      .sort((a, b) => scores[b]! - scores[a]! || a - b);
    const certain = learned.patterns.filter(({ of, pattern }) => usable(entries[of]!) && fits(pattern, words));
    const same = exact.get(words.join(' ')) ?? [];
    const weighed = coverage.weigh(words, (index) => vocabulary.count(words[index]!) === 0);
    const message = space.vector(space.occurrences(words));
    const shown = new Set([
      ...certain.map(({ of }) => of),
      ...same.map((row) => learned.labels[row]!),
      ...ranking.slice(0, candidates),
    ]);
    const found: Candidate[] = [];
    for (const of of shown) {
      if (!usable(entries[of]!)) continue;
      const near = nearestOf(message, members[of]!, rows);
      const evidence: Evidence = {
        score: scores[of]!,
        lead: leadOf(scores, of, ranking),
        coverage: shareOf(weighed, (stem) => coverage.count(stem) > 0),
        own: shareOf(weighed, (stem) => coverage.inClass(stem, of) > 0),
        nearness: near.cosine,
        mass: weighed.total,
      };
      const pattern = certain.find((each) => each.of === of);
      const row = same.find((each) => learned.labels[each] === of);
      const base = { of, entry: entries[of]! };
      if (pattern !== undefined) found.push({ ...base, confidence: 1, example: pattern.pattern.source, by: 'pattern' });
      else if (row !== undefined) {
        const floor = settings.exactConfidence / Math.max(1, new Set(same.map((each) => learned.labels[each])).size);
        found.push({
          ...base,
          confidence: Math.max(floor, confidence(evidence)),
          example: examples[row]!,
          by: 'example',
        });
      } else found.push({ ...base, confidence: confidence(evidence), example: examples[near.row] ?? '', by: 'score' });
    }
    return found.sort((a, b) => b.confidence - a.confidence || scores[b.of]! - scores[a.of]! || a.of - b.of);
  }

  return {
    language,
    entries,
    vocabulary,
    match,
    reasons: (words, { of }) => reasonsFor(space.occurrences(words), space, classifier, of),
  };
}

const candidates = 10;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Learned {
  readonly vocabulary: Vocabulary;
  readonly space: Space;
  readonly classifier: Classifier;
  readonly coverage: Coverage;
  readonly rows: readonly Sparse[];
  readonly labels: Int32Array;
  /** Rows of each class. */
  readonly members: readonly (readonly number[])[];
  readonly examples: readonly string[];
  /** Rows by their words. */
  readonly exact: ReadonlyMap<string, readonly number[]>;
  readonly patterns: readonly { readonly of: number; readonly pattern: Pattern }[];
  readonly confidence: Confidence;
}

function learn(entries: readonly Entry[], language: Language): Learned {
  const examples: string[] = [];
  const classes: number[] = [];
  const patterns: { of: number; pattern: Pattern }[] = [];
  entries.forEach((entry, of) => {
    const texts = entry.texts[language]!;
    for (const text of [texts.question, ...texts.examples]) {
      examples.push(text);
      classes.push(of);
    }
    for (const source of texts.patterns) {
      const pattern = parsePattern(source, (literal) => wordsOf(literal, language).map(({ key }) => key));
      if (pattern.kind === 'pattern') patterns.push({ of, pattern });
    }
  });
  const sentences = examples.map((text) => wordsOf(text, language).map(({ key }) => key));
  const labels = Int32Array.from(classes);
  const space = spaceOf(sentences, language, settings.blocks);
  const rows = sentences.map((words) => space.vector(space.occurrences(words)));
  const members: number[][] = entries.map(() => []);
  classes.forEach((of, row) => members[of]!.push(row));
  const fold = Int32Array.from(classes, (of, row) => members[of]!.indexOf(row) % settings.folds);
  const { classifier, heldOut } = trainClassifier(
    { rows, labels, classes: entries.length, size: space.size },
    settings.classifier,
    fold,
    settings.folds,
  );
  const coverage = coverageOf(sentences, labels, language);
  const exact = new Map<string, number[]>();
  sentences.forEach((words, row) => {
    const key = words.join(' ');
    if (key !== '') exact.set(key, [...(exact.get(key) ?? []), row]);
  });
  const observations = observe({ sentences, labels, rows, members, heldOut, coverage });
  const coefficients = fitConfidence(observations, settings.confidence, settings.trust);
  return {
    vocabulary: vocabularyOf(sentences),
    space,
    classifier,
    coverage,
    rows,
    labels,
    members,
    examples,
    exact,
    patterns,
    confidence: confidenceOf(coefficients),
  };
}

/*
 * Every example stands in for a message twice: as one that the classifier has not seen (its fold held out), where the best three
 * candidates are right or wrong; and as one whose entry does not exist, where the best of the others is wrong: that is
 * how messages look that no entry answers.
 */
function observe(seen: {
  readonly sentences: readonly (readonly string[])[];
  readonly labels: Int32Array;
  readonly rows: readonly Sparse[];
  readonly members: readonly (readonly number[])[];
  readonly heldOut: readonly Float32Array[];
  readonly coverage: Coverage;
}): readonly Observation[] {
  const { sentences, labels, rows, members, heldOut, coverage } = seen;
  const observations: Observation[] = [];
  sentences.forEach((words, row) => {
    if (words.length === 0) return;
    const label = labels[row]!;
    const scores = heldOut[row]!;
    const ranking = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b);
    const look = (of: number, others: readonly number[], knownWithout: (stem: string) => boolean): Evidence => {
      const weighed = coverage.weigh(words, () => false);
      return {
        score: scores[of]!,
        lead: leadOf(scores, of, others),
        coverage: shareOf(weighed, knownWithout),
        own: shareOf(weighed, (stem) => coverage.inClass(stem, of) > (of === label ? 1 : 0)),
        nearness: nearestOf(
          rows[row]!,
          members[of]!.filter((each) => each !== row),
          rows,
        ).cosine,
        mass: weighed.total,
      };
    };
    for (const of of ranking.slice(0, 3)) {
      const evidence = look(of, ranking, (stem) => coverage.count(stem) > 1);
      observations.push({ evidence, right: of === label, weight: 1 });
    }
    const strangers = ranking.filter((of) => of !== label);
    const first = strangers[0];
    if (first === undefined) return;
    const evidence = look(first, strangers, (stem) => coverage.count(stem) > coverage.inClass(stem, label));
    observations.push({ evidence, right: false, weight: settings.strangers });
  });
  return observations;
}

function leadOf(scores: Float32Array, of: number, ranking: readonly number[]): number {
  const other = ranking[0] === of ? ranking[1] : ranking[0];
  return other === undefined ? 1 : scores[of]! - scores[other]!;
}

function shareOf(weighed: ReturnType<Coverage['weigh']>, known: (stem: string) => boolean): number {
  let sum = 0;
  weighed.stems.forEach((stem, index) => {
    if (known(stem)) sum += weighed.weights[index]!;
  });
  return weighed.total === 0 ? 0 : sum / weighed.total;
}

function nearestOf(
  message: Sparse,
  members: readonly number[],
  rows: readonly Sparse[],
): { row: number; cosine: number } {
  let nearest = { row: members[0] ?? -1, cosine: 0 };
  for (const row of members) {
    const cosine = dot(message, rows[row]!);
    if (cosine > nearest.cosine) nearest = { row, cosine };
  }
  return nearest;
}

function reasonsFor(
  { feature, word }: Occurrences,
  space: Space,
  classifier: Classifier,
  of: number,
): readonly { readonly index: number; readonly weight: number }[] {
  const message = space.vector({ feature, word });
  const valueOf = new Map<number, number>();
  message.index.forEach((each, at) => valueOf.set(each, message.value[at]!));
  const times = new Map<number, number>();
  for (const each of feature) times.set(each, (times.get(each) ?? 0) + 1);
  const sums = new Map<number, number>();
  feature.forEach((each, at) => {
    const share = ((valueOf.get(each) ?? 0) * classifier.weight(each, of)) / (times.get(each) ?? 1);
    sums.set(word[at]!, (sums.get(word[at]!) ?? 0) + share);
  });
  const speaking = [...sums].filter(([, weight]) => weight > 0).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const total = speaking.reduce((sum, [, weight]) => sum + weight, 0);
  return speaking.map(([index, weight]) => ({ index, weight: weight / total }));
}
