import type { Entry } from '../domain/knowledge.ts';
import type { Language } from '../domain/language.ts';
import { trainClassifier } from './classifier.ts';
import { fitConfidence } from './confidence.ts';
import { coverageOf, stemCountsOf, type StemCounts } from './coverage.ts';
import { spaceOf, spaceReader, vectorOf, type Space } from './features.ts';
import { observe } from './observe.ts';
import { rivalsIn } from './rivals.ts';
import { giveBack, rowsOf } from './rows.ts';
import { sentencesOf, type Sentences } from './sentences.ts';
import { saidFirst } from './said.ts';
import { settings } from './settings.ts';
import type { Stemmer } from './synonyms.ts';
import { wordsOf } from './words.ts';
import type { Weights } from './weights.ts';

/**
 * What is learned from the entries of one language: plain data, which can be sent to another thread or kept on disk. Row =
 * example, an entry's question first, then what its answer says first; class = position among the entries.
 */
export interface Learned {
  readonly space: Space;
  readonly weights: Weights;
  readonly sentences: Sentences;
  readonly stemCounts: StemCounts;
  /** The class of each row; ascending. */
  readonly labels: Int32Array;
  /** Coefficients of the confidence. */
  readonly confidence: readonly number[];
}

/** Learns entries that all have texts in the language. */
export function learn(entries: readonly Entry[], language: Language, stemmed: Stemmer): Learned {
  const sentences: string[][] = [];
  const classes: number[] = [];
  const asked: boolean[] = [];
  entries.forEach((entry, of) => {
    const examples = examplesOf(entry, language).length;
    textsOf(entry, language).forEach((text, place) => {
      sentences.push(wordsOf(text, language).map(({ key }) => key));
      classes.push(of);
      asked.push(place < examples);
    });
  });
  const labels = Int32Array.from(classes);
  const space = spaceOf(sentences, stemmed, settings.blocks);
  const reader = spaceReader(space, stemmed);
  const { occurrences, numberOf } = reader;
  const rows = rowsOf(sentences.values().map((words) => vectorOf(occurrences(words), space)));
  const most = Math.max(settings.fewestRivals, Math.floor(settings.pairs / entries.length));
  const training = {
    rows,
    labels,
    classes: entries.length,
    size: space.size,
    ...(most < labels.length && {
      rivals: rivalsIn({ rows, size: space.size }, labels, entries.length, most),
      negligible: settings.negligible,
    }),
  };
  const holding = holdingOf(labels, asked, entries.length);
  const { weights, heldOut } = trainClassifier(training, settings.classifier, holding);
  giveBack(rows.index, rows.value);
  const numbered = sentencesOf(sentences.map((words) => words.map(numberOf)));
  const stemCounts = stemCountsOf(numbered, labels, space);
  const observations = observe({
    sentences,
    labels,
    asked: holding.asked,
    heldOut,
    coverage: coverageOf(stemCounts, labels.length, language, reader),
  });
  return {
    space,
    weights,
    sentences: numbered,
    stemCounts,
    labels,
    confidence: fitConfidence(observations, settings.confidence, settings.trust),
  };
}

/** All texts that an entry is learned from: its examples, and what its answer says first. */
export function textsOf(entry: Entry, language: Language): readonly string[] {
  return [...examplesOf(entry, language), ...saidFirst(entry.texts[language]?.answers[0] ?? '')];
}

/** How customers ask for an entry: its question and its examples. */
export function examplesOf(entry: Entry, language: Language): readonly string[] {
  const texts = entry.texts[language];
  return texts === undefined ? [] : [texts.question, ...texts.examples];
}

/** Deals the examples of each class into folds; of those that are held out, `heldOutMost` at most are asked, evenly. */
function holdingOf(labels: Int32Array, example: readonly boolean[], classes: number) {
  const dealt = new Map<number, number>();
  const fold = labels.map((label, row) => {
    if (!example[row]) return settings.folds;
    const place = dealt.get(label) ?? 0;
    dealt.set(label, place + 1);
    return place % settings.folds;
  });
  const folds = Math.min(
    settings.folds,
    Math.ceil((settings.folds * settings.heldOut) / example.filter(Boolean).length),
  );
  const out = Int32Array.from(labels.keys()).filter((row) => fold[row]! < folds);
  const most = Math.min(settings.heldOutMost, Math.ceil(settings.pairs / classes));
  const step = Math.ceil(out.length / most);
  return { fold, folds, asked: out.filter((_, place) => place % step === 0) };
}
