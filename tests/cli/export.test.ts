import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { exportFigures } from '../../bot/cli/export.ts';
import { report } from '../../bot/cli/report.ts';
import { openStore } from '../../bot/store/open.ts';
import { aConversation, aMessage, aRequest, aTurn } from '../store/given.ts';

let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sportello-export-'));
  const url = `file:${join(folder, 'desk.db')}`;
  vi.stubEnv('DATABASE_URL', url);
  const store = await openStore(url);
  const at = (time: string) => Date.parse(`2026-11-${time}:00+01:00`);
  const closed = { status: 'closed', solved: 'bot-confirmed' } as const;
  const asked = aConversation({ threadId: 't1', ...closed, openedAt: at('09T10:00'), closedAt: at('09T10:05') });
  const request = aRequest(asked, { askedAt: at('09T10:05'), scale: 'nps-10', entries: ['delivery-time', 'returns'] });
  const message = aMessage(asked, 1, { author: 'customer', text: '=cmd("x"),\nciao', at: at('09T10:00') });
  await store.commit(aTurn(asked, { messages: [message], rating: { kind: 'asked', request } }));
  const given = { kind: 'given', conversationId: asked.id, score: 0, at: at('09T10:06') } as const;
  await store.commit(aTurn(asked, { expectedVersion: 1, rating: given }));
  await store.commit(aTurn(aConversation({ threadId: 't2', openedAt: at('10T00:00') })));
  await store.commit(aTurn(aConversation({ threadId: 'spam', ...closed, openedAt: at('09T11:00'), outcome: 'spam' })));
  await store.commit(aTurn(aConversation({ threadId: 'silent', openedAt: at('09T12:00'), customerMessages: 0 })));
  await store.close();
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

async function run(command: typeof report, ...args: string[]): Promise<string> {
  const lines: string[] = [];
  expect(await command(args, { language: 'en', line: (text) => lines.push(text), error: () => {} })).toBe(0);
  return lines.map((line) => `${line}\n`).join('');
}
const day = ['--from', '2026-11-09', '--to', '2026-11-09'];

describe('export', () => {
  test('ratings are lines of CSV without a word of the customer', async () => {
    expect(await run(exportFigures, 'ratings', ...day)).toBe(
      [
        'conversation,scale,score,askedAt,ratedAt,handledBy,agent,agentName,entries,revision,channel,language\r\n',
        't1-c1,nps-10,0,2026-11-09T09:05:00.000Z,2026-11-09T09:06:00.000Z,bot,,,delivery-time returns,0123456789ab,webchat,it\r\n',
      ].join(''),
    );
  });

  test('conversations of the shop’s day are a line each, spam and silence left out; transcripts on demand, disarmed', async () => {
    const line =
      't1-c1,webchat,it,closed,2026-11-09T09:00:00.000Z,2026-11-09T09:05:00.000Z,1,bot,bot-confirmed,,,,,,,,false,0';
    const [, first, ...rest] = (await run(exportFigures, 'conversations', ...day)).split('\r\n');
    expect([first, ...rest]).toEqual([line, '']);
    const whole = await run(exportFigures, 'conversations', ...day, '--transcripts');
    expect(whole.split('\r\n')[1]).toBe(`${line},"2026-11-09T09:00:00.000Z customer: =cmd(""x""),\nciao"`);
  });

  test('JSON is one list with the same values, empty where there is nothing', async () => {
    expect(JSON.parse(await run(exportFigures, 'ratings', ...day, '--format', 'json'))).toEqual([
      {
        conversation: 't1-c1',
        scale: 'nps-10',
        score: 0,
        askedAt: '2026-11-09T09:05:00.000Z',
        ratedAt: '2026-11-09T09:06:00.000Z',
        handledBy: 'bot',
        agent: null,
        agentName: null,
        entries: ['delivery-time', 'returns'],
        revision: '0123456789ab',
        channel: 'webchat',
        language: 'it',
      },
    ]);
    const none = await run(exportFigures, 'conversations', ...day, '--channel', 'teams', '--format', 'json');
    expect(JSON.parse(none)).toEqual([]);
  });

  test.each([
    [['everything'], 'Say what is to be exported'],
    [['ratings', '--format', 'xls'], 'it must be csv or json'],
    [['ratings', '--transcripts'], 'conversations alone'],
    [['ratings', '--from', '2026-02-30'], 'is no date'],
    [['ratings', '--from', '2026-11-10', '--to', '2026-11-09'], 'swap them'],
    [['ratings', '--channel', 'fax'], 'one of webchat, teams, telegram'],
  ])('%j is refused in words', async (args, why) => {
    await expect(run(exportFigures, ...args)).rejects.toThrow(why);
  });

  test('more rows than fit a page come once each, in order', async () => {
    const store = await openStore(process.env['DATABASE_URL'] ?? '');
    const openedAt = Date.parse('2026-10-01T12:00:00+02:00');
    const many = Array.from({ length: 1_100 }, (_, index) =>
      aConversation({ threadId: `m${String(index).padStart(4, '0')}`, openedAt }),
    );
    await Promise.all(many.map((each) => store.commit(aTurn(each))));
    await store.close();
    const text = await run(exportFigures, 'conversations', '--from', '2026-10-01', '--to', '2026-10-01');
    expect(
      text
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0]),
    ).toEqual(many.map(({ id }) => id));
  });
});

test('report says what the figures are, and that there are too few ratings', async () => {
  const text = await run(report, ...day);
  expect(text).toContain('From 2026-11-09 to 2026-11-09 (Europe/Rome)');
  expect(text).toContain('NPS (0 to 10)            too few ratings: 1, and 10 are needed');
  expect(text).toMatch(/solved by the bot +100\.0 % +1 confirmed, 0 implied/);
});
