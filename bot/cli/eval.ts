import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';

import { languages } from '../domain/language.ts';
import { contextOf, readCorpus, understandCorpus } from './corpus.ts';
import { measure, type Case, type Figures, type Measured } from './figures.ts';
import type { Output } from './output.ts';

const help = `Usage: npx sportello eval --cases FILE.jsonl [--knowledge DIR] [--json]

Measures the matching. Each line of FILE is {"text", "id", "lang"?, "also"?}; id "none" means that no entry answers it. The
knowledge may have one language only and needs no bot.yaml. Default folder: KNOWLEDGE_DIR, else the current one.`;

/** Prints how often the matching is right, how honest its confidence is, and how fast it is, on a file of cases. */
export async function evaluate(args: readonly string[], out: Output): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      knowledge: { type: 'string' },
      cases: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help || values.cases === undefined) {
    out[values.help ? 'line' : 'error'](help);
    return values.help ? 0 : 2;
  }
  const cases = readCases(values.cases, await readFile(values.cases, 'utf8'));
  const corpus = await readCorpus(values.knowledge, out);
  if (corpus === undefined) return 1;
  const started = performance.now();
  const understand = understandCorpus(corpus);
  const loadMs = performance.now() - started;
  const usual =
    languages.find((language) => corpus.entries.some((entry) => entry.texts[language] !== undefined)) ?? 'it';
  const measured = cases.map((each): Measured => {
    const before = performance.now();
    const { matches, decision } = understand(each.text, contextOf(each.language ?? usual));
    return { case: each, matches, decision, ms: performance.now() - before };
  });
  const phrasings = corpus.entries.flatMap((entry) => Object.values(entry.texts));
  const figures: Figures = {
    ...measure(measured),
    load_ms: round(loadMs, 1),
    rss_mb: round(process.memoryUsage.rss() / 2 ** 20, 1),
    entries: corpus.entries.length,
    examples: phrasings.reduce((sum, { examples }) => sum + examples.length + 1, 0),
  };
  out.line(values.json ? JSON.stringify(figures) : table(figures));
  return 0;
}

const caseLine = z.object({
  text: z.string(),
  id: z.string(),
  lang: z.enum(languages).optional(),
  also: z.union([z.string(), z.array(z.string())]).optional(),
});

function readCases(file: string, text: string): readonly Case[] {
  const cases: Case[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const parsed = caseLine.safeParse(jsonOf(line));
    if (!parsed.success)
      throw new Error(`${file}:${index + 1} is not a case like {"text": "...", "id": "..."}; mend or remove the line.`);
    const { id, also = [], lang } = parsed.data;
    cases.push({
      text: parsed.data.text,
      id,
      language: lang,
      right: [id, ...(typeof also === 'string' ? [also] : also)],
    });
  });
  if (cases.length === 0) throw new Error(`${file} holds no cases; write one JSON object a line.`);
  return cases;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function table(figures: Figures): string {
  const { in_scope: inside, out_of_scope: outside, latency_ms: latency } = figures;
  const share = (n: number, of: number): string => (of === 0 ? '' : `  ${((100 * n) / of).toFixed(1)} %`);
  const row = (name: string, value: number | string, rest = ''): string =>
    `  ${name.padEnd(28)}${String(value).padStart(9)}${rest}`;
  return [
    `${figures.cases} cases against ${figures.entries} entries with ${figures.examples} examples`,
    '',
    `In scope (${inside.n})`,
    row('best match right', inside.top1, share(inside.top1, inside.n)),
    row('right among the best three', inside.top3, share(inside.top3, inside.n)),
    row('answered', inside.answered, share(inside.answered, inside.n)),
    row('  of these right', inside.answered_right, share(inside.answered_right, inside.answered)),
    row('asked back', inside.clarified, share(inside.clarified, inside.n)),
    row('  of these with the right one', inside.clarified_right, share(inside.clarified_right, inside.clarified)),
    row('handed over', inside.handoff, share(inside.handoff, inside.n)),
    `Out of scope (${outside.n})`,
    row('answered', outside.answered, share(outside.answered, outside.n)),
    row('asked back', outside.clarified, share(outside.clarified, outside.n)),
    row('handed over', outside.handoff, share(outside.handoff, outside.n)),
    'Confidence',
    row('AUROC in against out', figures.auroc ?? '-'),
    row('calibration error (ECE)', figures.ece ?? '-'),
    'Cost',
    row('milliseconds a message', latency.p50, `  median, ${latency.p99} at the 99th percentile`),
    row('milliseconds to load', figures.load_ms),
    row('megabytes', figures.rss_mb),
  ].join('\n');
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
