import { expect, test } from 'vitest';
import type { Explanation, Ground, Match } from '../../bot/domain/understanding.ts';
import { buildUnderstand } from '../../bot/understanding/build.ts';
import { tell, tellFacts } from '../../bot/understanding/tell.ts';
import { unexplained } from '../unexplained.ts';
import { italian, shop } from './shop.ts';

const understand = buildUnderstand(shop);
const refund: Match = { id: 'refund', language: 'it', title: 'Quando arriva il rimborso?', confidence: 0.5 };

test('it tells in Italian what was read, what won, by which words, what came second, and why the decision fell so', () => {
  const explanation = understand('ciao Aurora, cmq voglio anullare il mio ordine BA-123456', italian).explain();
  const told = tell(explanation, 'it').map((sentence) => sentence.replace(/\d+%/g, 'n%'));
  expect(told.slice(0, 5)).toEqual([
    'Il messaggio è in italiano.',
    'Messo da parte prima del confronto: «BA-123456» e «ciao aurora cmq».',
    '«cmq» è un’abbreviazione da chat per «comunque».',
    '«anullare» non è una parola conosciuta; è stata letta come «annullare».',
    "Al primo posto cancel-order («Come annullo l'ordine?»), con sicurezza n%; il suo esempio più vicino è «voglio annullare un ordine».",
  ]);
  expect(told[5]).toMatch(/^A suo favore: «annullare» \(n%\), /);
  expect(told[6]).toMatch(/^Al secondo posto .* con n%; a favore del primo hanno contato di più: .*«annullare»/);
  expect(told[7]).toBe(
    'Decisione: risponde, perché n% raggiunge il n% che serve per rispondere, con un buon vantaggio sulla prima risposta diversa (n%).',
  );
});

test.each<[Ground, Partial<Explanation>, string, string]>([
  [{ kind: 'noise' }, {}, 'handoff, because the message holds no word', 'passa a una persona, perché nel messaggio'],
  [{ kind: 'nothing' }, {}, 'handoff, because no entry', 'passa a una persona, perché nessuna voce'],
  [{ kind: 'sure', needed: 0.4, next: undefined }, {}, 'answer, because 50 % reaches', 'risponde, perché 50%'],
  [
    { kind: 'unsure', needed: 0.6 },
    {},
    'ask back, because 50 % does not reach the 60 %',
    'chiede di precisare, perché 50%',
  ],
  [{ kind: 'close', next: refund }, {}, 'ask back, because refund would', 'chiede di precisare, perché refund'],
  [{ kind: 'low' }, {}, 'handoff, because 50 % is too little', 'passa a una persona, perché 50% è troppo poco'],
  [
    { kind: 'low' },
    { foreign: true },
    'handoff, because the knowledge',
    'passa a una persona, perché il bot non parla',
  ],
])('each ground has its sentence in both languages: %j', (ground, more, english, inItalian) => {
  const explanation: Explanation = { ...unexplained, best: { ...refund, by: 'score', example: '' }, ...more, ground };
  expect(tell(explanation, 'en').at(-1)).toContain(`Decision: ${english}`);
  expect(tell(explanation, 'it').at(-1)).toContain(`Decisione: ${inItalian}`);
  expect(tellFacts(explanation, 'en')).toEqual(tell(explanation, 'en').slice(0, -1));
});

test.each([
  ['it', 'pattern', 'corrisponde al suo pattern «a * b»'],
  ['it', 'example', 'è parola per parola il suo esempio «a * b»'],
  ['en', 'pattern', 'fits its pattern “a * b”'],
  ['en', 'example', 'is word for word its example “a * b”'],
] as const)('in %s a match by %s is told as that', (language, by, sentence) => {
  const explanation: Explanation = { ...unexplained, best: { ...refund, by, example: 'a * b' } };
  expect(tell(explanation, language).join(' ')).toContain(sentence);
});
