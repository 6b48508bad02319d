import type { Entry } from '../domain/knowledge.ts';
import type { Language } from '../domain/language.ts';
import { parsePattern, type Pattern } from '../domain/pattern.ts';
import { trainClassifier, type Classifier } from './classifier.ts';
import { confidenceOf, fitConfidence, type Confidence, type Observation } from './confidence.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import { spaceOf, type Space, type Sparse } from './features.ts';
import { observe } from './observe.ts';
import { settings } from './settings.ts';
import { vocabularyOf, type Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** What is learned from the entries of one language. Row = example; class = position among the entries. */
export interface Learned {
  readonly observations: readonly Observation[];
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

/** Learns entries that all have texts in the language. */
export function learn(entries: readonly Entry[], language: Language): Learned {
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
  const rows = space.learned.map(space.vector);
  const members: number[][] = entries.map(() => []);
  classes.forEach((of, row) => members[of]!.push(row));
  const fold = Int32Array.from(classes, (_, row) => members[labels[row]!]!.indexOf(row) % settings.folds);
  const folds = Math.min(settings.folds, Math.ceil((settings.folds * settings.heldOut) / rows.length));
  const training = { rows, labels, classes: entries.length, size: space.size };
  const { classifier, heldOut } = trainClassifier(training, settings.classifier, fold, folds);
  const coverage = coverageOf(sentences, labels, language);
  const observations = observe({ sentences, labels, heldOut, coverage });
  return {
    observations,
    vocabulary: vocabularyOf(sentences, language),
    space,
    classifier,
    coverage,
    rows,
    labels,
    members,
    examples,
    exact: byWords(sentences),
    patterns,
    confidence: confidenceOf(fitConfidence(observations, settings.confidence, settings.trust)),
  };
}

function byWords(sentences: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const exact = new Map<string, number[]>();
  sentences.forEach((words, row) => {
    if (words.length === 0) return;
    const key = words.join(' ');
    exact.set(key, [...(exact.get(key) ?? []), row]);
  });
  return exact;
}
