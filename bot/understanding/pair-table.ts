/*
 * A hash table from two whole numbers (32 bits each) to one, in typed arrays: it costs no strings and no objects, and it can be
 * copied to another thread, or to disk and back, as it is. Open addressing with linear probing, at most half full.
 */
export interface PairTable {
  /** Two numbers a slot. */
  readonly keys: Int32Array;
  /** One a slot; -1 marks an empty one. */
  readonly values: Int32Array;
}

export interface GrowingPairTable {
  /** The value of a pair, or else `value` (0 or more), which it has from then on. */
  readonly add: (a: number, b: number, value: number) => number;
  readonly table: () => PairTable;
}

/** The value of a pair; -1 when it has none. */
export function lookUp({ keys, values }: PairTable, a: number, b: number): number {
  const mask = values.length - 1;
  for (let slot = slotOf(a, b) & mask; ; slot = (slot + 1) & mask) {
    const value = values[slot]!;
    if (value === -1 || (keys[2 * slot] === a && keys[2 * slot + 1] === b)) return value;
  }
}

export function growingPairTable(): GrowingPairTable {
  let used = 0;
  let table = emptyTable(64);

  function grow(): void {
    const old = table;
    table = emptyTable(old.values.length * 2);
    for (let slot = 0; slot < old.values.length; slot++) {
      const value = old.values[slot]!;
      if (value !== -1) put(table, old.keys[2 * slot]!, old.keys[2 * slot + 1]!, value);
    }
  }

  return {
    add: (a, b, value) => {
      const found = lookUp(table, a, b);
      if (found !== -1) return found;
      used++;
      if (2 * used > table.values.length) grow();
      put(table, a, b, value);
      return value;
    },
    table: () => table,
  };
}

function put({ keys, values }: PairTable, a: number, b: number, value: number): void {
  const mask = values.length - 1;
  let slot = slotOf(a, b) & mask;
  while (values[slot] !== -1) slot = (slot + 1) & mask;
  keys[2 * slot] = a;
  keys[2 * slot + 1] = b;
  values[slot] = value;
}

function emptyTable(slots: number): PairTable {
  return { keys: new Int32Array(2 * slots), values: new Int32Array(slots).fill(-1) };
}

/** Mixes the bits so that neighbouring numbers lie apart (the finalizer of MurmurHash3, by A. Appleby, public domain). */
function slotOf(a: number, b: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ b;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
