import type { OpenNow, ReportStore } from '../service/report-store.ts';
import { contentFiguresOf } from './content-figures.ts';
import type { Database } from './database.ts';
import { figuresOf } from './figures.ts';

/** The figures, on the thread that asks; a server reads them through `openReports`. */
export function reportStore(database: Database): ReportStore {
  const figures = figuresOf(database);
  const content = contentFiguresOf(database);
  const openNow = database.prepare<OpenNow>(
    `SELECT count(*) AS open, count(CASE WHEN status = 'waiting' THEN 1 END) AS waiting
     FROM conversations WHERE status <> 'closed'`,
  );
  const newest = database.prepare<{ entry: string; hash: string }>(
    'SELECT entry, hash, max(since) AS since FROM entry_versions GROUP BY entry',
  );
  const insert = database.prepare(
    'INSERT INTO entry_versions (entry, since, hash) VALUES ($entry, $at, $hash) ON CONFLICT (entry, since) DO NOTHING',
  );
  return {
    async figures(query) {
      return figures(query);
    },
    async content(query) {
      return content(query);
    },
    async openNow() {
      return openNow.get() ?? { open: 0, waiting: 0 };
    },
    async entriesInForce(entries, at) {
      database.transaction(() => {
        const known = new Map(newest.all().map(({ entry, hash }) => [entry, hash]));
        for (const { entry, hash } of entries) if (known.get(entry) !== hash) insert.run({ entry, hash, at });
      });
    },
  };
}
