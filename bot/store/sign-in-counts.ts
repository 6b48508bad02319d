import type { AccountStore, SignInCount } from '../service/account-store.ts';
import type { Database } from './database.ts';

/** Counts that are kept at the same time; the oldest goes first. */
const mostCounts = 50_000;

/** Attempts to sign in: a restart does not forgive a guesser, and nodes that share a database count together. */
export function signInCountStore(database: Database): Pick<AccountStore, 'changeCounts'> {
  const find = database.prepare<SignInCount>(
    `SELECT attempts, locked_until AS "lockedUntil", last_at AS "lastAt", forget_at AS "forgetAt"
     FROM sign_in_counts WHERE name = $name AND forget_at > $at`,
  );
  const keep = database.prepare(
    `INSERT INTO sign_in_counts (name, attempts, locked_until, last_at, forget_at)
     VALUES ($name, $attempts, $lockedUntil, $lastAt, $forgetAt)
     ON CONFLICT (name) DO UPDATE SET attempts = excluded.attempts, locked_until = excluded.locked_until,
       last_at = excluded.last_at, forget_at = excluded.forget_at`,
  );
  const forget = database.prepare('DELETE FROM sign_in_counts WHERE name = $name');
  const sweep = database.prepare('DELETE FROM sign_in_counts WHERE forget_at <= $at');
  const count = database.prepare<{ n: number }>('SELECT count(*) AS n FROM sign_in_counts');
  const removeOldest = database.prepare(
    'DELETE FROM sign_in_counts WHERE name IN (SELECT name FROM sign_in_counts ORDER BY forget_at LIMIT $n)',
  );

  return {
    async changeCounts(names, at, change) {
      return database.transaction(() => {
        const known = new Map<string, SignInCount>();
        for (const name of names) {
          const row = find.get({ name, at });
          if (row !== undefined) known.set(name, row);
        }
        const { counts, result } = change(known);
        for (const [name, counted] of counts) {
          if (counted === undefined) forget.run({ name });
          else keep.run({ name, ...counted });
        }
        if (counts.size > 0) {
          sweep.run({ at });
          const over = (count.get()?.n ?? 0) - mostCounts;
          if (over > 0) removeOldest.run({ n: over });
        }
        return result;
      });
    },
  };
}
