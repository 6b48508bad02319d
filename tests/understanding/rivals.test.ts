import { expect, test } from 'vitest';
import { understandWith } from '../../bot/understanding/build.ts';
import { trainClassifier } from '../../bot/understanding/classifier.ts';
import { spaceOf, spaceReader, vectorOf } from '../../bot/understanding/features.ts';
import { learnCorpus } from '../../bot/understanding/model.ts';
import { rivalsIn } from '../../bot/understanding/rivals.ts';
import { rowsOf } from '../../bot/understanding/rows.ts';
import { settings } from '../../bot/understanding/settings.ts';
import { stemOf } from '../../bot/understanding/stem.ts';
import { scoresOf } from '../../bot/understanding/weights.ts';
import { syntheticCorpus } from '../bench/synthetic.ts';

const classes = 60;
const { corpus, cases } = syntheticCorpus(classes, 8, 200);
const sentences = corpus.entries.flatMap(({ texts }) =>
  [texts.it!.question, ...texts.it!.examples].map((text) => text.split(' ')),
);
const labels = Int32Array.from(sentences, (_, row) => Math.floor(row / 8));
const stemmed = (word: string): string => stemOf(word, 'it');
const space = spaceOf(sentences, stemmed, { words: 0.3, stems: 0.5, characters: 1 });
const { occurrences } = spaceReader(space, stemmed);
const rows = rowsOf(sentences.map((words) => vectorOf(occurrences(words), space)));

test('the rows that a class is told apart from are its own, those of the classes most like it, and some others', () => {
  const most = 100;
  const rivals = rivalsIn({ rows, size: space.size }, labels, classes, most);
  const sums = Array.from({ length: classes }, (_, of) => sumOf(of));
  for (let of = 0; of < classes; of++) {
    const active = [...rivals(of)];
    expect(active).toEqual([...new Set(active)].sort((a, b) => a - b));
    expect(active.length).toBeLessThanOrEqual(most);
    const like = sums.map((other) => other.reduce((sum, value, at) => sum + value * sums[of]![at]!, 0));
    const nearest = [...sums.keys()].filter((other) => other !== of).sort((a, b) => like[b]! - like[a]!)[0]!;
    const whole = [of, nearest].flatMap((each) => [...labels.keys()].filter((row) => labels[row] === each));
    expect(whole.filter((row) => !active.includes(row))).toEqual([]);
  }
});

test('told apart from rivals only, hardly any message is taken for another entry than with all rows', () => {
  const holding = { fold: new Int32Array(labels.length), folds: 0, asked: new Int32Array() };
  const training = { rows, labels, classes, size: space.size };
  const all = trainClassifier(training, settings.classifier, holding).weights;
  const few = trainClassifier(
    { ...training, rivals: rivalsIn({ rows, size: space.size }, labels, classes, 120), negligible: 0.005 },
    settings.classifier,
    holding,
  ).weights;
  const right = [all, few].map(
    (weights) =>
      cases.filter(({ text, id }) => {
        const scores = scoresOf(weights, vectorOf(occurrences(text.split(' ')), space));
        return `entry-${scores.indexOf(Math.max(...scores))}` === id;
      }).length,
  );
  expect(right[1]).toBeGreaterThan(right[0]! - 6);
  expect(right[0]).toBeGreaterThan(120);
});

test('a corpus of so many entries that each is told apart from rivals only is learned and understood', () => {
  const made = syntheticCorpus(900, 5, 100);
  const examples = made.corpus.entries.flatMap(({ texts }) => [texts.it!.question, ...texts.it!.examples]);
  expect(examples.length).toBeGreaterThan(settings.pairs / made.corpus.entries.length);
  const understand = understandWith(made.corpus, learnCorpus(made.corpus));
  const right = made.cases.filter(
    ({ text, id }) =>
      understand(text, { language: 'it', channel: 'webchat', date: '2026-11-21' }).matches[0]?.id === id,
  );
  expect(right.length).toBeGreaterThan(60);
});

/** The sum of a class's rows over the features that several classes share, as a plain vector of length 1. */
function sumOf(of: number): number[] {
  const sum = Array.from({ length: space.size }, () => 0);
  for (let at = rows.start[8 * of]!; at < rows.start[8 * of + 8]!; at++) sum[rows.index[at]!]! += rows.value[at]!;
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}
