import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matches, parsePattern, type Pattern } from '../../bot/domain/pattern.ts';
import { spaceOf, spaceReader, vectorOf } from '../../bot/understanding/features.ts';
import { highest } from '../../bot/understanding/highest.ts';
import { growingPairTable, lookUp } from '../../bot/understanding/pair-table.ts';
import { patternIndex } from '../../bot/understanding/pattern-index.ts';
import { rowsThatAre, sentencesOf, wordsIn } from '../../bot/understanding/sentences.ts';
import { stemOf } from '../../bot/understanding/stem.ts';
import { growingWeights, scoresOf, weightOf } from '../../bot/understanding/weights.ts';

const stemmed = (word: string): string => stemOf(word, 'it');

/* Each quick way against the obvious slow one. */

const word = fc.constantFrom('dove', 'pacco', 'pacchi', 'il', 'mio', 'ordine', 'ordini', 'a', 'àé', '77', 'spedizione');
const sentence = fc.array(word, { maxLength: 6 });
const number = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

test('a table of pairs is a map', () => {
  const pairs = fc.array(fc.tuple(fc.oneof(number, fc.integer({ min: 0, max: 5 })), number), { maxLength: 300 });
  fc.assert(
    fc.property(pairs, fc.tuple(number, number), (all, other) => {
      const growing = growingPairTable();
      const plain = new Map<string, number>();
      all.forEach(([a, b], place) => {
        const key = `${a} ${b}`;
        if (!plain.has(key)) plain.set(key, place);
        expect(growing.add(a, b, place)).toBe(plain.get(key));
      });
      for (const [a, b] of [...all, other]) expect(lookUp(growing.table(), a, b)).toBe(plain.get(`${a} ${b}`) ?? -1);
    }),
  );
});

test('the features of a message are those that a plain count of strings gives', () => {
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), sentence, (corpus, message) => {
      const space = spaceOf(corpus, stemmed, { words: 0.3, stems: 0.5, characters: 1 });
      const { value } = vectorOf(spaceReader(space, stemmed).occurrences(message), space);
      const plain = plainVector(corpus, message);
      expect(value.length).toBe(plain.length);
      value.toSorted().forEach((each, at) => expect(each).toBeCloseTo(plain[at]!, 5));
    }),
  );
});

test('the scores of an index are those of a plain matrix', () => {
  const weight = fc.oneof(fc.constant(0), fc.integer({ min: -50, max: 50 }));
  const matrix = fc.array(fc.tuple(weight, weight, weight, weight, weight), { minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(matrix, (rows) => {
      const size = rows.length - 1;
      const grown = growingWeights(5, size);
      for (let of = 0; of < 5; of++) rows.forEach((row, feature) => grown.add(feature, of, row[of]!));
      const weights = grown.weights();
      const message = {
        index: Int32Array.from({ length: size }, (_, at) => at),
        value: new Float32Array(size).fill(2),
      };
      const plain = [0, 1, 2, 3, 4].map((of) =>
        rows.reduce((sum, row, feature) => sum + row[of]! * (feature === size ? 1 : 2), 0),
      );
      expect([...scoresOf(weights, message)]).toEqual(plain);
      rows.forEach((row, feature) => row.forEach((each, of) => expect(weightOf(weights, feature, of)).toBe(each)));
    }),
  );
});

test('the highest scores are the first of all when sorted', () => {
  const scores = fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 30 });
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 12 }), (values, count) => {
      const admits = (place: number): boolean => place % 3 !== 1;
      const plain = [...values.keys()].filter(admits).sort((a, b) => values[b]! - values[a]! || a - b);
      expect(highest(Float32Array.from(values), count, admits)).toEqual(plain.slice(0, count));
    }),
  );
});

test('the examples that are word for word a message are those that a comparison of all finds', () => {
  const row = fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 3 });
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 40 }),
      fc.array(fc.integer({ min: -1, max: 2 }), { maxLength: 3 }),
      (rows, message) => {
        const sentences = sentencesOf(rows);
        const plain = [...rows.keys()].filter((at) => rows[at]!.length > 0 && rows[at]!.join() === message.join());
        expect(rowsThatAre(sentences, message)).toEqual(plain);
        rows.forEach((each, at) =>
          expect(wordsIn(sentences, at, ['x', 'y', 'z'])).toEqual(each.map((of) => 'xyz'[of])),
        );
      },
    ),
  );
});

describe('the index of patterns', () => {
  test('it finds what trying all of them finds', () => {
    const sources = ['(dove|pacco) *', '* ordine', 'il mio *', '(a|*) *', '* (il pacco|ordini) mio', 'pacco'];
    const owned = sources.map((source, of) => ({ of, pattern: patternOf(source) }));
    const find = patternIndex(owned);
    fc.assert(
      fc.property(sentence, (words) => {
        expect(find(words)).toEqual(owned.filter(({ pattern }) => matches(pattern, words)));
      }),
    );
  });
});

function patternOf(source: string): Pattern {
  const pattern = parsePattern(source);
  if (pattern.kind === 'error') throw new Error(pattern.message.en);
  return pattern;
}

/** The values of a message's vector, ascending. */
function plainVector(corpus: readonly (readonly string[])[], message: readonly string[]): number[] {
  const documents = corpus.map((words) => new Set(namesOf(words)));
  const counts = new Map<string, number>();
  for (const name of namesOf(message)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const values = [...counts]
    .map(([name, times]) => {
      const df = documents.filter((names) => names.has(name)).length;
      return { block: name[0]!, df, value: (1 + Math.log(times)) * (1 + Math.log((1 + corpus.length) / (1 + df))) };
    })
    .filter(({ df }) => df > 0);
  const scaled = Object.entries({ w: 0.3, s: 0.5, c: 1 }).flatMap(([block, weight]) => {
    const own = values.filter((each) => each.block === block).map(({ value }) => value);
    return own.map((value) => (weight * value) / Math.hypot(...own));
  });
  const whole = Math.hypot(...scaled);
  return scaled.map((value) => value / whole).sort((a, b) => a - b);
}

function namesOf(words: readonly string[]): string[] {
  const stems = words.map((each) => stemOf(each, 'it'));
  const names = [...words.map((each) => `w${each}`), ...stems.map((each) => `s${each}`)];
  for (let at = 1; at < words.length; at++)
    names.push(`w${words[at - 1]} ${words[at]}`, `s${stems[at - 1]} ${stems[at]}`);
  for (const each of words)
    for (let from = 0; from < each.length + 2; from++)
      for (let to = from + 2; to <= Math.min(from + 4, each.length + 2); to++)
        names.push(`c${` ${each} `.slice(from, to)}`);
  return names;
}
