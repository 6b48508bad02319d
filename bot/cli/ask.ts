import { parseArgs } from 'node:util';

import { channels } from '../domain/conversation.ts';
import type { Corpus } from '../domain/knowledge.ts';
import { languages } from '../domain/language.ts';
import type { Understanding } from '../domain/understanding.ts';
import { contextOf, readCorpus, understandCorpus } from './corpus.ts';
import type { Output } from './output.ts';

const help = `Usage: npx sportello ask "dov'è il mio pacco" [--lang it|en] [--channel webchat] [--json] [--knowledge DIR]

Shows what the bot would do with a message, and why. --lang is the language of the conversation, which decides where the
message itself does not; default it. Default folder: KNOWLEDGE_DIR, else the current one.`;

/** Prints the decision on one message, the answer, the candidates, and why it fell so. */
export async function ask(args: readonly string[], out: Output): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      lang: { type: 'string', default: 'it' },
      channel: { type: 'string', default: 'webchat' },
      json: { type: 'boolean' },
      knowledge: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help || positionals.length === 0) {
    out[values.help ? 'line' : 'error'](help);
    return values.help ? 0 : 2;
  }
  const language = oneOf(languages, values.lang, '--lang');
  const channel = oneOf(channels, values.channel, '--channel');
  const corpus = await readCorpus(values.knowledge, out);
  if (corpus === undefined) return 1;
  const understanding = understandCorpus(corpus)(positionals.join(' '), contextOf(language, channel));
  out.line(values.json ? JSON.stringify(whole(understanding), null, 2) : describe(understanding, corpus));
  return 0;
}

function oneOf<T extends string>(allowed: readonly T[], value: string, option: string): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new Error(`${option} is "${value}"; it must be one of ${allowed.join(', ')}.`);
  return found;
}

/** With the explanation worked out, and what spoke for each match beside it. */
function whole({ explain, matches, ...rest }: Understanding) {
  const { reasons, ...explanation } = explain();
  return { ...rest, matches: matches.map((match, place) => ({ ...match, ...reasons[place] })), explanation };
}

function describe({ matches, decision, explain, noise }: Understanding, corpus: Corpus): string {
  const { sentences, reasons } = explain();
  const lines: string[] = [];
  switch (decision.kind) {
    case 'answer': {
      lines.push(`ANSWER ${decision.id}`, '', ...answerOf(decision.id, matches, corpus).map((line) => `  ${line}`));
      break;
    }
    case 'clarify': {
      lines.push('CLARIFY: the bot asks which of these is meant', '');
      lines.push(...decision.ids.map((id) => `  - ${matches.find((match) => match.id === id)?.title ?? id}  [${id}]`));
      break;
    }
    case 'handoff': {
      lines.push(noise ? 'NOISE: the bot asks for other words, then hands over' : 'HANDOFF: the bot calls a person');
      break;
    }
  }
  lines.push('', 'Why', ...sentences.map((sentence) => `  ${sentence}`));
  if (matches.length > 0) lines.push('', 'Candidates');
  for (const [place, { confidence, language, id }] of matches.slice(0, 5).entries()) {
    const said = (reasons[place]?.words ?? [])
      .slice(0, 4)
      .map(({ word, weight }) => `${word} ${Math.round(weight * 100)} %`);
    lines.push(`  ${confidence.toFixed(2)}  ${language}  ${id.padEnd(26)} ${said.join(', ')}`.trimEnd());
  }
  return lines.join('\n');
}

function answerOf(id: string, matches: Understanding['matches'], corpus: Corpus): readonly string[] {
  const language = matches.find((match) => match.id === id)?.language ?? 'it';
  const texts = corpus.entries.find((entry) => entry.id === id)?.texts[language];
  return texts?.answers[0]?.trim().split('\n') ?? [];
}
