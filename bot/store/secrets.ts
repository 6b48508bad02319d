import type { Store } from '../service/ports.ts';
import type { Database } from './database.ts';

/** Secrets made on first use: whichever process is first, all get the same one. */
export function secrets(database: Database): Pick<Store, 'secret'> {
  const find = database.prepare<{ value: string }>('SELECT value FROM secrets WHERE name = $name');
  const insert = database.prepare(
    'INSERT INTO secrets (name, value) VALUES ($name, $value) ON CONFLICT (name) DO NOTHING',
  );
  return {
    async secret(name, make) {
      const found = find.get({ name });
      if (found !== undefined) return found.value;
      const value = make();
      insert.run({ name, value });
      return find.get({ name })?.value ?? value;
    },
  };
}
