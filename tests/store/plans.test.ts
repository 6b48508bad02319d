import { afterAll, expect, test } from 'vitest';

import { auditStore } from '../../bot/store/audit.ts';
import { contentFiguresOf } from '../../bot/store/content-figures.ts';
import { openDatabase, type Database } from '../../bot/store/database.ts';
import { figuresOf } from '../../bot/store/figures.ts';
import { migrate } from '../../bot/store/migrations.ts';
import { storeOn } from '../../bot/store/open.ts';

const database = openDatabase(':memory:');
migrate(database);
afterAll(() => database.close());

/** What SQLite makes of each statement that is prepared to read or change rows. */
function plansOf(prepareAll: (recording: Database) => void) {
  const prepared: string[] = [];
  prepareAll({
    ...database,
    prepare: (sql) => {
      prepared.push(sql);
      return database.prepare(sql);
    },
    lists: (sql) => {
      prepared.push(sql);
      return database.lists(sql);
    },
  });
  return prepared
    .filter((sql) => /^\s*(?:SELECT|WITH|UPDATE|DELETE)/.test(sql))
    .map((sql) => ({
      sql,
      steps: database
        .prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => detail),
    }));
}

test('no statement of the store reads from end to end what grows with every conversation', () => {
  const growing =
    /^SCAN (?:conversations|messages|threads|activities|ratings|entry_ratings|answers|missed_questions|notes|closings|mails|ticket_events|audit|[ckm])$/;
  const plans = plansOf(storeOn);
  expect(plans.length).toBeGreaterThan(50);
  expect(plans.filter(({ steps }) => steps.some((step) => growing.test(step))).map(({ sql }) => sql)).toEqual([]);
});

test('a page of the audit log, and the acts that there are, are found along an index and not sorted', () => {
  const steps = plansOf(auditStore).flatMap((plan) => plan.steps);
  const reading = steps.filter((step) => /\b(?:audit|a)\b|B-TREE/.test(step));
  expect(reading).not.toEqual([]);
  expect(reading.filter((step) => !step.startsWith('SEARCH '))).toEqual([]);
});

test('the figures are counted along indexes that hold all that they need, and only handoffs and what was missed are sorted into groups', () => {
  const plans = plansOf((recording) => [figuresOf(recording), contentFiguresOf(recording)]);
  const reading = plans.flatMap(({ steps }) =>
    steps.filter((step) => /\b(?:conversations|ratings|answers|entry_ratings|r)\b/.test(step)),
  );
  expect(reading.length).toBeGreaterThan(10);
  expect(reading.filter((step) => !/^SEARCH .* USING COVERING INDEX /.test(step))).toEqual([]);
  const sorted = plans.filter(({ steps }) => steps.some((step) => step.includes('B-TREE FOR GROUP BY')));
  expect(sorted.map(({ sql }) => /handoff_reason|missed_questions/.exec(sql)?.[0])).toEqual([
    'handoff_reason',
    'missed_questions',
  ]);
});
