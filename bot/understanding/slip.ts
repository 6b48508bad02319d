/*
 * Of the words at distance 1 some are likelier to be meant: fingers swap letters, leave one out, strike one twice or too many, or hit
 * the key beside; they seldom hit a far one. Keys are those of the QWERTY layout, each row shifted by 0.4 keys.
 */
/** Tells whether a slip of the finger makes `written` out of `meant`, two words at distance 1. */
export function isSlip(written: string, meant: string): boolean {
  if (written.length !== meant.length) return true;
  let at = 0;
  while (written[at] === meant[at] && at < meant.length) at++;
  if (written[at] === meant[at + 1] && written[at + 1] === meant[at]) return true;
  return areBeside(written[at] ?? '', meant[at] ?? '');
}

function areBeside(a: string, b: string): boolean {
  const [from, to] = [keys.get(a), keys.get(b)];
  return from !== undefined && to !== undefined && Math.abs(from.row - to.row) <= 1 && Math.abs(from.at - to.at) <= 1.2;
}

const keys = new Map(
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((letters, row) =>
    letters.split('').map((letter, place) => [letter, { row, at: place + 0.4 * row }] as const),
  ),
);
