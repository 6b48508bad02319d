import type { ContentFigures, ContentQuery } from '../domain/content-figures.ts';
import type { FigureQuery, Figures } from '../domain/figures.ts';
import type { Time } from '../domain/time.ts';

/** The figures of the past; counted by SQL, and never kept beside what they count. */
export interface ReportStore {
  figures(query: FigureQuery): Promise<Figures>;
  content(query: ContentQuery): Promise<ContentFigures>;
  /** What is open at this moment; quick whatever has been. */
  openNow(): Promise<OpenNow>;
  /** Writes down, for entries whose answer is another than before, since when it is given. */
  entriesInForce(entries: readonly EntryVersion[], at: Time): Promise<void>;
}

/** What an entry tells customers, as a hash of it. */
export interface EntryVersion {
  readonly entry: string;
  readonly hash: string;
}

/** The same figures, read away from the thread that serves customers. */
export interface Reports extends Pick<ReportStore, 'figures' | 'content'> {
  close(): Promise<void>;
}

/** Conversations that are not closed, those that wait among them. */
export interface OpenNow {
  readonly open: number;
  readonly waiting: number;
}
