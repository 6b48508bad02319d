import type { Agent } from '../../../../domain/conversation.ts';
import type { DeskLine } from '../../../../service/desk-line.ts';

export const listNames = ['waiting', 'mine', 'open', 'closed'] as const;
export type ListName = (typeof listNames)[number];
/** Those that the stream keeps up to date. */
export type OpenListName = Exclude<ListName, 'closed'>;

/** What a name in an address means; what is none means those who wait. */
export function listOf(name: string | null): ListName {
  return listNames.find((each) => each === name) ?? 'waiting';
}

/** The open conversations of a list, in the server's order: those that wait longest first, then those that agents hold. */
export function linesOf(list: OpenListName, lines: readonly DeskLine[], me: Agent): readonly DeskLine[] {
  switch (list) {
    case 'waiting':
      return lines.filter(({ status }) => status === 'waiting');
    case 'mine':
      return lines.filter(({ status, agent }) => status === 'agent' && agent?.id === me.id);
    case 'open':
      return lines;
  }
}

/** Those in whose text each word of the search occurs, whatever its case and accents. */
export function found(
  lines: readonly DeskLine[],
  search: string,
  textOf: (line: DeskLine) => string,
): readonly DeskLine[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return lines;
  return lines.filter((line) => {
    const text = plain(textOf(line));
    return words.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
