import { structuredPatch } from 'diff';

/** A stretch of a file with what is removed and added; each line begins with ` `, `-` or `+`. */
export interface Hunk {
  /** Line numbers count from 1. */
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: readonly string[];
}

/** What differs between two texts of a file, each stretch with four lines around it. */
export function hunksOf(path: string, before: string, after: string): readonly Hunk[] {
  const { hunks } = structuredPatch(path, path, before, after, undefined, undefined, { context: 4 });
  return hunks.map(({ oldStart, newStart, lines }) => ({ oldStart, newStart, lines }));
}
