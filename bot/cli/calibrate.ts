import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { languages } from '../domain/language.ts';
import { scorerVersion } from '../domain/policy.ts';
import { crossValidate, type Trial } from '../understanding/cross-validate.ts';
import { curveOf, propose, type Point, type Proposal } from '../understanding/thresholds.ts';
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
  const { margin } = corpus.policy.thresholds;
  const trials = crossValidate(corpus);
  const curves: Curve[] = [];
  for (const language of languages) {
    const own = trials.filter((trial) => trial.language === language);
    if (own.length === 0) continue;
    const { usual, name } = usualOf(own);
    const proposed = propose(usual, margin, precision);
    const points = curveOf(usual, margin);
    curves.push({ name: language, points, chosen: proposed?.answer });
    out.line(`${language}: ${usual.length} ${name}, margin ${margin}`);
    for (const point of points) out.line(row(point, proposed?.answer));
    out.line(proposal(proposed, precision));
    out.line('');
  }
  const all = propose(usualOf(trials).usual, margin, precision);
  if (curves.length > 1) out.line(`Both languages together: ${proposal(all, precision)}`);
  if (all !== undefined) out.line(asYaml(all, margin));
  if (values.svg !== undefined) {
    await writeFile(values.svg, curvesAsSvg(curves));
    out.line(`The curves are in ${values.svg}.`);
  }
  return 0;
}

function proposal(proposed: Proposal | undefined, precision: number): string {
  if (proposed === undefined) return `no threshold makes ${percent(precision)} of the answers right.`;
  const { answer, clarify } = proposed;
  return `answer ${answer.threshold}, clarify ${clarify}: ${percent(answer.precision)} of the answers are right, ${percent(answer.coverage)} of what has an answer gets it at once.`;
}

function asYaml({ answer, clarify }: Proposal, margin: number): string {
  return [
    '',
    'For intents/bot.yaml:',
    '',
    'thresholds:',
    `  scorer: ${scorerVersion}`,
    `  answer: ${answer.threshold}`,
    `  clarify: ${clarify}`,
    `  margin: ${margin}`,
  ].join('\n');
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
