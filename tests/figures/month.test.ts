import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FigureFilter, Period } from '../../bot/domain/figures.ts';
import type { OpeningHours } from '../../bot/domain/hours.ts';
import { sum } from '../../bot/domain/statistics.ts';
import { day } from '../../bot/domain/time.ts';
import type { Store } from '../../bot/service/ports.ts';
import type { Reports } from '../../bot/service/report-store.ts';
import { openStore } from '../../bot/store/open.ts';
import { openReports } from '../../bot/store/report-reader.ts';
import { literalMind } from '../conversation/mind.ts';
import { casesOf, figuresByHand } from './by-hand.ts';
import { playMonth, type Played } from './month.ts';

/* A month with the end of summer time in it, 500 conversations, every figure once by SQL and once by hand. */

const start = Date.parse('2026-10-05T00:00:00+02:00');
const folder = mkdtempSync(join(tmpdir(), 'sportello-month-'));
const hours: OpeningHours = literalMind().hours;
let store: Store;
let reports: Reports;
let played: readonly Played[];

beforeAll(async () => {
  const url = `file:${join(folder, 'month.db')}`;
  store = await openStore(url);
  reports = openReports(url, store);
  played = await playMonth(store, { seed: 7, conversations: 500, start, days: 30 });
});
afterAll(async () => {
  await reports.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

const whole: Period = { from: start, to: start + 31 * day };
const asked: readonly [string, Period, FigureFilter][] = [
  ['the whole month', whole, {}],
  ['its second half, against the first', { from: start + 15 * day, to: start + 30 * day }, {}],
  ['one day', { from: start + 20 * day, to: start + 21 * day }, {}],
  ['a long time, by the week', { from: start - 30 * day, to: start + 40 * day }, {}],
  ['web chat alone', whole, { channel: 'webchat' }],
  ['what was English', whole, { language: 'en' }],
  ['what the bot handled alone', whole, { handledBy: 'bot' }],
  ['what people handled on Teams in Italian', whole, { handledBy: 'agent', channel: 'teams', language: 'it' }],
];

test.each(asked)('the figures of %s are those that one counts by hand', async (_, period, filter) => {
  const query = { period, hours, ...filter };
  expect(await reports.figures(query)).toEqual(figuresByHand(played, query));
});

test('the month holds something of everything', async () => {
  const { now } = await reports.figures({ period: whole, hours });
  const { taken: _, failed: _failed, details: _details, ...reasons } = now.reasons;
  expect(now.conversations).toBeGreaterThan(450);
  expect(Math.min(...Object.values(now.endings), ...Object.values(reasons))).toBeGreaterThan(0);
  expect(Math.min(now.abandoned, now.tickets, now.firstResponse.n, now.handling.n)).toBeGreaterThan(5);
  expect(now.satisfaction.map(({ scale, n }) => [scale, n >= 10])).toEqual([
    ['csat-5', true],
    ['csat-10', true],
    ['ces-7', true],
    ['nps-10', true],
  ]);
});

test('what became of each entry is what one counts by hand', async () => {
  const { entries, missed } = await reports.content({ period: whole });
  const cases = casesOf(played);
  const answered = cases.flatMap(({ conversation }) =>
    conversation.answered.map((each) => ({ ...each, conversation })),
  );
  const byHand = ['delivery-cost', 'delivery-time', 'track-order'].map((entry) => {
    const given = answered.filter((each) => each.entry === entry);
    return {
      entry,
      byBot: given.filter(({ by }) => by === undefined).length,
      byAgents: given.filter(({ by }) => by === 'agent').length,
      solved: given.filter(({ at, by, conversation: { answered: all, solved } }) => {
        const solver = solved === 'agent' ? 'agent' : solved?.startsWith('bot-') === true ? 'bot' : undefined;
        return at === all.at(-1)?.at && solver === (by ?? 'bot');
      }).length,
      rejected: given.filter(({ rejected }) => rejected).length,
      asked: cases.filter((each) => each.asked?.entries.includes(entry)).length,
    };
  });
  const counted = entries.map(({ satisfaction, ...rest }) => ({
    ...rest,
    asked: sum(satisfaction.map((each) => each.asked)),
  }));
  expect(counted).toEqual(byHand);

  const balloons = cases.flatMap(({ conversation }) =>
    conversation.questions.filter(({ text, decision }) => /mongolfiere/i.test(text) && decision === 'handoff'),
  );
  const masked = missed.map(({ text }) => text);
  expect(masked).toContain('mandate tutto a …@… ordine …');
  expect(missed.find(({ text }) => /mongolfiere/i.test(text))).toMatchObject({
    times: balloons.length,
    lastAt: Math.max(...balloons.map(({ at }) => at)),
    reasons: { unsure: balloons.length, noise: 0, 'none-of-these': 0, unhelpful: 0 },
  });
});
