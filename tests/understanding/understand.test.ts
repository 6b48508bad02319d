import { describe, expect, test } from 'vitest';
import type { Context } from '../../bot/domain/understanding.ts';
import { buildUnderstand } from '../../bot/understanding/build.ts';
import { tell } from '../../bot/understanding/tell.ts';
import { english, entry, italian, shop } from './shop.ts';

const understand = buildUnderstand(shop);
const best = (text: string, context: Context = italian) => {
  const { matches, decision } = understand(text, context);
  return { id: matches[0]?.id, language: matches[0]?.language, does: decision.kind };
};
const confidence = (text: string) => understand(text, italian).matches[0]?.confidence ?? 0;

describe('understanding a message', () => {
  test('a question in other words than the examples finds its entry', () => {
    expect(best('dove si trova adesso il pacco che ho ordinato?')).toEqual({
      id: 'track-order',
      language: 'it',
      does: 'answer',
    });
    expect(best('can you tell me where my parcel is', english)).toEqual({
      id: 'track-order',
      language: 'en',
      does: 'answer',
    });
  });

  test('accents, apostrophes, capitals, emoji and chat spelling make no difference', () => {
    const ways = [
      'perché non posso entrare',
      "perche' non posso entrare",
      'PERCHE NON POSSO ENTRARE!!',
      'xké nn posso entrare 😡',
      'perchè  non posso   entrare',
    ];
    expect(ways.map((text) => [best(text).id, confidence(text)])).toEqual(
      ways.map((text) => ['password', confidence(ways[0] ?? text)]),
    );
  });

  test('a message that is word for word an example is all but certain', () => {
    expect(confidence('A CHE ORA APRITE?')).toBeGreaterThanOrEqual(0.97);
  });

  test('a pattern that fits is certain', () => {
    const { matches, decision, explain } = understand('parlo per favore con un vero operatore', italian);
    expect({ first: matches[0], example: explain().reasons[0]?.example, decision }).toMatchObject({
      first: { id: 'talk-to-human', confidence: 1 },
      example: '(parlare|parlo) * (operatore|persona)',
      decision: { kind: 'answer', id: 'talk-to-human' },
    });
  });

  test('a word that stands in patterns only is known: it is not read as another before they are tried', () => {
    const texts = { it: ['Riparate gli articoli?', 'fate riparazioni', 'aggiustate quello che vendete'] };
    const withPatterns = (patterns: readonly string[]) =>
      buildUnderstand({ ...shop, entries: [...shop.entries, entry('repair', texts, patterns)] });
    const read = (text: string, patterns: readonly string[]) => {
      const { matches, explain } = withPatterns(patterns)(text, italian);
      return { id: matches[0]?.id, sure: matches[0]?.confidence === 1, mended: explain().mended };
    };
    const asPacco = [{ from: 'tacco', to: 'pacco' }];
    expect([
      read('il tacco rotto', []),
      read('il tacco rotto', ['* (tacco|tacchi) * (rotto|rotti)']),
      read("il tacco dov'è", ['* (tacco|tacchi) * (rotto|rotti)']),
    ]).toMatchObject([{ mended: asPacco }, { id: 'repair', sure: true, mended: [] }, { sure: false, mended: [] }]);
  });

  test('greetings, thanks and the name of the bot around a question never lower its confidence', () => {
    const bare = confidence('quando arriva il rimborso del pacco');
    const dressed = [
      'ciao Aurora, quando arriva il rimborso del pacco',
      'buongiorno! quando arriva il rimborso del pacco? grazie mille',
      'scusa Bottega Aurora, quando arriva il rimborso del pacco per favore',
    ];
    expect(dressed.map((text) => best(text).id)).toEqual(['refund', 'refund', 'refund']);
    expect(dressed.filter((text) => confidence(text) < bare)).toEqual([]);
  });

  test('alone, a greeting is a greeting and thanks are thanks', () => {
    expect(['ciao', 'grazie mille', "grazie per l'aiuto", 'Ciao Aurora!'].map((text) => best(text).id)).toEqual([
      'greeting',
      'thanks',
      'thanks',
      'greeting',
    ]);
  });

  test('order numbers and addresses are set aside, and told', () => {
    const { matches, explain } = understand("dov'è il mio pacco BA-123456? anna@posta.example", italian);
    expect({ id: matches[0]?.id, setAside: explain().setAside }).toEqual({
      id: 'track-order',
      setAside: ['anna@posta.example', 'BA-123456'],
    });
  });

  test('a typo is mended, and told', () => {
    const { matches, explain } = understand('non ho ricevuto il rimbroso', italian);
    expect({ id: matches[0]?.id, mended: explain().mended }).toEqual({
      id: 'refund',
      mended: [{ from: 'rimbroso', to: 'rimborso' }],
    });
    expect(tell(explain(), 'en')).toContain('“rimbroso” is not a word of the knowledge; it was read as “rimborso”.');
  });

  test('one word that belongs to many entries is asked back, one that belongs to a single entry is answered', () => {
    expect(best('ordine').does).toBe('clarify');
    expect(best('il mio ordine').does).toBe('clarify');
    expect(best('paypal')).toEqual({ id: 'payment', language: 'it', does: 'answer' });
  });

  test('each language is matched against its own examples, whatever the language of the conversation', () => {
    expect(best('where is my parcel', italian)).toEqual({ id: 'track-order', language: 'en', does: 'answer' });
    expect(best("dov'è il mio pacco", english)).toEqual({ id: 'track-order', language: 'it', does: 'answer' });
    expect(understand("dov'è il mio pacco", english).language).toBe('it');
  });

  test('a word of both languages is answered in the language of the conversation', () => {
    expect([best('tracking', italian), best('tracking', english)]).toEqual([
      { id: 'track-order', language: 'it', does: 'answer' },
      { id: 'track-order', language: 'en', does: 'answer' },
    ]);
    expect(understand('tracking', italian).language).toBeUndefined();
  });

  test('German, Spanish and French are out of scope', () => {
    const foreign = [
      'Wo ist mein Paket?',
      '¿Dónde está mi pedido?',
      'Quiero devolver mi pedido',
      'Où est ma commande?',
      'Ich möchte mit einem Operator sprechen',
    ];
    expect(foreign.map((text) => best(text).does)).toEqual(foreign.map(() => 'handoff'));
  });

  test('what the shop knows nothing about goes to a person', () => {
    expect(best('mi serve un idraulico a Milano stasera').does).toBe('handoff');
    expect(understand('mi serve un idraulico a Milano stasera', italian).noise).toBe(false);
  });

  test('no letters, or nothing that resembles a word of the shop, is noise', () => {
    const noisy = ['', '   ', '😀👍', '???', '12345', 'asdfgh qwerty', 'BA-123456'];
    expect(noisy.map((text) => understand(text, italian)).map(({ noise, decision }) => [noise, decision.kind])).toEqual(
      noisy.map(() => [true, 'handoff']),
    );
  });

  test('an entry is used within its dates and on its channels only', () => {
    const sale = {
      ...entry('sale', { it: ['Ci sono saldi?', 'sconti di natale'] }),
      validFrom: '2026-12-01',
      validTo: '2027-01-06',
      channels: ['webchat'] as const,
    };
    const seasonal = buildUnderstand({ ...shop, entries: [...shop.entries, sale] });
    const first = (date: string, channel: Context['channel']) =>
      seasonal('ci sono sconti di natale?', { language: 'it', channel, date }).matches.some(({ id }) => id === 'sale');
    expect([
      first('2026-11-30', 'webchat'),
      first('2026-12-01', 'webchat'),
      first('2027-01-06', 'webchat'),
      first('2027-01-07', 'webchat'),
      first('2026-12-24', 'teams'),
    ]).toEqual([false, true, true, false, false]);
  });

  test('an entry with one example is not sure of what merely resembles it', () => {
    const gift = buildUnderstand({
      ...shop,
      entries: [...shop.entries, entry('gift', { it: ['Fate pacchi regalo per Natale?'] })],
    });
    const of = (text: string) => gift(text, italian).matches.find(({ id }) => id === 'gift')?.confidence ?? 0;
    expect(of('Fate pacchi regalo per Natale?')).toBeGreaterThan(0.9);
    expect(of('cosa fate a Natale in città?')).toBeLessThan(0.6);
  });

  test('a corpus of one language, of one entry, or of none works', () => {
    const single = buildUnderstand({ ...shop, entries: [entry('only', { en: ['Where is my order?'] })] });
    const empty = buildUnderstand({ ...shop, entries: [] });
    expect(single('where is my order', english).decision).toEqual({ kind: 'answer', id: 'only' });
    expect(empty('where is my order', english)).toMatchObject({ matches: [], decision: { kind: 'handoff' } });
  });
});

describe('the explanation', () => {
  test('it tells in plain sentences what was read, what won, by which words, what came second, and why the decision fell so', () => {
    const explanation = understand('ciao Aurora, cmq voglio anullare il mio ordine BA-123456', italian).explain();
    expect(explanation).toMatchObject({
      mended: [{ from: 'anullare', to: 'annullare' }],
      expanded: [{ from: 'cmq', to: 'comunque' }],
      setAside: ['BA-123456', 'ciao aurora cmq'],
    });
    const told = tell(explanation, 'en').map((sentence) => sentence.replace(/\d+ %/g, 'n %'));
    expect(told.slice(0, 4)).toEqual([
      'The message is Italian.',
      'Set aside before matching: “BA-123456” and “ciao aurora cmq”.',
      '“cmq” is chat spelling for “comunque”.',
      '“anullare” is not a word of the knowledge; it was read as “annullare”.',
    ]);
    expect(told[4]).toBe(
      'cancel-order ("Come annullo l\'ordine?") came first with confidence n %; its nearest example is “voglio annullare un ordine”.',
    );
    expect(told[5]).toMatch(/^What spoke for it: “annullare” \(n %\), /);
    expect(told[6]).toMatch(/ came second with n %; what spoke more for the first: .*“annullare”/);
    expect(told[7]).toBe(
      'Decision: answer, because n % reaches the n % that an answer needs and it is well ahead of the next different answer (n %).',
    );
  });

  test('the weights of the words add up to one', () => {
    const [first] = understand('quando arriva il rimborso', italian).explain().reasons;
    expect(first?.words.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 6);
  });
});
