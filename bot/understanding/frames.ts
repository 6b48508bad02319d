/*
 * Many phrases in one line: `[a|b] [c|] d` is a c d, a d, b c d, b d. Frames are matched as they stand, for spelled out they
 * would be tens of thousands of phrases, in memory for good.
 */

export interface Frames {
  /** Words of the longest phrase. */
  readonly longest: number;
  /** How many words the longest phrase has that begins at `from` and ends at `to` at the latest; 0 when there is none. */
  longestAt(keys: readonly string[], from: number, to: number): number;
  /** Whether the words [from, to) are a phrase. */
  spans(keys: readonly string[], from: number, to: number): boolean;
}

export function framesOf(lines: readonly string[]): Frames {
  const frames = lines.map(frameOf);
  const byFirst = new Map<string, Frame[]>();
  for (const frame of frames) {
    const firsts = outermost(frame).flatMap((words) => words[0] ?? []);
    for (const word of new Set(firsts)) byFirst.set(word, [...(byFirst.get(word) ?? []), frame]);
  }
  const lasts = new Set(
    frames.flatMap((frame) => outermost(frame.toReversed()).flatMap((words) => words.at(-1) ?? [])),
  );
  const longest = Math.max(...frames.map(longestOf));
  /** The lengths of all phrases that begin at `from`, as bits. */
  const lengthsAt = (keys: readonly string[], from: number, to: number): number => {
    const end = Math.min(to, from + longest);
    return (byFirst.get(keys[from] ?? '') ?? []).reduce((all, frame) => all | lengthsOf(frame, keys, from, end), 0);
  };
  return {
    longest,
    longestAt: (keys, from, to) => (from < to ? 31 - Math.clz32(lengthsAt(keys, from, to) | 1) : 0),
    spans: (keys, from, to) =>
      from < to &&
      to - from <= longest &&
      lasts.has(keys[to - 1] ?? '') &&
      (lengthsAt(keys, from, to) & (1 << (to - from))) !== 0,
  };
}

/** What may stand at one place of a frame: words, or none. */
type Slot = readonly (readonly string[])[];
type Frame = readonly Slot[];

function frameOf(line: string): Frame {
  return line
    .split(/[[\]]/)
    .map((part) => part.split('|').map((each) => each.split(' ').filter((word) => word !== '')));
}

/** With what its phrases may begin: what stands at its first places, up to one that is never empty. */
function outermost(frame: Frame): readonly (readonly string[])[] {
  const needed = frame.findIndex((slot) => slot.every((words) => words.length > 0));
  return frame.slice(0, needed + 1).flat();
}

/** Each bit is a number of words after which a phrase may be: none at first, and after the last slot the lengths of whole phrases. */
function lengthsOf(frame: Frame, keys: readonly string[], from: number, to: number): number {
  let reached = 1;
  for (const slot of frame) {
    let next = 0;
    for (let length = 0; length <= to - from; length += 1) {
      if ((reached & (1 << length)) === 0) continue;
      for (const words of slot) {
        if (length + words.length <= to - from && words.every((word, at) => keys[from + length + at] === word))
          next |= 1 << (length + words.length);
      }
    }
    if (next === 0) return 0;
    reached = next;
  }
  return reached;
}

/** None has as many as 30, so that lengths fit into the bits of a number. */
function longestOf(frame: Frame): number {
  return frame.reduce((sum, slot) => sum + Math.max(...slot.map((words) => words.length)), 0);
}
