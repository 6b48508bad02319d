import { expect, test } from 'vitest';
import { auditStore } from '../../bot/store/audit.ts';
import { openDatabase } from '../../bot/store/database.ts';
import { migrate } from '../../bot/store/migrations.ts';
import { storeOn } from '../../bot/store/open.ts';

test('nobody changes or removes a line of the audit log, not even with SQL', async () => {
  const database = openDatabase(':memory:');
  migrate(database);
  await storeOn(database).record({ at: 1, actor: { name: 'Anna' }, act: 'sign-in' });
  expect(() => database.run("UPDATE audit SET name = 'Bruno'")).toThrow('the audit log is append only');
  expect(() => database.run('DELETE FROM audit')).toThrow('the audit log is append only');
  expect(database.prepare('SELECT name FROM audit').all()).toEqual([{ name: 'Anna' }]);
  database.close();
});

test('a page of the audit log, and the acts that there are, are found along an index in a log of any length', () => {
  const database = openDatabase(':memory:');
  migrate(database);
  const prepared: string[] = [];
  auditStore({
    ...database,
    prepare: (sql) => {
      prepared.push(sql);
      return database.prepare(sql);
    },
  });
  const plans = prepared
    .filter((sql) => !sql.startsWith('INSERT'))
    .flatMap((sql) => database.prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all())
    .map(({ detail }) => detail)
    .filter((detail) => /audit|\ba\b|B-TREE/.test(detail));
  expect(plans).not.toEqual([]);
  expect(plans.filter((plan) => !plan.startsWith('SEARCH '))).toEqual([]);
  database.close();
});
