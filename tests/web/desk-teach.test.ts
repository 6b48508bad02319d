import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Proposal } from '../../bot/service/teacher.ts';
import type { TeachableEntries } from '../../bot/web/desk-teach-api.ts';
import { smallFiles } from '../content/sample.ts';
import { openDesk, simpleMind, type Caller, type GivenDesk } from './desk-given.ts';

let root = '';
let desk: GivenDesk;
let editor: Caller;
let agent: Caller;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'sportello-teach-'));
  for (const folder of ['faq', 'intents']) mkdirSync(join(root, folder));
  for (const { path, text } of smallFiles()) writeFileSync(join(root, path), text);
  desk = await openDesk(simpleMind(), root);
  editor = await desk.signIn('elena');
  agent = await desk.signIn('aldo');
});
afterAll(async () => {
  await desk.close();
  rmSync(root, { recursive: true });
});

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const code = ({ body }: { body: unknown }) => (body as { error?: { code: string } }).error?.code;
const wording = (text: string) => ({ kind: 'example', entry: 'delivery-options', language: 'it', text });

describe('teaching at the desk', () => {
  test('an editor sees the line that is added, what the tests say and what the bot would answer, and then it is written', async () => {
    const before = read('faq/delivery.yaml');
    const text = 'mi fate salire il divano fin dentro?';
    const answer = await editor.post('/desk/api/teach/propose', wording(text));
    const proposal = answer.body as Proposal;
    expect(proposal.path).toBe('faq/delivery.yaml');
    expect(proposal.hunks.flatMap(({ lines }) => lines.filter((line) => !line.startsWith(' ')))).toEqual([
      `+      - ${text}`,
    ]);
    expect(proposal.problems).toEqual([]);
    expect(proposal.tests).toMatchObject({ total: expect.any(Number) as number, broken: [] });
    expect(proposal.asked.map(({ after }) => [after.decision, after.matches[0]?.id])).toEqual([
      ['answer', 'delivery-options'],
    ]);
    expect(read('faq/delivery.yaml')).toBe(before);

    expect((await editor.post('/desk/api/teach/accept', { id: proposal.id })).body).toEqual({
      path: 'faq/delivery.yaml',
    });
    expect(read('faq/delivery.yaml')).toContain(`      - ${text}\n`);
    expect(code(await editor.post('/desk/api/teach/accept', { id: proposal.id }))).toBe('no-proposal');
    const lines = await desk.store.auditLines({ limit: 9, act: 'teach.accept' });
    expect(lines.map(({ facts }) => facts)).toEqual([{ status: 404 }, { status: 200, path: 'faq/delivery.yaml' }]);
  });

  test('of two editors who accept at the same moment the second looks again, and neither takes the other’s line away', async () => {
    const texts = ['la cassettiera la lasciate sul pianerottolo?', 'il letto lo portate su per le scale?'];
    const proposals = await Promise.all(texts.map((text) => editor.post('/desk/api/teach/propose', wording(text))));
    const accepted = await Promise.all(
      proposals.map(({ body }) => editor.post('/desk/api/teach/accept', { id: (body as Proposal).id })),
    );
    expect(accepted.map(code).filter((each) => each !== undefined)).toEqual(['knowledge-changed']);
    const written = accepted.findIndex(({ status }) => status === 200);
    expect(texts.map((text) => read('faq/delivery.yaml').includes(text))).toEqual([written === 0, written === 1]);
  });

  test('a wording that another entry has is shown with its Problem, and cannot be written', async () => {
    const answer = await editor.post('/desk/api/teach/propose', wording('modalità di spedizione'));
    const proposal = answer.body as Proposal;
    expect(proposal.problems.map((problem) => problem.code)).toEqual(['duplicate-example']);
    expect(code(await editor.post('/desk/api/teach/accept', { id: proposal.id }))).toBe('no-proposal');
  });

  test('what somebody changes between the look and the yes is not written over', async () => {
    const answer = await editor.post('/desk/api/teach/propose', wording('arrivate anche sulle isole minori?'));
    const changed = `# by hand\n${read('intents/bot.yaml')}`;
    writeFileSync(join(root, 'intents/bot.yaml'), changed);
    expect(code(await editor.post('/desk/api/teach/accept', { id: (answer.body as Proposal).id }))).toBe(
      'knowledge-changed',
    );
    expect(read('faq/delivery.yaml')).not.toContain('isole minori');
  });

  test('a new entry comes with both languages into a file of its own', async () => {
    const texts = {
      it: { question: 'Riparate le lampade?', examples: ['aggiustate lampade?'], answer: 'Sì, in negozio.' },
      en: { question: 'Do you repair lamps?', examples: [], answer: 'Yes, in the shop.' },
    };
    const entry = { kind: 'entry', file: 'faq/repairs.yaml', id: 'lamp-repair', texts };
    const proposal = (await editor.post('/desk/api/teach/propose', entry)).body as Proposal;
    expect(proposal.asked.map(({ after }) => after.matches[0]?.id)).toEqual(['lamp-repair', 'lamp-repair']);
    await editor.post('/desk/api/teach/accept', { id: proposal.id });
    expect(read('faq/repairs.yaml')).toMatch(/^- id: lamp-repair\n {2}it:\n {4}question: Riparate le lampade\?\n/);
  });

  test('knowledge that has Problems is mended first, and what is odd is told', async () => {
    const bad = [
      { kind: 'entry', file: '../x.yaml', id: 'x', texts: {} },
      wording(' '),
      { ...wording('x'), entry: 'no-such-entry' },
    ];
    const answers = [];
    for (const each of bad) answers.push(await editor.post('/desk/api/teach/propose', each));
    expect(answers.map((answer) => [answer.status, code(answer)])).toEqual([
      [400, 'bad-input'],
      [400, 'bad-input'],
      [409, 'unknown-entry'],
    ]);
    const kept = read('intents/hours.yaml');
    writeFileSync(join(root, 'intents/hours.yaml'), 'week: 3\n');
    expect(code(await editor.post('/desk/api/teach/propose', wording('qualcosa di nuovo')))).toBe('knowledge-problems');
    writeFileSync(join(root, 'intents/hours.yaml'), kept);
  });

  test('an account without the role of an editor can neither look nor write', async () => {
    const answers = [
      await agent.get('/desk/api/teach/entries'),
      await agent.post('/desk/api/teach/propose', wording('x')),
      await agent.post('/desk/api/teach/accept', { id: 'x' }),
    ];
    expect(answers.map((answer) => [answer.status, code(answer)])).toEqual([
      [403, 'role'],
      [403, 'role'],
      [403, 'role'],
    ]);
  });

  test('the entries that may be taught have their titles', async () => {
    const { entries, clarifyFrom } = (await editor.get('/desk/api/teach/entries')).body as TeachableEntries;
    expect(clarifyFrom).toEqual({
      it: simpleMind().policy.thresholds.clarify,
      en: simpleMind().policy.thresholds.clarify,
    });
    expect(entries.find(({ id }) => id === 'delivery-options')).toEqual({
      id: 'delivery-options',
      topic: 'delivery',
      titles: { it: 'Quali modalità di consegna offrite?', en: 'What delivery options do you offer?' },
    });
  });
});
