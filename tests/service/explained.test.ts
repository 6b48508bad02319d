import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Mind } from '../../bot/domain/mind.ts';
import { createDesk } from '../../bot/service/desk.ts';
import type { QuestionExplanation } from '../../bot/service/explained.ts';
import { sampleMind } from '../conversation/sample.ts';
import { openDesk, type Caller, type GivenDesk } from '../web/desk-given.ts';

let mind: Mind;
let given: GivenDesk;
let giulia: Caller;

beforeAll(async () => {
  mind = sampleMind();
  given = await openDesk(mind);
  giulia = await given.signIn('giulia');
});
afterAll(() => given.close());

const explanations = async (id: string): Promise<readonly QuestionExplanation[]> => {
  const { body } = await giulia.get(`/desk/api/conversations/${id}`);
  return (body as { questions: { explanation: QuestionExplanation }[] }).questions.map((each) => each.explanation);
};

test('the brief explains each question: words and weights, mended, set aside, the runner-up and the difference', async () => {
  const id = await given.says('Anna', 'ciao, cmq vorei anullare il mio ordine BA-123456');
  const [explanation] = await explanations(id);
  expect(explanation).toMatchObject({
    kind: 'explained',
    best: { id: 'cancel-order', language: 'it', by: 'score' },
    mended: [
      { from: 'vorei', to: 'vorrei' },
      { from: 'anullare', to: 'annullare' },
    ],
    expanded: [{ from: 'cmq', to: 'comunque' }],
    setAside: ['BA-123456', 'ciao cmq'],
  });
  if (explanation?.kind !== 'explained') throw new Error('It was explained a line above.');
  const { words, difference, runnerUp, sentences } = explanation;
  expect(words.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 6);
  expect(words[0]?.word).toBe('annullare');
  expect(difference.length).toBeGreaterThan(0);
  expect(difference.every(({ word }) => words.some((each) => each.word === word))).toBe(true);
  expect(runnerUp?.id).not.toBe('cancel-order');
  expect([sentences.it[0], sentences.en[0]]).toEqual(['Il messaggio è in italiano.', 'The message is Italian.']);
  expect([sentences.it.at(-1), sentences.en.at(-1)]).toEqual([
    expect.stringMatching(/^Decisione: /),
    expect.stringMatching(/^Decision: /),
  ]);
});

test('of two questions in one message each is explained by itself', async () => {
  const id = await given.says('Bruno', 'quanto costa la spedizione? e accettate paypal?');
  const bests = (await explanations(id)).map((each) => (each.kind === 'explained' ? each.best?.id : each.kind));
  expect(bests).toEqual(['delivery-cost', 'payment-methods']);
});

test('what the conversation decided otherwise is not told as a decision', async () => {
  const id = await given.says('Carla', 'vorrei parlare con un operatore');
  given.clock.pass(4 * 60_000);
  await given.turns.takeDue();
  await given.says('Carla', "Il mio pacco non arriva, sono carla@example.it, dov'è il mio pacco?");
  const told = await explanations(id);
  const last = told.at(-1);
  if (last?.kind !== 'explained') throw new Error('The knowledge has not changed.');
  expect(last.best?.id).toBeDefined();
  expect(last.sentences.en.filter((sentence) => sentence.startsWith('Decision'))).toEqual([]);
});

test('once the knowledge has changed, why can no longer be told', async () => {
  const id = await given.says('Dario', 'quanto costa la spedizione?');
  const later = createDesk({ ...given, mind: () => ({ ...mind, revision: 'another' }) });
  const questions = (await later.conversation(id))?.questions;
  expect(questions?.map(({ explanation }) => explanation)).toEqual([{ kind: 'knowledge-changed' }]);
});
