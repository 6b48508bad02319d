import { Worker } from 'node:worker_threads';
import type { ContentFigures, ContentQuery } from '../domain/content-figures.ts';
import type { FigureQuery, Figures } from '../domain/figures.ts';
import type { Reports, ReportStore } from '../service/report-store.ts';
import { locationOf } from './location.ts';

/*
 * Figures over many conversations take a processor for a moment. They are computed in a thread with a connection of its own, so that
 * customers are answered meanwhile; SQLite's WAL lets it read while turns are written. The thread starts with the first question.
 */

/** What the thread is asked. */
export interface Task {
  readonly id: number;
  readonly ask:
    | { readonly kind: 'figures'; readonly query: FigureQuery }
    | { readonly kind: 'content'; readonly query: ContentQuery };
}

/** What it answers. */
export interface Answer {
  readonly id: number;
  readonly value?: Figures | ContentFigures;
  readonly error?: string;
}

/** The figures of the database that a DATABASE_URL names; one in memory belongs to its own thread, and is read there. */
export function openReports(databaseUrl: string, store: ReportStore): Reports {
  const file = locationOf(databaseUrl);
  if (file === ':memory:') {
    return {
      figures: (query) => store.figures(query),
      content: (query) => store.content(query),
      close: async () => {},
    };
  }
  let reader: Reader | undefined;
  const ask = (question: Task['ask']) => {
    if (reader === undefined || reader.ended()) reader = startReader(file);
    return reader.ask(question);
  };
  return {
    figures: (query) => ask({ kind: 'figures', query }) as Promise<Figures>,
    content: (query) => ask({ kind: 'content', query }) as Promise<ContentFigures>,
    close: async () => reader?.close(),
  };
}

interface Reader {
  readonly ask: (question: Task['ask']) => Promise<Figures | ContentFigures>;
  readonly ended: () => boolean;
  readonly close: () => Promise<void>;
}

function startReader(file: string): Reader {
  const thread = new Worker(new URL('./reports-thread.ts', import.meta.url), { workerData: file });
  const asked = new Map<
    number,
    { resolve: (value: Figures | ContentFigures) => void; reject: (error: Error) => void }
  >();
  let ids = 0;
  let over = false;
  const fail = (why: string) => {
    over = true;
    for (const { reject } of asked.values()) reject(new Error(`The figures cannot be computed: ${why}`));
    asked.clear();
  };
  thread.on('message', ({ id, value, error }: Answer) => {
    const one = asked.get(id);
    asked.delete(id);
    if (asked.size === 0) thread.unref();
    if (value === undefined) one?.reject(new Error(`The figures cannot be computed: ${error}`));
    else one?.resolve(value);
  });
  thread.on('error', (error) => fail(String(error)));
  thread.on('exit', () => fail('their thread has ended. Try again.'));
  // While nobody waits for it, it keeps no process alive.
  thread.unref();
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        const id = (ids += 1);
        asked.set(id, { resolve, reject });
        thread.ref();
        thread.postMessage({ id, ask: question } satisfies Task, []);
      }),
    ended: () => over,
    close: async () => {
      await thread.terminate();
    },
  };
}
