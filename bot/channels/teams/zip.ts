import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive: its path within, and its bytes. */
export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes a zip archive in memory: deflated, names in UTF-8, the same bytes for the same entries. For small archives: no entry
 * of 4 GiB or more, and no more than 65,535 of them.
 */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { path, bytes } of entries) {
    const name = Buffer.from(path, 'utf8');
    const packed = deflateRawSync(bytes, { level: 9 });
    const common = commonFields(name, bytes, packed);
    const header = Buffer.concat([uint32(0x04034b50), common, uint16(0), name]);
    local.push(header, packed);
    // Comment, disk, internal and external attributes: none of them.
    const own = Buffer.concat([uint16(0), uint16(0), uint16(0), uint32(0), uint32(offset)]);
    central.push(Buffer.concat([uint32(0x02014b50), uint16(version), common, uint16(0), own, name]));
    offset += header.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const count = uint16(entries.length);
  const end = [uint32(0x06054b50), uint16(0), uint16(0), count, count, uint32(directory.length), uint32(offset)];
  return Buffer.concat([...local, directory, ...end, uint16(0)]);
}

/** 2.0, the first that knows deflate. */
const version = 20;
/** Names are in UTF-8. */
const utf8Names = 0x0800;
const deflated = 8;
/** 1 January 1980 at midnight, the first date there is: the archive says nothing of when it was made. */
const [time, date] = [0, 0x0021];

/** What the header before an entry and its line in the directory say alike. */
function commonFields(name: Buffer, bytes: Uint8Array, packed: Buffer): Buffer {
  return Buffer.concat([
    ...[version, utf8Names, deflated, time, date].map(uint16),
    ...[crc32(bytes), packed.length, bytes.length].map(uint32),
    uint16(name.length),
  ]);
}

function uint16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
