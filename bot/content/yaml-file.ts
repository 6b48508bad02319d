import { isAlias, isCollection, isMap, isNode, isScalar, LineCounter, parseDocument, type Node } from 'yaml';

import type { Localized } from '../domain/language.ts';
import type { Fault } from './finding.ts';
import { wholeFile, type Place, type Problem } from './problem.ts';
import { depthFault, quoteIt, syntaxFaults, tagFault } from './yaml-syntax.ts';

/** A file of the knowledge folder, read as text. */
export interface SourceFile {
  /** Under the knowledge folder, with `/`: `faq/delivery.yaml`. */
  readonly path: string;
  readonly text: string;
}

export type Path = readonly PropertyKey[];

/** A file whose YAML is in order: plain data, and the way back from a path in it to a place in the text. */
export interface YamlFile {
  readonly path: string;
  readonly data: unknown;
  /** Where a value, or its key, stands; with `part`, where that text stands within it. */
  place(path: Path, of: 'key' | 'value', part?: string): Place;
}

export type Reading =
  | { readonly kind: 'read'; readonly file: YamlFile }
  | { readonly kind: 'broken'; readonly problems: readonly Problem[] };

/**
 * Reads YAML 1.2. Anchors, aliases and tags are refused: they are almost always text that begins with `&`, `*` or `!` and was
 * not quoted, and without them no short file can grow into a huge one. After the first syntax error the rest of a file is
 * not judged, since one missing quote makes everything after it look wrong.
 */
export function readYaml({ path, text: bytes }: SourceFile): Reading {
  const text = bytes.replace(/^\uFEFF/, '');
  const broken = (problem: Omit<Problem, 'file'>): Reading => ({
    kind: 'broken',
    problems: [{ file: path, ...problem }],
  });
  try {
    const lines = new LineCounter();
    const document = parseDocument(text, {
      lineCounter: lines,
      stringKeys: true,
      prettyErrors: false,
      logLevel: 'error',
    });
    const at = (start: number, end: number) => placeOf(text, lines, start, end);
    const root = document.contents;
    if (document.errors.length > 0) {
      return {
        kind: 'broken',
        problems: syntaxFaults(text, document).map((f) => ({ file: path, ...f, ...at(...f.span) })),
      };
    }
    if (root === null || (isScalar(root) && root.value === null)) return broken(emptyFile);
    const oddities: Problem[] = [];
    const data = toPlain(root, (node, sign, oddity) => {
      const [start, end] = rangeOf(node) ?? [0, 0];
      // The sign of an anchor or a tag stands before the node that it belongs to.
      const signAt = text.lastIndexOf(sign, start);
      oddities.push({ file: path, ...oddity, ...at(signAt === -1 ? start : signAt, Math.max(end, start + 1)) });
    });
    if (oddities.length > 0) return { kind: 'broken', problems: oddities };
    return {
      kind: 'read',
      file: { path, data, place: (where, of, part) => at(...spanOf(text, root, where, of, part)) },
    };
  } catch (error) {
    if (error instanceof RangeError) return broken({ ...depthFault, ...wholeFile });
    throw error;
  }
}

const emptyFile = {
  ...wholeFile,
  code: 'empty-file',
  message: { it: 'Il file è vuoto.', en: 'The file is empty.' },
  help: { it: 'Scrivici almeno una voce, o cancellalo.', en: 'Write at least one entry in it, or delete it.' },
} as const;

type Report = (node: Node, sign: string, oddity: Fault) => void;

/** Plain values of a document without aliases, anchors and tags. */
function toPlain(node: unknown, report: Report): unknown {
  if (isAlias(node)) {
    report(node, `*${node.source}`, aliasFault(`"*${node.source}"`, { it: 'un alias', en: 'alias' }));
    return undefined;
  }
  if (!isScalar(node) && !isCollection(node)) return null;
  if (node.anchor !== undefined) {
    report(node, `&${node.anchor}`, aliasFault(`"&${node.anchor}"`, { it: 'un’ancora', en: 'anchor' }));
  }
  if (node.tag !== undefined) {
    report(node, '!', tagFault(node.tag));
  }
  if (isScalar(node)) return node.value;
  if (!isMap(node)) return node.items.map((item) => toPlain(item, report));
  // `fromEntries` defines keys rather than assigning them, so that a key named `__proto__` is a key.
  return Object.fromEntries(
    node.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', toPlain(pair.value, report)]),
  );
}

function aliasFault(sign: string, what: Localized<string>): Fault {
  const message = {
    it: `${sign} è ${what.it} di YAML, che qui non si usa.`,
    en: `${sign} is a YAML ${what.en}, which is not used here.`,
  };
  return { code: 'yaml-alias', message, help: quoteIt };
}

function spanOf(text: string, root: Node, path: Path, of: 'key' | 'value', part?: string): [number, number] {
  let key: unknown;
  let value: unknown = root;
  for (const step of path) {
    const found = childOf(value, step);
    if (found === undefined) break;
    ({ key, value } = found);
  }
  const [valueStart, valueEnd] = rangeOf(value) ?? [0, 0];
  const keyRange = rangeOf(key);
  const [start, end] =
    keyRange !== undefined && (of === 'key' || valueEnd <= valueStart) ? keyRange : [valueStart, valueEnd];
  const within = part === undefined || part === '' ? -1 : text.slice(start, end).indexOf(part);
  return within === -1 || part === undefined ? [start, end] : [start + within, start + within + part.length];
}

function childOf(node: unknown, step: PropertyKey): { key: unknown; value: unknown } | undefined {
  if (isMap(node)) return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === step);
  if (isCollection(node) && typeof step === 'number' && step in node.items)
    return { key: undefined, value: node.items[step] };
  return undefined;
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  if (!isNode(node)) return undefined;
  return node.range ? [node.range[0], node.range[1]] : undefined;
}

function placeOf(text: string, lines: LineCounter, start: number, end: number): Place {
  const { line: found, col } = lines.linePos(Math.min(start, text.length));
  const line = Math.max(1, found);
  const lineStart = lines.lineStarts[line - 1] ?? 0;
  const nextStart = lines.lineStarts[line] ?? text.length + 1;
  const sourceLine = text.slice(lineStart, nextStart - 1).replace(/\r$/, '');
  const lineEnd = lineStart + sourceLine.trimEnd().length;
  const endColumn = Math.max(col + 1, Math.min(end, lineEnd) - lineStart + 1);
  return { line, column: Math.max(1, col), endColumn, sourceLine };
}
