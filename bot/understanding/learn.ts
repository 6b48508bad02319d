import type { Entry } from '../domain/knowledge.ts';
import type { Language } from '../domain/language.ts';
import { trainClassifier } from './classifier.ts';
import { fitConfidence } from './confidence.ts';
import { coverageOf } from './coverage.ts';
import { spaceOf, spaceReader, vectorOf, type Space } from './features.ts';
import { observe } from './observe.ts';
import { rowsOf } from './rows.ts';
import { sentencesOf, type Sentences } from './sentences.ts';
import { settings } from './settings.ts';
import type { Stemmer } from './synonyms.ts';
import { wordsOf } from './words.ts';
import type { Weights } from './weights.ts';

/**
 * What is learned from the entries of one language: plain data, which can be sent to another thread or kept on disk. Row =
 * example, an entry's question first; class = position among the entries.
 */
export interface Learned {
  readonly space: Space;
  readonly weights: Weights;
  readonly sentences: Sentences;
  /** The class of each row; ascending. */
  readonly labels: Int32Array;
  /** Coefficients of the confidence. */
  readonly confidence: readonly number[];
}

/** Learns entries that all have texts in the language. */
export function learn(entries: readonly Entry[], language: Language, stemmed: Stemmer): Learned {
  const sentences: string[][] = [];
  const classes: number[] = [];
  entries.forEach((entry, of) => {
    for (const text of examplesOf(entry, language)) {
      sentences.push(wordsOf(text, language).map(({ key }) => key));
      classes.push(of);
    }
  });
  const labels = Int32Array.from(classes);
  const space = spaceOf(sentences, stemmed, settings.blocks);
  const { occurrences, numberOf } = spaceReader(space, stemmed);
  const rows = rowsOf(sentences.map((words) => vectorOf(occurrences(words), space)));
  const training = { rows, labels, classes: entries.length, size: space.size };
  const holding = holdingOf(labels);
  const { weights, heldOut } = trainClassifier(training, settings.classifier, holding);
  const observations = observe({
    sentences,
    labels,
    asked: holding.asked,
    heldOut,
    coverage: coverageOf(sentences, labels, language, stemmed),
  });
  return {
    space,
    weights,
    sentences: sentencesOf(sentences.map((words) => words.map(numberOf))),
    labels,
    confidence: fitConfidence(observations, settings.confidence, settings.trust),
  };
}

/** The texts that an entry is learned from. */
export function examplesOf(entry: Entry, language: Language): readonly string[] {
  const texts = entry.texts[language];
  return texts === undefined ? [] : [texts.question, ...texts.examples];
}

/** Deals the rows of each class into folds; of the rows of those that are held out, `heldOutMost` at most are asked, evenly. */
function holdingOf(labels: Int32Array) {
  const dealt = new Map<number, number>();
  const fold = labels.map((label) => {
    const place = dealt.get(label) ?? 0;
    dealt.set(label, place + 1);
    return place % settings.folds;
  });
  const folds = Math.min(settings.folds, Math.ceil((settings.folds * settings.heldOut) / labels.length));
  const out = Int32Array.from(labels.keys()).filter((row) => fold[row]! < folds);
  const step = Math.ceil(out.length / settings.heldOutMost);
  return { fold, folds, asked: out.filter((_, place) => place % step === 0) };
}
