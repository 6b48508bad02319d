import type { Localized } from '../domain/language.ts';

/** The known word that is most like a wrong one; undefined when none is near enough to be what was meant. */
export function nearest(wrong: string, known: readonly string[]): string | undefined {
  const limit = wrong.length <= 3 ? 1 : Math.ceil(wrong.length / 3);
  const best = known
    .map((word) => ({ word, distance: editDistance(fold(wrong), fold(word)) }))
    .toSorted((a, b) => a.distance - b.distance)[0];
  return best !== undefined && best.distance <= limit ? best.word : undefined;
}

/** Asks whether the nearest word was meant, before whatever else helps. */
export function meantFirst(near: string | undefined, help: Localized<string>): Localized<string> {
  if (near === undefined) return help;
  const asked = didYouMean(near);
  return { it: `${asked.it} ${help.it}`, en: `${asked.en} ${help.en}` };
}

/** Asks whether a word, with the quotes or braces that belong to it, was meant. */
export function didYouMean(near: string): Localized<string> {
  return { it: `Intendevi ${near}?`, en: `Did you mean ${near}?` };
}

function fold(word: string): string {
  return word.slice(0, 100).toLowerCase().replaceAll('-', '_');
}

/** Letters to add, drop, replace or swap with their neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min((old[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1, (old[column - 1] ?? 0) + same);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (older[column - 2] ?? 0) + 1);
      }
      now.push(least);
    }
    [older, old] = [old, now];
  }
  return old[b.length] ?? 0;
}
