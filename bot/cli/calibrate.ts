import { parseArgs } from 'node:util';

import { languages, type Language } from '../domain/language.ts';
import { scorerVersion, thresholdsFor, type Policy } from '../domain/policy.ts';
import { crossValidate, type Trial } from '../understanding/cross-validate.ts';
import { curveOf, propose, type Point, type Proposal } from '../understanding/thresholds.ts';
import { writeAskedFile } from './asked-file.ts';
import { readCorpus } from './corpus.ts';
import { curvesAsSvg, type Curve } from './curve-svg.ts';
import type { Output } from './output.ts';

const help = `Usage: npx sportello calibrate [--precision 0.95] [--svg FILE] [--knowledge DIR]

Proposes the thresholds of intents/bot.yaml for each language: the lowest at which so many of the answers are right. Asks every
example and test once without having learned it, also without its entry. --svg draws precision against coverage.
Default folder: KNOWLEDGE_DIR, else the current one.`;

/** Prints precision against coverage for each language, and the thresholds for a wanted precision. */
export async function calibrate(args: readonly string[], out: Output): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      precision: { type: 'string', default: '0.95' },
      svg: { type: 'string' },
      knowledge: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    out.line(help);
    return 0;
  }
  const precision = Number(values.precision);
  if (!(precision > 0 && precision < 1))
    throw new Error(`--precision is "${values.precision}"; it must be a number between 0 and 1, such as 0.95.`);
  const corpus = await readCorpus(values.knowledge, out);
  if (corpus === undefined) return 1;
  const trials = crossValidate(corpus);
  const curves: Curve[] = [];
  const proposals: Partial<Record<Language, Proposal>> = {};
  for (const language of languages) {
    const { margin } = thresholdsFor(corpus.policy, language);
    const own = trials.filter((trial) => trial.language === language);
    if (own.length === 0) continue;
    const { usual, name } = usualOf(own);
    const proposed = propose(usual, margin, precision);
    if (proposed !== undefined) proposals[language] = proposed;
    const points = curveOf(usual, margin);
    curves.push({ name: language, points, chosen: proposed?.answer });
    out.line(`${language}: ${usual.length} ${name}, margin ${margin}`);
    for (const point of points) out.line(row(point, proposed?.answer));
    out.line(proposal(proposed, precision));
    out.line('');
  }
  const { margin } = corpus.policy.thresholds;
  const all = propose(usualOf(trials).usual, margin, precision);
  if (curves.length > 1) out.line(`Both languages together: ${proposal(all, precision)}`);
  for (const line of pasted(all, proposals, corpus.policy)) out.line(line);
  if (values.svg !== undefined) {
    await writeAskedFile(values.svg, curvesAsSvg(curves));
    out.line(`The curves are in ${values.svg}.`);
  }
  return 0;
}

function proposal(proposed: Proposal | undefined, precision: number): string {
  if (proposed === undefined) return `no threshold makes ${percent(precision)} of the answers right.`;
  const { answer, clarify } = proposed;
  return `answer ${answer.threshold}, clarify ${clarify}: ${percent(answer.precision)} of the answers are right, ${percent(answer.coverage)} of what has an answer gets it at once.`;
}

/**
 * The lines for bot.yaml: one pair for both languages where that gives the precision, and the pairs of languages that differ from
 * it. Margins stay as they are, since they were measured with.
 */
function pasted(
  all: Proposal | undefined,
  own: Readonly<Partial<Record<Language, Proposal>>>,
  { thresholds, thresholdsIn }: Policy,
): readonly string[] {
  const found = languages.flatMap((language) => own[language] ?? []);
  const shared = all ?? found[0];
  if (shared === undefined) return [];
  const differing = languages.flatMap((language) => {
    const each = own[language];
    const margin = thresholdsIn?.[language]?.margin ?? thresholds.margin;
    const same = each === undefined || (sameThresholds(each, shared) && margin === thresholds.margin);
    if (same) return [];
    const marginLine = margin === thresholds.margin ? [] : [`    margin: ${margin}`];
    return [`  ${language}:`, `    answer: ${each.answer.threshold}`, `    clarify: ${each.clarify}`, ...marginLine];
  });
  return [
    '',
    'Paste these lines into intents/bot.yaml, in place of its thresholds:',
    '',
    'thresholds:',
    `  scorer: ${scorerVersion}`,
    `  answer: ${shared.answer.threshold}`,
    `  clarify: ${shared.clarify}`,
    `  margin: ${thresholds.margin}`,
    ...differing,
  ];
}

function sameThresholds(a: Proposal, b: Proposal): boolean {
  return a.answer.threshold === b.answer.threshold && a.clarify === b.clarify;
}

/** Tests are the nearest to what customers write; with few of them the examples must do, which are harder. */
function usualOf(trials: readonly Trial[]): { readonly usual: readonly Trial[]; readonly name: string } {
  const tests = trials.filter(({ kind }) => kind === 'test');
  return tests.length >= enough
    ? { usual: tests, name: 'tests' }
    : { usual: trials, name: 'examples and tests (harder than what customers write)' };
}

const enough = 100;

function row(point: Point, chosen: Point | undefined): string {
  const bar = '#'.repeat(Math.round(point.coverage * 40)).padEnd(40, '.');
  const mark = point.threshold === chosen?.threshold ? '  <- proposed' : '';
  return `  ${point.threshold.toFixed(2)}  right ${percent(point.precision).padStart(7)}  answered ${percent(point.coverage).padStart(7)}  ${bar}${mark}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
