import { describe, expect, test } from 'vitest';
import { parseCorpus } from '../../bot/content/parse.ts';
import { buildUnderstand, understandWith } from '../../bot/understanding/build.ts';
import { sampleFiles } from '../content/sample.ts';
import { learned } from '../learned.ts';
import { entry, italian, shop } from './shop.ts';

const parsed = parseCorpus(sampleFiles());
if (!parsed.ok) throw new Error('The sample knowledge has problems; `npm run content` tells them.');
const understand = understandWith(parsed.value, learned(parsed.value));

describe('one content word', () => {
  test.each([
    ['it', 'ordine'],
    ['it', "l'ordine"],
    ['it', 'un ordine'],
    ['it', 'ho un ordine'],
    ['it', 'vorrei un ordine'],
    ['it', 'reso'],
    ['it', 'il reso'],
    ['it', 'la fattura'],
    ['it', 'un rimborso'],
    ['en', 'order'],
    ['en', 'I have an order'],
    ['en', 'I want an order'],
    ['en', 'the return'],
    ['en', 'parcel'],
  ] as const)('that names a topic only is asked back about: %s "%s"', (language, text) => {
    expect(understand(text, { ...italian, language }).decision.kind).toBe('clarify');
  });

  test.each([
    ['it', 'voglio fare un reso', 'return-how'],
    ['it', 'vorrei fare un reso', 'return-how'],
    ['it', 'posso fare un reso?', 'return-how'],
    ['it', 'devo fare un reso', 'return-how'],
    ['it', 'posso avere la fattura?', 'invoice-request'],
    ['it', 'vorrei una gift card', 'gift-card'],
    ['it', 'ho la garanzia?', 'warranty'],
    ['en', 'I want to make a return', 'return-how'],
    ['en', 'can I make a return?', 'return-how'],
    ['en', 'I want a refund', 'refund-request'],
    ['en', 'could I get an invoice', 'invoice-request'],
    ['en', 'do you have a warranty', 'warranty'],
  ] as const)('in a frame of verbs that only one entry has it in is answered: %s "%s"', (language, text, id) => {
    expect(understand(text, { ...italian, language }).decision).toEqual({ kind: 'answer', id });
  });

  test('verbs of one meaning make one frame', () => {
    const corpus = {
      ...shop,
      entries: [
        ...shop.entries,
        entry('make-return', {
          it: ['Come si rende?', 'posso fare un reso', 'si può fare un reso', 'potrei fare il reso'],
        }),
        entry('return-cost', { it: ['Quanto costa?', 'costo del reso', 'prezzo di un reso', 'il reso è gratis'] }),
        entry('return-track', { it: ['Dove si trova?', 'stato del reso', 'il reso è arrivato', 'reso ricevuto'] }),
      ],
    };
    const asked = buildUnderstand(corpus);
    expect(asked('possiamo effettuare un reso', italian).decision).toEqual({ kind: 'answer', id: 'make-return' });
    expect(asked('un reso', italian).decision.kind).toBe('clarify');
  });
});
