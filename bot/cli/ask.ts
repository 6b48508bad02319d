import { parseArgs } from 'node:util';

import { channels } from '../domain/conversation.ts';
import type { Corpus } from '../domain/knowledge.ts';
import { languages, type Language, type Localized } from '../domain/language.ts';
import type { Decision, Understanding } from '../domain/understanding.ts';
import { tell } from '../understanding/tell.ts';
import { contextOf, readCorpus, understandCorpus } from './corpus.ts';
import type { Output } from './output.ts';

const help: Localized<string> = {
  it: `Uso: npx sportello ask "dov'è il mio pacco" [--lang it|en] [--channel webchat] [--json] [--knowledge CARTELLA]

Mostra che cosa farebbe il bot con un messaggio, e perché. --lang è la lingua della conversazione, che decide dove il
messaggio non basta (se manca: it), e quella in cui si dicono i motivi (se manca: quella del terminale). Senza --knowledge:
KNOWLEDGE_DIR, o la cartella in cui sei.`,
  en: `Usage: npx sportello ask "dov'è il mio pacco" [--lang it|en] [--channel webchat] [--json] [--knowledge DIR]

Shows what the bot would do with a message, and why. --lang is the language of the conversation, which decides where the
message itself does not (default it), and the language in which the reasons are told (default: that of the terminal).
Default folder: KNOWLEDGE_DIR, else the current one.`,
};

/** Prints the decision on one message, the answer, the candidates, and why it fell so. */
export async function ask(args: readonly string[], out: Output): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      lang: { type: 'string' },
      channel: { type: 'string', default: 'webchat' },
      json: { type: 'boolean' },
      knowledge: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help || positionals.length === 0) {
    out[values.help ? 'line' : 'error'](help[out.language]);
    return values.help ? 0 : 2;
  }
  const wanted = values.lang === undefined ? undefined : oneOf(languages, values.lang, '--lang');
  const channel = oneOf(channels, values.channel, '--channel');
  const corpus = await readCorpus(values.knowledge, out);
  if (corpus === undefined) return 1;
  const understanding = understandCorpus(corpus)(positionals.join(' '), contextOf(wanted ?? 'it', channel));
  const told = wanted ?? out.language;
  out.line(values.json ? JSON.stringify(whole(understanding, told), null, 2) : describe(understanding, corpus, told));
  return 0;
}

function oneOf<T extends string>(allowed: readonly T[], value: string, option: string): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new Error(`${option} is "${value}"; it must be one of ${allowed.join(', ')}.`);
  return found;
}

/** With the explanation worked out and told, and what spoke for each match beside it. */
function whole({ explain, apart, matches, ...rest }: Understanding, language: Language): object {
  const explanation = explain();
  const { reasons, ...facts } = explanation;
  return {
    ...rest,
    matches: matches.map((match, place) => ({ ...match, ...reasons[place] })),
    explanation: { ...facts, sentences: tell(explanation, language) },
    apart: apart().map((part) => whole(part, language)),
  };
}

function describe(understanding: Understanding, corpus: Corpus, language: Language): string {
  const { matches, decision, noise, explain } = understanding;
  const explanation = explain();
  const headings = texts[language];
  const lines: string[] = [];
  switch (decision.kind) {
    case 'answer': {
      lines.push(`${headings.answer} ${decision.id}`, '');
      lines.push(...answerOf(decision.id, matches, corpus).map((line) => `  ${line}`));
      break;
    }
    case 'clarify': {
      lines.push(headings.clarify, '');
      lines.push(...decision.ids.map((id) => `  - ${matches.find((match) => match.id === id)?.title ?? id}  [${id}]`));
      break;
    }
    case 'handoff': {
      lines.push(noise ? headings.noise : headings.handoff);
      break;
    }
  }
  lines.push('', headings.why, ...tell(explanation, language).map((sentence) => `  ${sentence}`));
  if (matches.length > 0) lines.push('', headings.candidates);
  for (const [place, { confidence, language: of, id }] of matches.slice(0, 5).entries()) {
    const said = (explanation.reasons[place]?.words ?? [])
      .slice(0, 4)
      .map(({ word, weight }) => `${word} ${Math.round(weight * 100)} %`);
    lines.push(`  ${confidence.toFixed(2)}  ${of}  ${id.padEnd(26)} ${said.join(', ')}`.trimEnd());
  }
  const parts = understanding.apart();
  if (parts.length > 0) lines.push('', headings.apart, ...parts.map((part) => `  ${summary(part)}`));
  return lines.join('\n');
}

function summary({ text, decision, matches }: Understanding): string {
  const confidence = matches[0] === undefined ? '' : ` (${matches[0].confidence.toFixed(2)})`;
  switch (decision.kind) {
    case 'answer':
      return `${text}  ANSWER ${decision.id}${confidence}`;
    case 'clarify':
      return `${text}  CLARIFY ${decision.ids.join(', ')}${confidence}`;
    case 'handoff':
      return `${text}  HANDOFF${confidence}`;
  }
}

const texts: Readonly<Record<Language, Record<Decision['kind'] | 'noise' | 'why' | 'candidates' | 'apart', string>>> = {
  it: {
    answer: 'ANSWER',
    clarify: 'CLARIFY: il bot chiede quale di queste si intende',
    noise: 'NOISE: il bot chiede di usare altre parole, poi passa a una persona',
    handoff: 'HANDOFF: il bot chiama una persona',
    why: 'Perché',
    candidates: 'Candidati',
    apart: 'Le domande del messaggio, una per una (se è sicuro di due o tre, il bot le risponde tutte)',
  },
  en: {
    answer: 'ANSWER',
    clarify: 'CLARIFY: the bot asks which of these is meant',
    noise: 'NOISE: the bot asks for other words, then hands over',
    handoff: 'HANDOFF: the bot calls a person',
    why: 'Why',
    candidates: 'Candidates',
    apart:
      'The questions of the message, one by one (the bot answers all that it is sure of, where these are two or three)',
  },
};

function answerOf(id: string, matches: Understanding['matches'], corpus: Corpus): readonly string[] {
  const language = matches.find((match) => match.id === id)?.language ?? 'it';
  const texts = corpus.entries.find((entry) => entry.id === id)?.texts[language];
  return texts?.answers[0]?.trim().split('\n') ?? [];
}
