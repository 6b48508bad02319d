import { createHash } from 'node:crypto';

import type { SourceFile } from './yaml-file.ts';

/** Names a state of the content: 12 hexadecimal digits of the SHA-256 of all paths and texts, in whatever order they come. */
export function revisionOf(files: readonly SourceFile[]): string {
  const lines = files.map(({ path, text }) => JSON.stringify([path, text])).toSorted();
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 12);
}
