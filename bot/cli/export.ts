import { parseArgs } from 'node:util';

import { csvLine, type Cell } from '../domain/csv.ts';
import type { Time } from '../domain/time.ts';
import { openStore } from '../store/open.ts';
import { openExport, type ExportReader } from '../store/export.ts';
import { existingDatabase, figureOptions, filterIn, periodIn, shopHours, type FigureValues } from './figure-options.ts';
import type { Output } from './output.ts';

const help = `Usage: npx sportello export ratings|conversations [--from 2026-11-01] [--to 2026-11-30] [--format csv|json]
                              [--channel webchat|teams|telegram] [--language it|en] [--handled-by bot|mixed|agent]
                              [--transcripts]

Prints a line for each rating asked, or each conversation opened, in a period, both days included, in the shop's time zone.
csv is RFC 4180 in UTF-8, json is one list; times are ISO 8601 in UTC. Ratings hold no text of customers; conversations do with
--transcripts alone. Spam is left out. Default: the last 28 days, csv.`;

type Line = Readonly<Record<string, Cell | object>>;

/** Exports ratings or conversations, a page at a time. */
export async function exportFigures(args: readonly string[], out: Output): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...figureOptions,
      format: { type: 'string', default: 'csv' },
      transcripts: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    out.line(help);
    return 0;
  }
  const [what, ...more] = positionals;
  if ((what !== 'ratings' && what !== 'conversations') || more.length > 0) {
    throw new Error(`Say what is to be exported: "ratings" or "conversations".\n\n${help}`);
  }
  const { format } = values;
  if (format !== 'csv' && format !== 'json') throw new Error(`--format is "${format}"; it must be csv or json.`);
  if (values.transcripts === true && what === 'ratings')
    throw new Error('--transcripts goes with conversations alone.');
  const url = existingDatabase();
  const { zone } = await shopHours(out.language);
  // An older database is brought to the newest version first; reading alone could not.
  await (await openStore(url)).close();
  const reader = openExport(url);
  try {
    const lines = linesOf(reader, what, values, zone);
    print(lines, format, columnsOf[what], values.transcripts === true ? ['transcript'] : [], out);
    return 0;
  } finally {
    reader.close();
  }
}

const columnsOf = {
  ratings: 'conversation scale score askedAt ratedAt handledBy agent agentName entries revision channel language'.split(
    ' ',
  ),
  conversations:
    'conversation channel language status openedAt closedAt customerMessages handledBy solved outcome handoffReason awaitedFrom firstClaimedAt firstAgentAt agent agentName ticket answers'.split(
      ' ',
    ),
} as const;

type Values = FigureValues & { readonly transcripts?: boolean | undefined };

function* linesOf(reader: ExportReader, what: keyof typeof columnsOf, values: Values, zone: string): Iterable<Line> {
  const period = periodIn(values, zone, Date.now());
  const filter = filterIn(values);
  if (what === 'ratings') {
    for (const { entries, ...rating } of reader.ratings(period, filter)) {
      const times = { askedAt: iso(rating.askedAt), ratedAt: iso(rating.ratedAt) };
      yield { ...rating, ...times, entries: JSON.parse(entries) as object };
    }
    return;
  }
  for (const line of reader.conversations(period, filter)) {
    const { openedAt, closedAt, awaitedFrom, firstClaimedAt, firstAgentAt, ticket } = line;
    const times = {
      openedAt: iso(openedAt),
      closedAt: iso(closedAt),
      awaitedFrom: iso(awaitedFrom),
      firstClaimedAt: iso(firstClaimedAt),
      firstAgentAt: iso(firstAgentAt),
    };
    const transcript = () =>
      reader.transcript(line.conversation).map(({ at, author, text }) => ({ at: iso(at), author, text }));
    yield { ...line, ...times, ticket: ticket === 1, ...(values.transcripts === true && { transcript: transcript() }) };
  }
}

/** Each line is written as it is read: a year fits, whatever its size. */
function print(
  lines: Iterable<Line>,
  format: 'csv' | 'json',
  columns: readonly string[],
  more: readonly string[],
  out: Output,
): void {
  if (format === 'csv') {
    const all = [...columns, ...more];
    out.line(lineOf(all));
    for (const line of lines) out.line(lineOf(all.map((column) => flat(line[column]))));
    return;
  }
  let begun = false;
  for (const line of lines) {
    out.line(`${begun ? ',' : '['}${JSON.stringify(line)}`);
    begun = true;
  }
  out.line(begun ? ']' : '[]');
}

/** A line of CSV without its last sign, which the output adds. */
function lineOf(cells: readonly Cell[]): string {
  return csvLine(cells).slice(0, -1);
}

/** Lists of ids with spaces between them; a transcript as lines of who said what. */
function flat(value: Cell | object): Cell {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value
    .map((each: unknown) => {
      if (typeof each === 'string') return each;
      const { at, author, text } = each as { at: string; author: string; text: string };
      return `${at} ${author}: ${text}`;
    })
    .join(value.every((each) => typeof each === 'string') ? ' ' : '\n');
}

function iso(at: Time | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
