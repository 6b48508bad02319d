import type { Solved } from '../domain/conversation.ts';
import { satisfaction, type HandledBy, type Satisfaction } from '../domain/rating.ts';
import type { OpenNow, Period, ReportStore, Volume } from '../service/ports.ts';
import type { Database } from './database.ts';

/** The figures, counted by SQL and never kept beside what they count; spam is no conversation. */
export function reportStore(database: Database): ReportStore {
  const ratings = database.prepare<RatingRow>(ratingsSql);
  const solved = database.prepare<{ solved: Solved; n: number }>(
    `SELECT coalesce(solved, 'nobody') AS solved, count(*) AS n FROM conversations
     WHERE status = 'closed' AND customer_messages > 0 AND coalesce(outcome, '') <> 'spam' AND opened_at >= $from AND opened_at < $to
     GROUP BY coalesce(solved, 'nobody')`,
  );
  const volume = database.prepare<Omit<Volume, 'tickets'>>(
    `SELECT count(*) AS conversations,
            count(CASE WHEN status <> 'closed' THEN 1 END) AS open,
            count(CASE WHEN status = 'waiting' THEN 1 END) AS waiting,
            count(handoff_reason) AS "handedOver"
     FROM conversations WHERE customer_messages > 0 AND coalesce(outcome, '') <> 'spam' AND opened_at >= $from AND opened_at < $to`,
  );
  const tickets = database.prepare<{ n: number }>('SELECT count(*) AS n FROM tickets WHERE at >= $from AND at < $to');

  const openNow = database.prepare<OpenNow>(
    `SELECT count(*) AS open, count(CASE WHEN status = 'waiting' THEN 1 END) AS waiting
     FROM conversations WHERE status <> 'closed'`,
  );

  return {
    async satisfaction(period) {
      return figures(ratings.all(span(period)));
    },
    async satisfactionBy(period) {
      const rows = ratings.all(span(period));
      const by = (handledBy: HandledBy) => figures(rows.filter((row) => row.handledBy === handledBy));
      return { bot: by('bot'), mixed: by('mixed'), agent: by('agent') };
    },
    async solved(period) {
      const rows = solved.all(span(period));
      const count = (by: Solved) => rows.find((row) => row.solved === by)?.n ?? 0;
      return {
        'bot-confirmed': count('bot-confirmed'),
        'bot-implied': count('bot-implied'),
        agent: count('agent'),
        nobody: count('nobody'),
      };
    },
    async openNow() {
      return openNow.get() ?? { open: 0, waiting: 0 };
    },
    async volume(period) {
      const { conversations, open, waiting, handedOver } = volume.get(span(period)) ?? nothing;
      return { conversations, open, waiting, handedOver, tickets: tickets.get(span(period))?.n ?? 0 };
    },
  };
}

const nothing: Volume = { conversations: 0, open: 0, waiting: 0, handedOver: 0, tickets: 0 };

interface RatingRow {
  readonly handledBy: HandledBy;
  readonly asked: number;
  readonly one: number;
  readonly two: number;
  readonly three: number;
  readonly four: number;
  readonly five: number;
}

const ratingsSql = `
  SELECT handled_by AS "handledBy", count(*) AS asked,
         count(CASE WHEN score = 1 THEN 1 END) AS one,
         count(CASE WHEN score = 2 THEN 1 END) AS two,
         count(CASE WHEN score = 3 THEN 1 END) AS three,
         count(CASE WHEN score = 4 THEN 1 END) AS four,
         count(CASE WHEN score = 5 THEN 1 END) AS five
  FROM ratings WHERE asked_at >= $from AND asked_at < $to GROUP BY handled_by`;

function figures(rows: readonly RatingRow[]): Satisfaction {
  const sum = (column: Exclude<keyof RatingRow, 'handledBy'>) => rows.reduce((total, row) => total + row[column], 0);
  return satisfaction(sum('asked'), [sum('one'), sum('two'), sum('three'), sum('four'), sum('five')]);
}

function span({ from, to }: Period) {
  return { from, to };
}
