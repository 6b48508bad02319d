import type { Problem } from '../content/problem.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Mind } from '../domain/mind.ts';
import { mindInSteps } from './mind.ts';
import type { KnowledgeSource, Learner, Log } from './ports.ts';

/*
 * The knowledge in force, and the mind made from it; they change together. A start with Problems is refused; a change with
 * Problems is told and not taken, so that an editor's slip in a running shop costs nothing but the change itself. While a change is
 * being learned, the mind before it answers. Changes that come meanwhile are learned once, afterwards: the newest wins.
 */

export interface LiveKnowledge {
  current(): Knowledge;
  /** Made from `current()`. */
  mind(): Mind;
  /** Does something with the knowledge in force, and again with each that follows it; a failure then is told in the log. */
  each(taken: (knowledge: Knowledge) => Promise<void>): Promise<void>;
  /** Problems of the newest files; while there are any, older knowledge is in force. */
  problems(): readonly Problem[];
  /** Ends the watching, and waits until a change that is being learned is in force or given up. */
  close(): Promise<void>;
}

export interface KnowledgeParts {
  readonly source: KnowledgeSource;
  readonly log: Log;
  readonly learner: Learner;
}

export type OpenedKnowledge =
  | { readonly kind: 'open'; readonly knowledge: LiveKnowledge }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Reads the knowledge and follows its changes; refused with all Problems when there are any at the start. */
export async function openKnowledge({ source, log, learner }: KnowledgeParts): Promise<OpenedKnowledge> {
  const first = await learner.learn(await source.read());
  if (first.kind === 'same') throw new Error('The first knowledge cannot be one already known.');
  if (first.kind === 'refused') return { kind: 'refused', problems: first.problems };
  let current = { knowledge: first.knowledge, mind: await mindInSteps(first.knowledge, first.model) };
  let problems: readonly Problem[] = [];
  let taken: (knowledge: Knowledge) => Promise<void> = async () => {};

  async function follow(): Promise<void> {
    waiting = false;
    const before = current.knowledge.revision;
    const lesson = await learner.learn(await source.read(), before);
    problems = lesson.kind === 'refused' ? lesson.problems : [];
    if (lesson.kind === 'same') return;
    if (lesson.kind === 'refused') {
      log('error', 'knowledge-refused', { kept: before, problems: problems.length, first: named(problems) });
      return;
    }
    const { knowledge, model } = lesson;
    current = { knowledge, mind: await mindInSteps(knowledge, model) };
    await taken(knowledge);
    log('info', 'knowledge-changed', { from: before, to: knowledge.revision, entries: knowledge.entries.length });
  }

  let waiting = false;
  let closed = false;
  let underWay: Promise<void> = Promise.resolve();
  const stop = source.watch(() => {
    if (waiting) return;
    waiting = true;
    underWay = underWay.then(follow).catch((error: unknown) => {
      if (closed) return;
      log('error', 'knowledge-failed', { kept: current.knowledge.revision, error: String(error) });
    });
  });
  return {
    kind: 'open',
    knowledge: {
      current: () => current.knowledge,
      mind: () => current.mind,
      async each(work) {
        taken = work;
        await work(current.knowledge);
      },
      problems: () => problems,
      close: async () => {
        stop();
        closed = true;
        await underWay;
      },
    },
  };
}

/** The first Problems in a line each; `sportello check` shows them whole. */
function named(problems: readonly Problem[]): string[] {
  return problems
    .slice(0, 5)
    .map(({ file, line, column, code, message }) => `${file}:${line}:${column} ${code}: ${message.en}`);
}
