/*
 * Teams draws bold, italics, links, lists, quotes and code. It draws headings as it likes on each device, tables not at all in a message, and
 * takes a tag that somebody wrote for markup. So a heading becomes a bold line, a table a list, a picture a link to it, and a tag
 * its own characters; everything else stays as the editor wrote it.
 */

/** Writes an editor's Markdown as Teams shows it best. */
export function teamsMarkdown(text: string): string {
  const lines = text.split('\n');
  const written: string[] = [];
  let fence: string | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined || mark !== undefined) {
      if (fence === undefined) fence = mark;
      else if (mark?.startsWith(fence) === true) fence = undefined;
      written.push(line);
      continue;
    }
    const rows = tableAt(lines, at);
    if (rows !== undefined) {
      written.push(...alone(written), ...listOf(rows).map(inline), '');
      at += rows.length;
    } else if (isUnderlined(lines, at)) {
      written.push(...alone(written), bold(line), '');
      at += 1;
    } else {
      const heading = /^ {0,3}#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(line);
      if (heading !== null) written.push(...alone(written), bold(heading[1] ?? ''), '');
      else written.push(isRule(line) ? '' : inline(line));
    }
  }
  return written
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** An empty line where what comes next must not run on from the line before. */
function alone(written: readonly string[]): readonly string[] {
  return written.length === 0 || written.at(-1) === '' ? [] : [''];
}

function bold(text: string): string {
  const words = inline(text.trim().replaceAll(/\*\*|__/g, ''));
  return words === '' ? '' : `**${words}**`;
}

/** A line of text whose next line is all `=` or all `-`. */
function isUnderlined(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  const isText = line.trim() !== '' && !/^\s*([-*+>]|\d+[.)])(\s|$)/.test(line) && !isRule(line);
  return isText && /^ {0,3}(=+|-+)[ \t]*$/.test(lines[at + 1] ?? '');
}

function isRule(line: string): boolean {
  return /^ {0,3}([-*_])[ \t]*(\1[ \t]*){2,}$/.test(line);
}

/** The cells of a table that begins on a line, its heading first; undefined when none does. */
function tableAt(lines: readonly string[], at: number): readonly (readonly string[])[] | undefined {
  const [heading = '', ruler = ''] = lines.slice(at, at + 2);
  if (!heading.includes('|') || !/^ *\|?( *:?-+:? *\|)+( *:?-+:? *)?$/.test(ruler)) return undefined;
  const end = lines.findIndex((line, place) => place > at + 1 && !line.includes('|'));
  const body = lines.slice(at + 2, end === -1 ? lines.length : end);
  return [heading, ...body].map(cellsOf);
}

function cellsOf(line: string): readonly string[] {
  const inside = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inside.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll(String.raw`\|`, '|'));
}

/** A line for each row: what it is about, then its other cells under their headings. */
function listOf([headings = [], ...rows]: readonly (readonly string[])[]): readonly string[] {
  const [, ...others] = headings;
  return rows.map(([first = '', ...cells]) => {
    const facts = cells.map((cell, place) => {
      const heading = others[place] ?? '';
      return others.length === 1 || heading === '' ? cell : `${heading}: ${cell}`;
    });
    const about = first === '' ? '' : `**${first.replaceAll('**', '')}**`;
    return `- ${[about, facts.filter((fact) => fact !== '').join('; ')].filter((part) => part !== '').join(': ')}`;
  });
}

/** Pictures, bare addresses and tags within a line; code stays as it is. */
function inline(line: string): string {
  return line
    .split(/(`+[^`]*`+)/)
    .map((part, place) => (place % 2 === 1 ? part : shown(part)))
    .join('');
}

function shown(text: string): string {
  return text
    .replaceAll(/(?<!\\)!\[([^\]]*)\]\(/g, (_, words: string) => `[${words === '' ? '🖼' : words}](`)
    .replaceAll(/<(https?:\/\/[^\s<>]+)>/g, '[$1]($1)')
    .replaceAll(/(?<!\\)<(?=[a-z/!?])/gi, '&lt;');
}
