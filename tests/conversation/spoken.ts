import { languages, type Language } from '../../bot/domain/language.ts';
import type { Draft } from '../../bot/domain/message.ts';
import type { Mind } from '../../bot/domain/mind.ts';

/** Names what was said: which sentence of bot.yaml or which entry's answer a text is, to the letter. */
export type NameOf = (message: Draft) => string;

interface Sentence {
  readonly name: string;
  readonly language: Language;
  readonly whole: RegExp;
}

export function namesOf(mind: Mind, own: Language): NameOf {
  const sentences = languages.flatMap((language) => [...wordingOf(mind, language), ...answersOf(mind, language)]);
  return ({ text, language, choices }) => {
    const name = nameText(sentences, text, language) ?? `«${text}»`;
    const buttons =
      choices === undefined ? '' : ` [${choices.map(({ value }) => value.replace(/^.*[:_]/, '')).join(', ')}]`;
    return `${language === own ? '' : `(${language}) `}${name}${buttons}`;
  };
}

function nameText(sentences: readonly Sentence[], text: string, language: Language): string | undefined {
  for (const sentence of sentences) {
    const found = sentence.language === language ? sentence.whole.exec(text) : null;
    if (found !== null)
      return [sentence.name, ...found.slice(1).map((value) => value.replace(/\\(.)/g, '$1'))].join(' ');
  }
  // Two sentences in one message: a blank line stands between them.
  const breaks = [...text.matchAll(/\n\n/g)].map(({ index }) => index);
  for (const at of breaks) {
    const [first, second] = [text.slice(0, at), text.slice(at + 2)].map((part) => nameText(sentences, part, language));
    if (first !== undefined && second !== undefined) return `${first} + ${second}`;
  }
  return undefined;
}

function wordingOf(mind: Mind, language: Language): Sentence[] {
  const { choices: _choices, back: _back, mail: _mail, rating, ...rest } = mind.wording[language];
  const { scales, ...thanks } = rating;
  const asks = Object.entries(scales).map(([scale, { ask }]) => [scale, { ask }] as const);
  const ratings = { ...thanks, ask: scales['csat-5']?.ask ?? '', ...Object.fromEntries(asks) };
  const leaves = (value: object, path: string): [string, string][] =>
    Object.entries(value).flatMap(([key, each]: [string, string | object]) =>
      typeof each === 'string' ? [[`${path}${key}`, each]] : leaves(each, `${path}${key}.`),
    );
  return leaves({ ...rest, rating: ratings }, '').map(([name, sentence]) => ({
    name,
    language,
    whole: pattern(sentence.replaceAll('{bot}', mind.botName).replaceAll('{shop}', mind.shopName)),
  }));
}

function answersOf(mind: Mind, language: Language): Sentence[] {
  return [...mind.entries.values()].flatMap((entry) => {
    const answers = entry.texts[language]?.answers ?? [];
    const links = entry.links.map((link) => `- [${link.label[language]}](${link.url})`).join('\n');
    const below = links === '' ? '' : `\n\n${mind.wording[language].links}\n${links}`;
    return answers.map((answer, index) => ({
      name: `answer ${entry.id}${answers.length > 1 ? ` ${index + 1}` : ''}`,
      language,
      whole: pattern(answer.trim() + below),
    }));
  });
}

/** Matches a sentence to the letter, with anything in place of its values. */
function pattern(sentence: string): RegExp {
  const parts = sentence.trim().split(/\{\w+\}/);
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('(.+)')}$`);
}
