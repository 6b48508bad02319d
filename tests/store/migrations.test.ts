import { describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../bot/store/database.ts';
import { migrate, migrations } from '../../bot/store/migrations.ts';
import { storeOn } from '../../bot/store/open.ts';
import { temporary } from './folder.ts';
import { aConversation, aMessage, aTurn, figures } from './given.ts';

const next = [...migrations, 'ALTER TABLE threads ADD COLUMN mood TEXT'];

function schemaOf(database: Database) {
  return database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all();
}

function versionOf(database: Database) {
  return database.prepare<{ version: number }>('SELECT version FROM schema_version').get()?.version;
}

describe('migrations', () => {
  const versions = migrations.map((_, index) => index + 1);

  test.each(versions)('a database of version %i becomes like one made today, and serves', async (version) => {
    const [old, fresh] = [openDatabase(':memory:'), openDatabase(':memory:')];
    migrate(old, migrations.slice(0, version));
    expect(versionOf(old)).toBe(version);
    migrate(old);
    migrate(fresh);
    expect(versionOf(old)).toBe(migrations.length);
    expect(schemaOf(old)).toEqual(schemaOf(fresh));
    expect(await storeOn(old).commit(aTurn(aConversation()))).toBe('saved');
    old.close();
    fresh.close();
  });

  test('a next version keeps what the one before has saved', async () => {
    const path = temporary('care.db');
    const before = openDatabase(path);
    migrate(before);
    const conversation = aConversation();
    const messages = [aMessage(conversation, 1)];
    await storeOn(before).commit(aTurn(conversation, { messages }));
    before.close();

    const after = openDatabase(path);
    migrate(after, next);
    migrate(after, next);
    expect(versionOf(after)).toBe(next.length);
    expect(after.prepare('SELECT id, mood FROM threads').all()).toEqual([{ id: 't1', mood: null }]);
    expect(await storeOn(after).messages('t1', 0, 10)).toEqual(messages);
    after.close();
  });

  test('a question that was missed before the figures were kept is counted as today, and not again when its conversation goes on', async () => {
    const database = openDatabase(':memory:');
    migrate(database, migrations.slice(0, 4));
    const question = { text: 'Vendete mongolfiere?!', at: 900, decision: 'handoff', candidates: [] } as const;
    const mistyped = { ...question, text: 'bob@@example', at: 901, decision: 'noise' } as const;
    const conversation = aConversation({ status: 'waiting', questions: [question, mistyped] });
    database.run(`
      INSERT INTO threads (id, channel, version, last_seq, conversation_id) VALUES ('t1', 'webchat', 1, 0, 't1-c1');
      INSERT INTO conversations
        (id, thread_id, channel, language, status, opened_at, had_agent, customer_messages, state)
        VALUES ('t1-c1', 't1', 'webchat', 'it', 'waiting', 1000, 0, 1, '${JSON.stringify(conversation)}');`);
    migrate(database);
    const missed = () => database.prepare('SELECT at, text, words, reason FROM missed_questions').all();
    const once = [{ at: 900, text: 'Vendete mongolfiere?!', words: 'vendete mongolfiere', reason: 'unsure' }];
    expect(missed()).toEqual(once);
    expect(await storeOn(database).commit(aTurn(conversation, { expectedVersion: 1 }))).toBe('saved');
    expect(missed()).toEqual(once);
    database.close();
  });

  test('conversations and ratings of before are counted under their endings and entries, and what is rated later, too', async () => {
    const database = openDatabase(':memory:');
    migrate(database, migrations.slice(0, 10));
    const opened = aConversation({ status: 'closed', closedAt: 1_000 });
    database.run(`
      INSERT INTO threads (id, channel, version, last_seq, conversation_id) VALUES ('t1', 'webchat', 1, 0, 't1-c1');
      INSERT INTO conversations
        (id, thread_id, channel, language, status, opened_at, had_agent, customer_messages, solved, outcome, state)
      SELECT value ->> 0, 't1', 'webchat', 'it', value ->> 1, 1000, 0, value ->> 2, value ->> 3, value ->> 4, '${JSON.stringify(opened)}'
      FROM json_each('${JSON.stringify([
        ['t1-c1', 'closed', 1, 'bot-implied', null],
        ['solved', 'closed', 1, 'agent', 'solved'],
        ['idle', 'closed', 1, null, null],
        ['open', 'waiting', 1, null, null],
        ['spam', 'closed', 1, 'nobody', 'spam'],
        ['silent', 'closed', 0, 'nobody', null],
      ])}');
      INSERT INTO ratings
        (conversation_id, scale, asked_at, handled_by, entries, revision, channel, customer_id, language, score, asked_quarter)
      VALUES
        ('t1-c1', 'csat-5', 1500, 'bot', '["one", "two", "one"]', 'r', 'webchat', 'c', 'it', NULL, 0),
        ('idle', 'csat-5', 1600, 'bot', '["two"]', 'r', 'webchat', 'c', 'it', 4, 0);
      INSERT INTO answers (conversation_id, seq, entry, given_by, at, channel, language, revision)
      VALUES ('t1-c1', 1, 'one', 'bot', 1100, 'webchat', 'it', 'r'), ('t1-c1', 2, 'two', 'bot', 1200, 'webchat', 'it', 'r')`);
    migrate(database);
    const store = storeOn(database);
    const ended = (await figures(store, 0, 2_000)).now.endings;
    expect(ended).toEqual({ 'bot-confirmed': 0, 'bot-implied': 1, agent: 1, nobody: 1, open: 1 });
    const ratings = async () => {
      const { entries } = await store.content({ period: { from: 0, to: 2_000 } });
      return entries.map(({ entry, satisfaction: [all] }) => [entry, all?.asked, all?.distribution]);
    };
    expect(await ratings()).toEqual([
      ['one', 1, [0, 0, 0, 0, 0]],
      ['two', 2, [0, 0, 0, 1, 0]],
    ]);
    const rating = { kind: 'given', conversationId: 't1-c1', score: 5, at: 1_700 } as const;
    expect(await store.commit(aTurn(opened, { expectedVersion: 1, rating }))).toBe('saved');
    expect(await ratings()).toEqual([
      ['one', 1, [0, 0, 0, 0, 1]],
      ['two', 2, [0, 0, 0, 1, 1]],
    ]);
    database.close();
  });

  test('a step that fails leaves the version before, whole', () => {
    const database = openDatabase(':memory:');
    migrate(database);
    const schema = schemaOf(database);
    const broken = [...next, 'CREATE TABLE half (id INTEGER); INSERT INTO nowhere VALUES (1);'];
    expect(() => migrate(database, [...migrations, ...broken.slice(-1)])).toThrow('nowhere');
    expect(versionOf(database)).toBe(migrations.length);
    expect(schemaOf(database)).toEqual(schema);
    expect(() => migrate(database, broken)).toThrow('nowhere');
    expect(versionOf(database)).toBe(next.length);
    database.close();
  });
});
