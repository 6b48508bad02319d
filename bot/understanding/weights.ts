import type { Sparse } from './features.ts';
import { giveBack } from './rows.ts';

/*
 * The weights of a linear classifier as an inverted index: for each feature, the classes for which it counts. A feature that
 * counts for most classes has a row of all of them, which is smaller and faster then. Scores are exact: only zeros are left out.
 */
/** Plain data; row `size` holds the biases. */
export interface Weights {
  readonly classes: number;
  /** Number of features. */
  readonly size: number;
  /** Where the row of each feature begins: in `full` when its count is -1, else in `of` and `value`. */
  readonly start: Int32Array;
  readonly count: Int32Array;
  readonly full: Float32Array;
  readonly of: Uint16Array | Int32Array;
  readonly value: Float32Array;
}

/** Takes the weights class by class, and gives the index when all are there. */
export interface GrowingWeights {
  readonly add: (feature: number, of: number, weight: number) => void;
  readonly weights: () => Weights;
}

/** The scores of all classes for one message. */
export function scoresOf({ classes, size, start, count, full, of, value }: Weights, message: Sparse): Float32Array {
  const scores = new Float32Array(classes);
  addRow(size, 1);
  const { index, value: values } = message;
  for (let at = 0; at < index.length; at++) addRow(index[at]!, values[at]!);
  return scores;

  function addRow(feature: number, times: number): void {
    const from = start[feature]!;
    const length = count[feature]!;
    if (length === -1) for (let each = 0; each < classes; each++) scores[each]! += full[from + each]! * times;
    else for (let at = from; at < from + length; at++) scores[of[at]!]! += value[at]! * times;
  }
}

/** What one feature (with value 1) adds to the score of one class. */
export function weightOf({ start, count, full, of, value }: Weights, feature: number, wanted: number): number {
  const from = start[feature]!;
  const length = count[feature]!;
  if (length === -1) return full[from + wanted]!;
  const at = of.subarray(from, from + length).indexOf(wanted);
  return at === -1 ? 0 : value[from + at]!;
}

/**
 * Gathers the weights of classes in ascending order, each feature at most once a class. They lie in pieces, which are given back
 * one by one when the index is made: with many classes this is most of what learning needs.
 */
export function growingWeights(classes: number, size: number): GrowingWeights {
  const pieces: Piece[] = [];
  let last: Piece = emptyPiece;
  let room = 0;
  const ends = new Int32Array(classes);
  const counts = new Int32Array(size + 1);

  return {
    add: (feature, of, weight) => {
      if (weight === 0) return;
      if (room === 0) {
        room = pieceLength;
        last = { features: new Int32Array(room), values: new Float32Array(room) };
        pieces.push(last);
      }
      const at = pieceLength - room--;
      last.features[at] = feature;
      last.values[at] = weight;
      counts[feature]!++;
      ends[of] = pieces.length * pieceLength - room;
    },
    weights: () => {
      const start = new Int32Array(size + 1);
      const count = counts.slice();
      let wide = 0;
      let narrow = 0;
      for (let feature = 0; feature <= size; feature++) {
        if (feature === size || 2 * counts[feature]! > classes) {
          count[feature] = -1;
          start[feature] = wide;
          wide += classes;
        } else {
          start[feature] = narrow;
          narrow += counts[feature]!;
        }
      }
      const full = new Float32Array(wide);
      const of = classes <= 65_536 ? new Uint16Array(narrow) : new Int32Array(narrow);
      const value = new Float32Array(narrow);
      const next = start.slice();
      let at = 0;
      for (let label = 0; label < classes; label++)
        for (; at < ends[label]!; at++) {
          const { features, values } = pieces[Math.floor(at / pieceLength)]!;
          const feature = features[at % pieceLength]!;
          const weight = values[at % pieceLength]!;
          if (count[feature] === -1) full[start[feature]! + label] = weight;
          else {
            of[next[feature]!] = label;
            value[next[feature]!++] = weight;
          }
          if (at % pieceLength === pieceLength - 1) giveBack(features, values);
        }
      return { classes, size, start, count, full, of, value };
    },
  };
}

interface Piece {
  readonly features: Int32Array<ArrayBuffer>;
  readonly values: Float32Array<ArrayBuffer>;
}

const pieceLength = 65_536;
const emptyPiece: Piece = { features: new Int32Array(0), values: new Float32Array(0) };
