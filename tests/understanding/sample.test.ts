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

  test('a word of one language is no loan word of the other where the message may be in either', () => {
    const { matches } = first('fate i pachetti regalo?', 'it');
    expect(matches[0]?.id).toBe('gift-wrapping');
    expect(
      Math.max(...matches.filter(({ language }) => language === 'en').map((each) => each.confidence)),
    ).toBeLessThan(0.1);
  });

  test('what is asked of other houses in the words of a shop is not answered as its own', () => {
    const others = [
      'cancel my hotel room',
      'unsubscribe me from spotify',
      'track my zalando parcel',
      'what is the warranty on a toyota',
      'I forgot my linkedin password',
      'where can I park',
    ].map((text) => ({ text, decision: first(text, 'en').decision.kind }));
    expect(others.filter(({ decision }) => decision === 'answer')).toEqual([]);
  });

  test('who borrows a word of the other language is answered all the same', () => {
    const mixed = ['where do I find my fattura', 'I want a rimborso please', 'I want to annullare my order'];
    expect(mixed.map((text) => first(text, 'en').decision)).toEqual(
      ['invoice-find', 'refund-request', 'cancel-order'].map((id) => ({ kind: 'answer', id })),
    );
  });

  test('loan words are understood in both languages', () => {
    const mixed = [
      ["dov'è il mio order?", 'it'],
      ['tracking del pacco', 'it'],
      ['where is my pacco?', 'en'],
      ['how do I make a reso', 'en'],
    ] as const;
    expect(mixed.map(([text, language]) => first(text, language).matches[0]?.id)).toEqual([
      'track-order',
      'track-order',
      'track-order',
      'return-how',
    ]);
  });

  test('a denial is not answered with what it denies', () => {
    const denied = [
      ['come faccio a non ricevere più la newsletter?', 'it'],
      ['non voglio più ricevere email', 'it'],
      ['I do not want your newsletter any more', 'en'],
    ] as const;
    const answered = denied.map(([text, language]) => first(text, language));
    expect(answered.map(({ matches }) => matches[0]?.id)).toEqual(denied.map(() => 'newsletter-unsubscribe'));
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
