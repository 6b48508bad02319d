import { describe, expect, test } from 'vitest';
import { parseCorpus } from '../../bot/content/parse.ts';
import { languages, type Language } from '../../bot/domain/language.ts';
import { buildUnderstand } from '../../bot/understanding/build.ts';
import { sampleFiles } from '../content/sample.ts';
import { told } from './shop.ts';

const parsed = parseCorpus(sampleFiles());
if (!parsed.ok) throw new Error('The sample knowledge has problems; `npm run content` tells them.');
const corpus = parsed.value;
const understand = buildUnderstand(corpus);
const tests = corpus.entries.flatMap((entry) =>
  languages.flatMap((language) =>
    (entry.texts[language]?.tests ?? []).map((text) => ({ id: entry.id, language, text })),
  ),
);
const first = (text: string, language: Language) =>
  understand(text, { language, channel: 'webchat', date: '2026-11-21' });

const unchanged = tests.map(({ language, text }) => first(text, language).matches[0]?.id);

describe('the sample shop', () => {
  test('every test in the YAML leads to its entry, and none to a handoff', () => {
    const wrong = tests.filter(({ id, language, text }) => {
      const { matches, decision } = first(text, language);
      return matches[0]?.id !== id || decision.kind === 'handoff';
    });
    expect(wrong).toEqual([]);
    expect(tests.length).toBeGreaterThan(400);
  });

  test('the order of the entries changes nothing', () => {
    const reversed = buildUnderstand({ ...corpus, entries: corpus.entries.toReversed() });
    const some = tests.filter((_, at) => at % 20 === 0);
    const context = { channel: 'webchat', date: '2026-11-21' } as const;
    expect(some.map(({ text, language }) => told(reversed(text, { ...context, language })))).toEqual(
      some.map(({ text, language }) => told(first(text, language))),
    );
  });

  test.each(Object.entries(mutations()))('%s: fewer than 2 in 100 change their first match', (_, mutate) => {
    const changed = tests.filter(
      ({ language, text }, at) => first(mutate(text, language), language).matches[0]?.id !== unchanged[at],
    );
    expect(changed.length).toBeLessThan(tests.length / 50);
  });

  test('one common word is asked back, in both languages', () => {
    const kinds = [
      first('ordine', 'it'),
      first('il mio ordine', 'it'),
      first('order', 'en'),
      first('pacco', 'it'),
      first('delivery', 'en'),
    ].map(({ decision }) => decision.kind);
    expect(kinds).toEqual(kinds.map(() => 'clarify'));
  });

  test('other languages are out of scope', () => {
    const foreign = [
      'Wo ist mein Paket?',
      'Ich möchte meine Bestellung stornieren',
      '¿Dónde está mi pedido?',
      'Quiero devolver un producto que compré ayer',
      'Où est mon colis?',
      'Onde está o meu pedido?',
    ];
    expect(foreign.filter((text) => first(text, 'it').decision.kind === 'answer')).toEqual([]);
  });
});

function mutations(): Record<string, (text: string, language: Language) => string> {
  return {
    'a greeting before': (text, language) => (language === 'it' ? 'ciao, senti: ' : 'hi, listen: ') + text,
    'thanks after': (text, language) => text + (language === 'it' ? ' grazie mille' : ' thanks a lot'),
    'no accents': (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
    'no apostrophes': (text) => text.replace(/['’]/g, ''),
    'spaces for apostrophes': (text) => text.replace(/['’]/g, ' '),
    'typographic apostrophes': (text) => text.replaceAll("'", '’'),
    capitals: (text) => text.toUpperCase(),
    'an emoji': (text) => `${text} 😡`,
    'doubled spaces': (text) => text.replaceAll(' ', '  '),
    'two letters swapped': (text) =>
      text.replace(/\p{L}{6,}/u, (word) => word.slice(0, 2) + word[3] + word[2] + word.slice(4)),
    'a letter left out': (text) => text.replace(/\p{L}{6,}/u, (word) => word.slice(0, 3) + word.slice(4)),
    'chat spelling': (text, language) =>
      language === 'it'
        ? text
            .replace(/\bnon\b/g, 'nn')
            .replace(/\bche\b/g, 'ke')
            .replace(/\bper\b/g, 'x')
            .replace(/\bquando\b/g, 'qnd')
        : text
            .replace(/\byou\b/g, 'u')
            .replace(/\byour\b/g, 'ur')
            .replace(/\bplease\b/g, 'pls'),
  };
}
