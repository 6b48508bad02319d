import type { Sparse } from './features.ts';

/** Many sparse vectors one after another: row r lies at start[r] .. start[r + 1] - 1. */
export interface Rows {
  readonly count: number;
  readonly start: Int32Array;
  readonly index: Int32Array<ArrayBuffer>;
  readonly value: Float32Array<ArrayBuffer>;
}

/** Takes the vectors one by one, so that they need not all be there at once. */
export function rowsOf(vectors: Iterable<Sparse>): Rows {
  const start = [0];
  let used = 0;
  let index = new Int32Array(4096);
  let value = new Float32Array(4096);
  for (const each of vectors) {
    const end = used + each.index.length;
    if (end > index.length) {
      const room = Math.ceil(1.5 * end);
      index = new Int32Array(index.buffer.transfer(4 * room));
      value = new Float32Array(value.buffer.transfer(4 * room));
    }
    index.set(each.index, used);
    value.set(each.value, used);
    used = end;
    start.push(used);
  }
  return {
    count: start.length - 1,
    start: Int32Array.from(start),
    index: new Int32Array(index.buffer.transfer(4 * used)),
    value: new Float32Array(value.buffer.transfer(4 * used)),
  };
}

/** Frees arrays that nobody needs any more; the collector sees how small the objects are, not what hangs on them, and waits long. */
export function giveBack(...arrays: readonly { readonly buffer: ArrayBuffer }[]): void {
  for (const { buffer } of arrays) buffer.transfer(0);
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
