import { parseKnowledge, type Parsed } from '../content/parse.ts';
import type { Problem } from '../content/problem.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { KnowledgeSource, Log } from './ports.ts';

/*
 * The knowledge in force. A start with Problems is refused; a change with Problems is told and not taken, so that an
 * editor's slip in a running shop costs nothing but the change itself.
 */

export interface LiveKnowledge {
  current(): Knowledge;
  /** Problems of the newest files; while there are any, older knowledge is in force. */
  problems(): readonly Problem[];
  /** Ends the watching, waiting for a change that is being taken. */
  close(): Promise<void>;
}

export interface KnowledgeParts {
  readonly source: KnowledgeSource;
  readonly log: Log;
  /** Called with each knowledge, the first included, just before it comes into force; when it throws, it does not. */
  readonly take?: (knowledge: Knowledge) => void;
}

export type OpenedKnowledge =
  | { readonly kind: 'open'; readonly knowledge: LiveKnowledge }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Reads the knowledge and follows its changes; refused with all Problems when there are any at the start. */
export async function openKnowledge({ source, log, take }: KnowledgeParts): Promise<OpenedKnowledge> {
  const first = await read(source);
  if (!first.ok) return { kind: 'refused', problems: first.problems };
  take?.(first.value);
  let current = first.value;
  let problems: readonly Problem[] = [];

  async function follow(): Promise<void> {
    const parsed = await read(source);
    problems = parsed.problems;
    if (!parsed.ok) {
      log('error', 'knowledge-refused', {
        kept: current.revision,
        problems: parsed.problems.length,
        first: named(parsed.problems),
      });
      return;
    }
    if (parsed.value.revision === current.revision) return;
    take?.(parsed.value);
    const before = current.revision;
    current = parsed.value;
    log('info', 'knowledge-changed', { from: before, to: current.revision, entries: current.entries.length });
  }

  let underWay: Promise<void> = Promise.resolve();
  const stop = source.watch(() => {
    underWay = underWay.then(follow).catch((error: unknown) => {
      log('error', 'knowledge-failed', { kept: current.revision, error: String(error) });
    });
  });
  return {
    kind: 'open',
    knowledge: {
      current: () => current,
      problems: () => problems,
      close: async () => {
        stop();
        await underWay;
      },
    },
  };
}

async function read(source: KnowledgeSource): Promise<Parsed<Knowledge>> {
  const { files, problems } = await source.read();
  return parseKnowledge(files, problems);
}

/** The first Problems in a line each; `sportello check` shows them whole. */
function named(problems: readonly Problem[]): string[] {
  return problems
    .slice(0, 5)
    .map(({ file, line, column, code, message }) => `${file}:${line}:${column} ${code}: ${message}`);
}
