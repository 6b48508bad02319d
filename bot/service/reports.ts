import type { Solved } from '../domain/conversation.ts';
import type { HandledBy, Satisfaction } from '../domain/rating.ts';
import type { Period, ReportStore, Volume } from './ports.ts';

/** The manager's figures of a period. */
export interface Report {
  readonly period: Period;
  readonly satisfaction: Satisfaction;
  readonly satisfactionBy: Readonly<Record<HandledBy, Satisfaction>>;
  readonly volume: Volume;
  /** Closed conversations by who solved them. */
  readonly solved: Readonly<Record<Solved, number>>;
  /** The same as shares of all closed conversations, 0..1; undefined when there is none. */
  readonly shares: { readonly bot: number; readonly agent: number; readonly nobody: number } | undefined;
}

export async function reportOf(store: ReportStore, period: Period): Promise<Report> {
  const [satisfaction, satisfactionBy, solved, volume] = await Promise.all([
    store.satisfaction(period),
    store.satisfactionBy(period),
    store.solved(period),
    store.volume(period),
  ]);
  return { period, satisfaction, satisfactionBy, volume, solved, shares: sharesOf(solved) };
}

function sharesOf(solved: Report['solved']): Report['shares'] {
  const bot = solved['bot-confirmed'] + solved['bot-implied'];
  const closed = bot + solved.agent + solved.nobody;
  if (closed === 0) return undefined;
  return { bot: bot / closed, agent: solved.agent / closed, nobody: solved.nobody / closed };
}
