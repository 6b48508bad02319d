import { describe, expect, test } from 'vitest';
import { buildUnderstand } from '../../bot/understanding/build.ts';
import { walksOfLife } from '../../bot/understanding/elsewhere-words.ts';
import { doubted, elsewhereFor } from '../../bot/understanding/elsewhere.ts';
import { tell } from '../../bot/understanding/tell.ts';
import { entry, italian, shop } from './shop.ts';

const account = [
  entry('password', {
    it: [
      'Come recupero la password?',
      'ho dimenticato la password',
      'password dimenticata',
      'non ricordo più la password',
      'ho perso la password, come faccio',
      'mi serve una password nuova',
    ],
    en: [
      'How do I recover my password?',
      'I forgot my password',
      'forgotten password',
      'I cannot remember my password',
      'I lost my password, what do I do',
      'I need a new password',
    ],
  }),
];
const corpus = { ...shop, entries: [...shop.entries, ...account] };
const understand = buildUnderstand(corpus);
const kindOf = (text: string, language: 'it' | 'en') => understand(text, { ...italian, language }).decision.kind;

describe("a question about another's matters", () => {
  test.each([
    ['it', 'ho dimenticato la password', 'ho dimenticato la password di netflix'],
    ['it', 'mi serve una password nuova', 'mi serve una password nuova per lo spid'],
    ['en', 'I forgot my password', 'I forgot my netflix password'],
    ['en', 'I need a new password', 'I need a new password for my airline'],
  ] as const)('is asked back about, where the same about ours is answered: %s "%s", "%s"', (language, ours, theirs) => {
    expect([kindOf(ours, language), kindOf(theirs, language)]).toEqual(['answer', 'clarify']);
  });

  test.each([
    ['it', 'Ho visto un volo su netflix, come recupero la password?'],
    ['it', 'sono in treno; ho dimenticato la password, cosa faccio?'],
    ['en', "I'm at the airport right now, how do I get a new password?"],
  ] as const)('is none where such a word only tells how it is: %s "%s"', (language, text) => {
    const { decision, explain } = understand(text, { ...italian, language });
    expect({ decision, elsewhere: explain().elsewhere }).toEqual({
      decision: { kind: 'answer', id: 'password' },
      elsewhere: [],
    });
  });

  test.each([
    ['it', 'ho netflix da un anno, come recupero la password di netflix?'],
    ['it', 'Per lo spid, come recupero la password?'],
    ['en', 'I forgot my netflix password, it was a long one'],
  ] as const)('is one where it is what is asked about: %s "%s"', (language, text) => {
    expect(understand(text, { ...italian, language }).explain().elsewhere).not.toEqual([]);
  });

  test('keeps its best match, and says which word it was', () => {
    const { matches, explain } = understand('ho dimenticato la password di netflix', italian);
    expect({ id: matches[0]?.id, elsewhere: explain().elsewhere }).toEqual({ id: 'password', elsewhere: ['netflix'] });
    expect(tell(explain(), 'it').join(' ')).toContain('«netflix»: parola di faccende altrui');
    expect(tell(explain(), 'en').join(' ')).toContain('“netflix”: a word of others’ matters');
  });

  test('is not told of where a pattern decides', () => {
    const angry = entry('complaint', { it: ['Voglio fare un reclamo'] }, ['siete dei ladri *']);
    const hearing = buildUnderstand({ ...corpus, entries: [...corpus.entries, angry] });
    const { decision, explain } = hearing('siete dei ladri come netflix', italian);
    expect([decision, explain().elsewhere]).toEqual([{ kind: 'answer', id: 'complaint' }, []]);
  });

  test('is not completed to a word of ours that holds its letters', () => {
    const strainers = entry('strainers', {
      en: ['Do you sell strainers?', 'how much is the strainer', 'a tea strainer'],
    });
    const selling = buildUnderstand({ ...corpus, entries: [...corpus.entries, strainers] });
    const { mended, elsewhere } = selling('how much is the train', { ...italian, language: 'en' }).explain();
    expect({ mended, elsewhere }).toEqual({ mended: [], elsewhere: ['train'] });
  });

  test('is ours as soon as an example has the word, in any form', () => {
    const flights = entry('flights', {
      it: ['Vendete biglietti?', 'posso comprare un volo da voi', 'vendete biglietti per voli', 'volo con voi'],
    });
    const knowing = buildUnderstand({ ...corpus, entries: [...corpus.entries, flights] });
    expect(knowing('posso comprare voli da voi', italian).decision).toEqual({ kind: 'answer', id: 'flights' });
    expect(knowing('posso comprare voli da voi', italian).explain().elsewhere).toEqual([]);
  });
});

describe('which words are of others', () => {
  const having = (...known: readonly string[]) => elsewhereFor((word) => (known.includes(word) ? 1 : 0), 'it');

  test('a word that the corpus has in any form is its own; two words of a walk of life make the whole of it its own', () => {
    const asked = ['aereo', 'treni', 'netflix', 'lampada'];
    expect(asked.map(having())).toEqual([true, true, true, false]);
    expect(asked.map(having('treno'))).toEqual([true, false, true, false]);
    expect(asked.map(having('treno', 'treni'))).toEqual([true, false, true, false]);
    expect(asked.map(having('treno', 'hotel'))).toEqual([false, false, true, false]);
  });

  test('a corpus that speaks of several is there for anything', () => {
    const two = ['treno', 'hotel', 'meteo', 'nevica'];
    expect(['netflix', 'dentista', 'amazon'].map(having(...two))).toEqual([true, true, true]);
    expect(['netflix', 'dentista', 'amazon'].map(having(...two, 'cinema', 'canzoni'))).toEqual([false, false, false]);
  });
});

test('doubt lowers what lies between impossible and certain, and keeps the order', () => {
  const confidences = [0, 0.2, 0.5, 0.9, 1];
  const after = confidences.map(doubted);
  expect(after.toSorted((a, b) => a - b)).toEqual(after);
  expect(after.map((each, at) => each < confidences[at]!)).toEqual([false, true, true, true, false]);
});

test('its words are folded, and each stands once', () => {
  for (const walks of Object.values(walksOfLife)) {
    const words = walks.flat();
    expect(words.filter((word) => !/^[a-z]+$/.test(word))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  }
});
