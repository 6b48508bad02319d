import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDesk, type Answer, type Caller, type GivenDesk } from './desk-given.ts';

let desk: GivenDesk;
let giulia: Caller;
let luca: Caller;

beforeAll(async () => {
  desk = await openDesk();
  giulia = await desk.signIn('giulia');
  luca = await desk.signIn('luca');
});
afterAll(() => desk.close());

const act = (who: Caller, id: string, name: string, body?: unknown) =>
  who.post(`/desk/api/conversations/${id}/${name}`, body);
const outcome = ({ status, body }: Answer) => [status, (body as { error?: { code: string } }).error?.code ?? 'done'];

type Shown = { status: string; messages: { author: string; text: string; html?: string; agentName?: string }[] };
const shown = async (id: string) => (await giulia.get(`/desk/api/conversations/${id}`)).body as Shown;

describe('a conversation at the desk', () => {
  test('is claimed by one, refused to the other with who and when, answered, and resolved', async () => {
    const id = await desk.says('Marta', 'vendete mongolfiere?');
    expect(outcome(await act(giulia, id, 'claim'))).toEqual([200, 'done']);
    const late = await act(luca, id, 'claim');
    expect([late.status, late.body]).toEqual([
      409,
      {
        error: {
          code: 'already-claimed',
          message: 'Giulia claimed this conversation before you. Choose another one.',
          by: 'Giulia',
          since: expect.stringMatching(/^\d{13}$/) as string,
        },
      },
    ]);
    expect(outcome(await act(luca, id, 'say', { text: 'ciao' }))).toEqual([409, 'not-yours']);
    expect(outcome(await act(luca, id, 'resolve'))).toEqual([409, 'not-yours']);
    expect(outcome(await act(giulia, id, 'say', { text: '  Buongiorno!\nEccomi.  ' }))).toEqual([200, 'done']);
    const said = (await shown(id)).messages.findLast(({ author }) => author === 'agent');
    expect(said).toMatchObject({ agentName: 'Giulia', text: 'Buongiorno!\nEccomi.' });
    expect(outcome(await act(giulia, id, 'resolve'))).toEqual([200, 'done']);
    expect(outcome(await act(giulia, id, 'resolve'))).toEqual([409, 'closed']);
  });

  test('two who claim at the same instant: one has it', async () => {
    const id = await desk.says('Elena', 'vendete mongolfiere?');
    const both = await Promise.all([act(giulia, id, 'claim'), act(luca, id, 'claim')]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });

  test('one that the bot holds is not to be claimed, and one that never was is not there', async () => {
    const id = await desk.says('Carlo', 'tempi di consegna?');
    expect(outcome(await act(giulia, id, 'claim'))).toEqual([409, 'not-waiting']);
    expect(outcome(await act(giulia, 'nowhere', 'claim'))).toEqual([404, 'no-conversation']);
    expect(outcome(await giulia.get('/desk/api/conversations/nowhere'))).toEqual([404, 'no-conversation']);
  });

  test('what a customer writes is text; what the bot says is safe HTML', async () => {
    const id = await desk.says('Eva', 'mongolfiere? <img src=x onerror=alert(1)> [qui](javascript:alert(1))');
    const { messages } = await shown(id);
    expect(messages[0]).toMatchObject({ author: 'customer', text: expect.stringContaining('<img') as string });
    expect(messages[0]).not.toHaveProperty('html');
    expect(messages.slice(1).every(({ html }) => html?.startsWith('<p>'))).toBe(true);
  });

  test('an empty, an endless or an odd message is refused in words, and nothing is said', async () => {
    const id = await desk.says('Ugo', 'vendete mongolfiere?');
    await act(giulia, id, 'claim');
    const before = (await shown(id)).messages.length;
    const answers = [
      await act(giulia, id, 'say', { text: ' \n ' }),
      await act(giulia, id, 'say', { text: 'x'.repeat(4001) }),
      await act(giulia, id, 'say', { text: 7 }),
      await act(giulia, id, 'say', 'null'),
      await act(giulia, id, 'say', '{"text":'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
    expect(answers.slice(0, 2).map(({ body }) => body)).toEqual([
      { error: { code: 'bad-input', message: 'text: write something.', wrong: 'text missing' } },
      { error: { code: 'bad-input', message: 'text: at most 4000 characters.', wrong: 'text too-long 4000' } },
    ]);
    expect((await shown(id)).messages.length).toBe(before);
  });
});
