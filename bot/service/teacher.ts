import { createHash } from 'node:crypto';

import type { Problem } from '../content/problem.ts';
import type { Taught, Teaching } from '../content/teach.ts';
import type { SourceFile } from '../content/yaml-file.ts';
import type { Language } from '../domain/language.ts';
import type { Match } from '../domain/understanding.ts';
import type { Hunk } from './hunks.ts';
import { createLanes } from './lanes.ts';
import type { KnowledgeTest } from './knowledge-tests.ts';
import type {
  Clock,
  KnowledgeFiles,
  KnowledgeSource,
  KnowledgeWriter,
  Learner,
  Performance,
  Written,
} from './ports.ts';

/*
 * Teaching from the desk: an editor sees what a lesson changes in which file, what the tests of the knowledge say of it, and what
 * the bot would answer then; only what was shown is written, and only while the files are as they were when it was shown.
 */

/** What a lesson would change. */
export interface Proposal {
  readonly id: string;
  /** Under the knowledge folder: `faq/delivery.yaml`. */
  readonly path: string;
  readonly hunks: readonly Hunk[];
  /** What is wrong with the knowledge then; with any, it cannot be accepted. */
  readonly problems: readonly Problem[];
  /** Undefined when there are Problems. */
  readonly tests?: TestReport;
  /** The customer's wording, before and after. */
  readonly asked: readonly Asked[];
}

export interface TestReport {
  readonly total: number;
  readonly passed: number;
  /** Tests that pass now and would not. */
  readonly broken: readonly KnowledgeTest[];
  /** Tests that fail now and would pass. */
  readonly mended: readonly KnowledgeTest[];
}

export interface Asked {
  readonly text: string;
  readonly language: Language;
  readonly before: Answered;
  readonly after: Answered;
}

/** What the bot would do, and the best three matches. */
export interface Answered {
  readonly decision: 'answer' | 'clarify' | 'handoff';
  readonly matches: readonly Match[];
}

export type Proposed =
  | { readonly kind: 'proposed'; readonly proposal: Proposal }
  | { readonly kind: 'refused'; readonly code: Extract<Taught, { kind: 'refused' }>['code'] }
  /** The knowledge as it is has Problems, which come first. */
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** `changed`: somebody has changed the knowledge since; `unknown`: there is no such proposal, or it has Problems. */
export type Accepted =
  | { readonly kind: 'written'; readonly path: string }
  | { readonly kind: 'changed' | 'unknown' }
  /** Nothing was changed; the proposal stays open. */
  | Extract<Written, { kind: 'unwritable' }>;

export interface Teacher {
  propose(teaching: Teaching): Promise<Proposed>;
  /** Writes what was proposed; a proposal is good once. `announce` is done just before; when it rejects, nothing is written. */
  accept(proposalId: string, announce: (path: string) => Promise<void>): Promise<Accepted>;
}

export interface TeacherParts {
  /** A source of its own: reading it must not keep another one from seeing a change. */
  readonly source: Pick<KnowledgeSource, 'read'>;
  readonly writer: KnowledgeWriter;
  readonly learner: Pick<Learner, 'rehearse'>;
  readonly clock: Clock;
}

/** Proposals that are remembered; the oldest is forgotten first. */
const remembered = 50;

/** Makes what changes the knowledge for editors at the desk. */
export function createTeacher({ source, writer, learner, clock }: TeacherParts): Teacher {
  const open = new Map<string, { readonly path: string; before: string; after: string; state: string }>();
  const inLane = createLanes();

  return {
    async propose(teaching) {
      const before = await source.read();
      // What reads and compares YAML is loaded by the first editor who teaches.
      const { teach } = await import('../content/teach.ts');
      const taught = teach(before.files, teaching);
      if (taught.kind === 'refused') return taught;
      const after = { ...before, files: replaced(before.files, taught) };
      const questions = questionsOf(teaching);
      const rehearsed = await learner.rehearse({ before, after, questions, at: clock.now() });
      if (rehearsed.before.kind === 'refused') return { kind: 'problems', problems: rehearsed.before.problems };
      const id = clock.newId();
      const { hunksOf } = await import('./hunks.ts');
      const hunks = hunksOf(taught.path, taught.before, taught.after);
      const proposal = proposalOf({ id, path: taught.path, hunks }, questions, rehearsed.before, rehearsed.after);
      if (proposal.problems.length === 0) {
        open.set(id, { ...taught, state: stateOf(before) });
        for (const oldest of [...open.keys()].slice(0, -remembered)) open.delete(oldest);
      }
      return { kind: 'proposed', proposal };
    },
    // One after another: of two that were shown the same files, the second must see what the first has written.
    accept: (proposalId, announce) => inLane('accept', () => accept(proposalId, announce)),
  };

  async function accept(proposalId: string, announce: (path: string) => Promise<void>): Promise<Accepted> {
    const proposal = open.get(proposalId);
    if (proposal === undefined) return { kind: 'unknown' };
    const { path, before, after, state } = proposal;
    const unchanged = stateOf(await source.read()) === state;
    if (unchanged) await announce(path);
    const written: Written = unchanged ? await writer.write(path, before, after) : { kind: 'changed' };
    // What could not be written, for instance for want of rights, may be tried again.
    if (written.kind === 'unwritable') return written;
    open.delete(proposalId);
    return written.kind === 'written' ? { kind: 'written', path } : { kind: 'changed' };
  }
}

function replaced(files: readonly SourceFile[], { path, after }: Extract<Taught, { kind: 'taught' }>): SourceFile[] {
  return [...files.filter((file) => file.path !== path), { path, text: after }];
}

/** The wording that is taught is asked before and after, so that the editor sees that it helps. */
function questionsOf(teaching: Teaching): readonly { readonly text: string; readonly language: Language }[] {
  switch (teaching.kind) {
    case 'example':
      return [{ text: teaching.text, language: teaching.language }];
    case 'entry':
      return (['it', 'en'] as const).map((language) => ({ text: teaching.texts[language].question, language }));
  }
}

function proposalOf(
  change: Pick<Proposal, 'id' | 'path' | 'hunks'>,
  questions: readonly { readonly text: string; readonly language: Language }[],
  was: Extract<Performance, { kind: 'tried' }>,
  will: Performance,
): Proposal {
  if (will.kind === 'refused') return { ...change, problems: will.problems, asked: [] };
  return {
    ...change,
    problems: [],
    tests: reportOf(was.tests, will.tests),
    asked: questions.flatMap((question, at) => {
      const [a, b] = [was.answers[at], will.answers[at]];
      return a === undefined || b === undefined ? [] : [{ ...question, before: a, after: b }];
    }),
  };
}

function reportOf(before: readonly KnowledgeTest[], after: readonly KnowledgeTest[]): TestReport {
  const nameOf = ({ id, language, text }: KnowledgeTest) => JSON.stringify([id, language, text]);
  const passedBefore = new Set(before.filter(({ passed }) => passed).map(nameOf));
  const failedBefore = new Set(before.filter(({ passed }) => !passed).map(nameOf));
  return {
    total: after.length,
    passed: after.filter(({ passed }) => passed).length,
    broken: after.filter((test) => !test.passed && passedBefore.has(nameOf(test))),
    mended: after.filter((test) => test.passed && failedBefore.has(nameOf(test))),
  };
}

function stateOf({ files }: KnowledgeFiles): string {
  const hash = createHash('sha256');
  for (const { path, text } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    hash.update(JSON.stringify([path, text]));
  return hash.digest('hex');
}
