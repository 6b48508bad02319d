import type { Sparse } from './features.ts';

/** Many sparse vectors one after another: row r lies at start[r] .. start[r + 1] - 1. */
export interface Rows {
  readonly count: number;
  readonly start: Int32Array;
  readonly index: Int32Array;
  readonly value: Float32Array;
}

export function rowsOf(vectors: readonly Sparse[]): Rows {
  const start = new Int32Array(vectors.length + 1);
  vectors.forEach(({ index }, row) => (start[row + 1] = start[row]! + index.length));
  const index = new Int32Array(start[vectors.length]!);
  const value = new Float32Array(index.length);
  vectors.forEach((each, row) => {
    index.set(each.index, start[row]);
    value.set(each.value, start[row]);
  });
  return { count: vectors.length, start, index, value };
}

/** The product of a row with a dense vector. */
export function product({ start, index, value }: Rows, row: number, dense: Float64Array): number {
  let sum = 0;
  const end = start[row + 1]!;
  for (let at = start[row]!; at < end; at++) sum += dense[index[at]!]! * value[at]!;
  return sum;
}

/** Adds a row, so many times, to a dense vector. */
export function addTo(dense: Float64Array, { start, index, value }: Rows, row: number, times: number): void {
  const end = start[row + 1]!;
  for (let at = start[row]!; at < end; at++) dense[index[at]!]! += times * value[at]!;
}
