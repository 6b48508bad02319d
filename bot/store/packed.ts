import { createHash, type Hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

/*
 * Plain data with large typed arrays as one file: a line with what it is, its name, the hash of all that follows and the length
 * of the head; the head as JSON, in which each array is a number; and then the arrays as they lie in memory, one after another. Each array
 * is written from where it lies and read into memory of its own, so that nothing is held twice and all of it can be handed
 * to another thread.
 */

/** Writes the data; throws what the file system says. */
export function writePacked(path: string, name: string, data: object): void {
  const arrays: NodeJS.TypedArray[] = [];
  const tree = JSON.stringify(data, (_, value: unknown) => (isArray(value) ? { $: arrays.push(value) - 1 } : value));
  const shapes = arrays.map((array): Shape => [array.constructor.name as Kind, array.length]);
  const head = Buffer.from(JSON.stringify({ shapes, tree }));
  const seal = createHash('sha256').update(head);
  for (const array of arrays) seal.update(array);
  const file = openSync(path, 'w');
  try {
    writeAll(file, Buffer.from(titleOf(name, seal, head.length)));
    writeAll(file, head);
    for (const array of arrays) writeAll(file, bytesOf(array));
  } finally {
    closeSync(file);
  }
}

/** The data; `missing` when there is no such file, `damaged` when it is cut short, changed, or another. */
export function readPacked(path: string, name: string): { readonly data: unknown } | 'missing' | 'damaged' {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return 'missing';
  }
  try {
    return readFrom(file, name) ?? 'damaged';
  } catch {
    return 'damaged';
  } finally {
    closeSync(file);
  }
}

const form = 'sportello-model';
const kinds = { Int32Array, Uint16Array, Uint8Array, Float32Array } as const;
type Kind = keyof typeof kinds;
type Shape = readonly [kind: Kind, length: number];

function isArray(value: unknown): value is NodeJS.TypedArray {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

/** All titles are of the same length. */
function titleOf(name: string, seal: Hash, headLength: number): string {
  return `${form} ${name} ${seal.digest('hex')} ${String(headLength).padStart(12, '0')}\n`;
}

function readFrom(file: number, name: string): { readonly data: unknown } | undefined {
  const { size } = fstatSync(file);
  const empty = titleOf(name, createHash('sha256'), 0);
  const title = readNext(file, new Uint8Array(empty.length)).toString();
  const headLength = Number(title.slice(-13));
  if (!(headLength < size)) return undefined;
  const head = readNext(file, new Uint8Array(headLength));
  const { shapes, tree } = JSON.parse(head.toString()) as { shapes: readonly Shape[]; tree: string };
  const bytes = shapes.reduce((sum, [kind, length]) => sum + length * kinds[kind].BYTES_PER_ELEMENT, 0);
  if (empty.length + headLength + bytes !== size) return undefined;
  const seal = createHash('sha256').update(head);
  const arrays = shapes.map(([kind, length]) => {
    const array = new kinds[kind](length);
    seal.update(readNext(file, array));
    return array;
  });
  if (title !== titleOf(name, seal, headLength)) return undefined;
  const data: unknown = JSON.parse(tree, (_, value: unknown) =>
    typeof value === 'object' && value !== null && '$' in value ? arrays[Number(value.$)] : value,
  );
  return { data };
}

function bytesOf(array: NodeJS.TypedArray): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}

function writeAll(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
}

/** Fills the array from where the file was read to. */
function readNext(file: number, array: NodeJS.TypedArray): Buffer {
  const bytes = bytesOf(array);
  for (let done = 0; done < bytes.length;) {
    const read = readSync(file, bytes, done, bytes.length - done, null);
    if (read === 0) throw new Error('The file ends too early.');
    done += read;
  }
  return bytes;
}
