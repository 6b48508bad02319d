import { expect, test } from 'vitest';
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
