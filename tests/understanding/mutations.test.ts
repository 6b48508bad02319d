import { expect, test } from 'vitest';
import { parseCorpus } from '../../bot/content/parse.ts';
import { languages, type Language } from '../../bot/domain/language.ts';
import { understandWith } from '../../bot/understanding/build.ts';
import { sampleFiles } from '../content/sample.ts';
import { learned } from '../learned.ts';

/* Customers write the same question in many ways that do not change what they ask; none may change what they are told. */

const parsed = parseCorpus(sampleFiles());
if (!parsed.ok) throw new Error('The sample knowledge has problems; `npm run content` tells them.');
const understand = understandWith(parsed.value, learned(parsed.value));
const questions = parsed.value.entries.flatMap((entry) =>
  languages.flatMap((language) => (entry.texts[language]?.tests ?? []).map((text) => ({ language, text }))),
);
const firstOf = (text: string, language: Language): string | undefined =>
  understand(text, { language, channel: 'webchat', date: '2026-11-21' }).matches[0]?.id;
const unchanged = questions.map(({ language, text }) => firstOf(text, language));

test.each(Object.entries(mutations()))('%s: fewer than 2 in 100 change their first match', (_, mutate) => {
  const changed = questions.flatMap(({ language, text }, at) => {
    const mutant = mutate(text, language, at);
    const first = firstOf(mutant, language);
    return first === unchanged[at] ? [] : [`${mutant}: ${first} instead of ${unchanged[at]}`];
  });
  expect(changed.length < questions.length / 50 ? [] : changed).toEqual([]);
});

function mutations(): Record<string, (text: string, language: Language, at: number) => string> {
  const either = (it: string, en: string) => (language: Language) => (language === 'it' ? it : en);
  return {
    'a greeting before': (text, language) => either('ciao, senti: ', 'hi, listen: ')(language) + text,
    'a polite beginning': (text, language) =>
      either('Buongiorno, scusate il disturbo, ', 'Good morning, sorry to bother you, ')(language) + text,
    'thanks after': (text, language) => text + either(' grazie mille', ' thanks a lot')(language),
    'greetings on both sides': (text, language) =>
      either(`Salve Aurora! ${text} Cordiali saluti`, `Hello Aurora! ${text} Kind regards`)(language),
    'no accents': (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
    'accents written as apostrophes': (text) => text.normalize('NFD').replace(/(\p{L})\p{M}+(?!\p{L})/gu, "$1'"),
    'no apostrophes': (text) => text.replace(/['’]/g, ''),
    'spaces for apostrophes': (text) => text.replace(/['’]/g, ' '),
    'typographic apostrophes': (text) => text.replaceAll("'", '’'),
    capitals: (text) => text.toUpperCase(),
    'an emoji': (text) => `${text} 😡`,
    'an emoji between the words': (text) => text.replace(' ', ' 📦 '),
    'no punctuation': (text) => text.replace(/[^\p{L}\p{N}' ]+/gu, ' '),
    'many question marks': (text) => `${text}???!!`,
    'doubled spaces': (text) => text.replaceAll(' ', '  '),
    'an order number': (text) => `${text} #AB-123456`,
    'two letters swapped': (text) =>
      text.replace(/\p{L}{6,}/u, (word) => word.slice(0, 2) + word[3] + word[2] + word.slice(4)),
    'a letter left out': (text) => text.replace(/\p{L}{6,}/u, (word) => word.slice(0, 3) + word.slice(4)),
    'one typo in some word': typo,
    'chat spelling': (text, language) => written(text, language === 'it' ? italianChat : englishChat),
  };
}

const italianChat = {
  non: 'nn',
  che: 'ke',
  per: 'x',
  perché: 'xké',
  quando: 'qnd',
  quanto: 'qnt',
  comunque: 'cmq',
  sono: 'sn',
  grazie: 'grz',
  come: 'cm',
};
const englishChat = {
  you: 'u',
  your: 'ur',
  please: 'pls',
  are: 'r',
  thanks: 'thx',
  because: 'cuz',
  "don't": 'dont',
  "can't": 'cant',
};

function written(text: string, spellings: Readonly<Record<string, string>>): string {
  return text.replace(/[\p{L}']+/gu, (word) => spellings[word.toLowerCase()] ?? word);
}

/** Swaps, drops, doubles or replaces one letter of one word of four letters or more, drawn from a fixed seed. */
function typo(text: string, _language: Language, at: number): string {
  let state = (at + 1) * 0x9e3779b9;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
  const words = [...text.matchAll(/\p{L}{4,}/gu)];
  const chosen = words[draw(words.length)];
  if (chosen === undefined) return text;
  const [word] = chosen;
  const place = 1 + draw(word.length - 2);
  const [before, letter, after] = [word.slice(0, place), word[place]!, word.slice(place + 1)];
  const mutants = [
    before + after[0] + letter + after.slice(1),
    before + after,
    before + letter + letter + after,
    before + 'abcdefghilmnoprstuvz'[draw(20)] + after,
  ];
  return text.slice(0, chosen.index) + mutants[draw(4)] + text.slice(chosen.index + word.length);
}
