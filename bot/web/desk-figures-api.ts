import { z } from 'zod';

import { isDate } from '../content/scalar.ts';
import { channels } from '../domain/conversation.ts';
import type { ContentFigures, EntryFigures, MissedQuestion } from '../domain/content-figures.ts';
import type { Figures } from '../domain/figures.ts';
import type { OpeningHours } from '../domain/hours.ts';
import type { Entry } from '../domain/knowledge.ts';
import { languages, type Localized } from '../domain/language.ts';
import { handlers, type Scale } from '../domain/rating.ts';
import type { Role } from '../domain/role.ts';
import { dateIn, day } from '../domain/time.ts';
import type { Call, Reply, Route } from '../service/http.ts';
import { longestDays, periodOf, type NamedPeriod } from '../service/period.ts';
import type { Clock } from '../service/ports.ts';
import type { Reports } from '../service/report-store.ts';
import { badInput, ok, type DeskCalls } from './desk-calls.ts';

/** What the overview is made of. */
export interface OverviewAnswer {
  readonly figures: Figures;
  /** The first and the last day of the period, and today, `YYYY-MM-DD` in the shop's zone. */
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly zone: string;
  /** The scale on which customers are asked now. */
  readonly scale: Scale;
}

/** An entry with its figures; `title` is undefined when it is no longer in the knowledge. */
export type ShownEntry = EntryFigures & { readonly title?: Localized<string> };
export type ShownMiss = Omit<MissedQuestion, 'nearest'> & {
  readonly nearest?: NonNullable<MissedQuestion['nearest']> & { readonly title?: Localized<string> };
};

export interface ContentAnswer extends Pick<OverviewAnswer, 'from' | 'to' | 'today' | 'zone' | 'scale'> {
  /** Every FAQ entry of the knowledge in force, and those gone that were given in the period. */
  readonly entries: readonly ShownEntry[];
  readonly missed: readonly ShownMiss[];
  readonly missedInAll: number;
}

export interface FiguresApiParts {
  readonly reports: Pick<Reports, 'figures' | 'content'>;
  readonly clock: Clock;
  /** Of the knowledge in force; asked anew each time. */
  readonly shop: () => { readonly hours: OpeningHours; readonly scale: Scale };
  readonly entries: () => ReadonlyMap<string, Entry>;
  readonly calls: DeskCalls;
}

const managers: readonly Role[] = ['manager'];
const readers: readonly Role[] = ['editor', 'manager'];

/** The figures, for pages of the desk. */
export function figuresApi({ reports, clock, shop, entries, calls }: FiguresApiParts): Route[] {
  const spanOf = ({ period }: Asked) => {
    const { hours, scale } = shop();
    const now = clock.now();
    const span = periodOf(period, hours.zone, now);
    const { zone } = hours;
    const dates = {
      from: dateIn(zone, span.from),
      to: dateIn(zone, span.to - 1),
      today: dateIn(zone, now),
      zone,
      scale,
    };
    return { span, hours, dates };
  };
  return [
    calls.looks(managers, '/desk/api/figures', (call) =>
      answer(call, async (asked) => {
        const { span, hours, dates } = spanOf(asked);
        const figures = await reports.figures({ ...asked, period: span, hours });
        return { figures, ...dates } satisfies OverviewAnswer;
      }),
    ),
    calls.looks(readers, '/desk/api/content-figures', (call) =>
      answer(call, async (asked) => {
        const { span, dates } = spanOf(asked);
        const content = await reports.content({ ...asked, period: span });
        return { ...shown(content, entries()), ...dates } satisfies ContentAnswer;
      }),
    ),
  ];
}

const form = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;
const bad = `period: write today, month, a number of days such as 28d (up to ${longestDays}), or 2026-11-01..2026-11-30.`;

const asked = z.object({
  period: z
    .string()
    .default('28d')
    .transform((value, context): NamedPeriod => {
      const period = named(value);
      if (period !== undefined) return period;
      context.addIssue(bad.slice(0, -1));
      return z.NEVER;
    }),
  channel: z.enum(channels, { error: `channel: one of ${channels.join(', ')}` }).optional(),
  language: z.enum(languages, { error: `language: one of ${languages.join(', ')}` }).optional(),
  handledBy: z.enum(handlers, { error: `handledBy: one of ${handlers.join(', ')}` }).optional(),
});

type Asked = z.output<typeof asked>;

function named(value: string): NamedPeriod | undefined {
  if (value === 'today' || value === 'month') return value;
  const days = /^([1-9]\d{0,3})d$/.exec(value)?.[1];
  if (days !== undefined) return Number(days) <= longestDays ? `${Number(days)}d` : undefined;
  const [, from = '', to = ''] = form.exec(value) ?? [];
  if (!isDate(from) || !isDate(to) || from > to) return undefined;
  return Date.parse(to) - Date.parse(from) < longestDays * day ? { from, to } : undefined;
}

async function answer(call: Call, make: (asked: Asked) => Promise<object>): Promise<Reply> {
  const parsed = asked.safeParse(Object.fromEntries(call.query));
  return parsed.success ? ok(await make(parsed.data)) : badInput(parsed.error);
}

function shown({ entries, missed, missedInAll }: ContentFigures, known: ReadonlyMap<string, Entry>) {
  const figures = new Map(entries.map((each) => [each.entry, each]));
  const inForce = [...known.values()].filter(({ kind }) => kind === 'faq').map(({ id }) => id);
  const ids = [...new Set([...inForce, ...figures.keys()])];
  return {
    entries: ids.map((id): ShownEntry => ({ ...(figures.get(id) ?? notGiven(id)), ...titleOf(known.get(id)) })),
    missed: missed.map(({ nearest, ...rest }): ShownMiss => {
      return nearest === undefined ? rest : { ...rest, nearest: { ...nearest, ...titleOf(known.get(nearest.entry)) } };
    }),
    missedInAll,
  };
}

function notGiven(entry: string): EntryFigures {
  return { entry, byBot: 0, byAgents: 0, solved: 0, rejected: 0, satisfaction: [] };
}

function titleOf(entry: Entry | undefined): { readonly title?: Localized<string> } {
  if (entry === undefined) return {};
  const { it, en } = entry.texts;
  return { title: { it: (it ?? en)?.question ?? entry.id, en: (en ?? it)?.question ?? entry.id } };
}
