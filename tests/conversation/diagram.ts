import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { transitions } from '../../bot/conversation/transitions.ts';

/* Draws what docs/conversation.md shows of the transition table; run it to write it there. */

export const docs = resolve(import.meta.dirname, '../../docs/conversation.md');

/** The page with its diagram and table drawn anew, between the two marks. */
export function withDrawing(page: string): string {
  const marks = /(<!-- drawn from bot\/conversation\/transitions.ts -->\n)[\s\S]*(<!-- end of the drawing -->)/;
  if (!marks.test(page)) throw new Error('docs/conversation.md has lost the marks between which the diagram is drawn.');
  return page.replace(marks, (_, begin: string, end: string) => `${begin}\n${diagram()}\n\n${table()}\n\n${end}`);
}

type Cells = Readonly<Record<string, readonly string[] | string>>;

const rows: readonly (readonly [string, Cells])[] = Object.entries(transitions);

/** Arrows between different statuses, with the events that take them. */
function diagram(): string {
  const arrows = new Map<string, string[]>();
  for (const [event, cells] of rows) {
    for (const [from, to] of Object.entries(cells)) {
      for (const next of Array.isArray(to) ? (to as string[]) : []) {
        const arrow = `  ${from} --> ${next}`;
        if (next !== from) arrows.set(arrow, [...(arrows.get(arrow) ?? []), event]);
      }
    }
  }
  const lines = [...arrows].map(([arrow, events]) => `${arrow}: ${events.join(', ')}`);
  return ['```mermaid', 'stateDiagram-v2', '  [*] --> bot', ...lines, '```'].join('\n');
}

function table(): string {
  const columns = ['bot', 'waiting', 'agent', 'another', 'closed'];
  const head = ['event', ...columns.map((column) => (column === 'another' ? 'another agent' : column))];
  const body = rows.map(([event, cells]) => [`\`${event}\``, ...columns.map((column) => cell(cells[column]))]);
  const widths = head.map((_, at) => Math.max(...[head, ...body].map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]) => `| ${row.map((each, at) => each.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

function cell(to: readonly string[] | string | undefined): string {
  if (to === undefined) return '';
  return typeof to === 'string' ? `refused: ${to}` : to.join(', ');
}

if (import.meta.main) writeFileSync(docs, withDrawing(readFileSync(docs, 'utf8')));
