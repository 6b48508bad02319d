/** An error of SQLite as the operator reads it: what happened, to which file, what to do next; the original is its cause. */
export function diskError(error: unknown, file: string): Error {
  const code = sqliteCode(error);
  if (code === undefined) return error instanceof Error ? error : new Error(String(error));
  const advice = advices[code];
  const detail = error instanceof Error ? error.message : String(error);
  return new Error(
    advice === undefined
      ? `The database ${file} refused a statement (${detail}). Nothing of it was saved.`
      : `The database ${file} ${advice} (${detail})`,
    { cause: error },
  );
}

/** Tells whether another program's lock was in the way. */
export function isBusy(error: unknown): boolean {
  return sqliteCode(error) === 5;
}

/** The primary result code (sqlite.org/rescode.html) of an error thrown by node:sqlite; undefined for any other error. */
function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  // The low byte is the primary code, the rest says more closely what failed.
  return error.errcode & 0xff;
}

/** By primary result code. */
const advices: Readonly<Record<number, string>> = {
  3: 'may not be opened by this user. Give it to the user who runs Sportello.',
  5: 'is locked by another program. Nothing was saved. Close the program that holds it open (a database browser, a backup), then try again.',
  6: 'is locked by another program. Nothing was saved. Close the program that holds it open, then try again.',
  8: 'is read-only. Nothing was saved. Let the user who runs Sportello write to the file and to its folder.',
  10: 'could not be read or written: the disk reports an error. Nothing was half-saved. Check the disk, then start again.',
  11: 'is damaged. Stop Sportello, keep a copy of the file, and restore the last backup.',
  13: 'could not grow: the disk is full. Nothing was half-saved. Free some space on the disk that holds it.',
  14: 'could not be opened. Check that the folder exists and that the user who runs Sportello may write to it.',
  26: 'is not a database. Point DATABASE_URL to another file, or restore the last backup.',
};
