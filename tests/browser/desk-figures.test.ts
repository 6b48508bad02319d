import { mkdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { periodOf } from '../../bot/service/period.ts';
import { playMonth } from '../figures/month.ts';
import { literalMind } from '../conversation/mind.ts';
import { openDesk, type GivenDesk } from '../web/desk-given.ts';
import { launchBrowser } from './chromium.ts';
import { check, looks, openWindow, signIn, wide } from './desk-windows.ts';

let browser: Browser;
let desk: GivenDesk;
let faults: string[];

beforeAll(async () => {
  browser = await launchBrowser();
  desk = await openDesk(literalMind());
  const start = lastFourWeeks().from;
  await playMonth(desk.store, { seed: 7, conversations: 500, start, days: 26 });
});
afterAll(async () => {
  await browser.close();
  await desk.close();
});
beforeEach(() => {
  faults = [];
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  if (faults.length > 0) throw new Error(`The page had faults:\n${faults.join('\n')}`);
});

/** SCREENSHOTS=folder keeps what the pages look like. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  const height = await page.evaluate(() => document.querySelector('main')?.scrollHeight ?? 900);
  await page.setViewportSize({ ...size, height: height + 120 });
  await page.screenshot({ path: `${folder}/${name.replaceAll(' ', '-')}.png` });
  await page.setViewportSize(size);
}

describe.each(looks)('on $name', (look) => {
  test('overview, content and definitions are without a fault for axe, fit, and say so when there is nothing', async () => {
    const page = await openWindow(browser, faults, look);
    await signIn(page, desk, `m${look.width}`, '/desk/overview', ['manager']);
    await page.getByRole('heading', { name: 'Panoramica' }).waitFor();
    await page.getByRole('group', { name: 'Conversazioni', exact: true }).waitFor();
    await check(page, 'overview');
    await picture(page, `overview ${look.name}`);
    for (const button of await page.getByRole('button', { name: /^Tabella:/ }).all()) await button.click();
    await check(page, 'overview as tables');
    await picture(page, `tables ${look.name}`);
    await page.getByLabel('Canale', { exact: true }).selectOption('telegram');
    await page.getByLabel('Periodo', { exact: true }).selectOption('today');
    await page.getByText('Nessuna conversazione in questo periodo').waitFor();
    await check(page, 'overview of nothing');
    await picture(page, `nothing ${look.name}`);

    await page.goto(`${desk.origin}/desk/content`);
    await page.getByRole('heading', { name: 'Le risposte' }).waitFor();
    await check(page, 'content');
    await picture(page, `content ${look.name}`);
    await page.goto(`${desk.origin}/desk/definitions`);
    await page.getByRole('heading', { name: 'Soddisfazione' }).waitFor();
    await check(page, 'definitions');
    await picture(page, `definitions ${look.name}`);
  });
});

test('a manager filters with the keyboard, reads the same figures as the server gives, and takes a table along', async () => {
  const page = await openWindow(browser, faults, wide, 'en-GB');
  await signIn(page, desk, 'maria', '/desk/overview', ['manager']);
  const conversations = page.getByRole('group', { name: 'Conversations', exact: true });
  await conversations.waitFor();
  const shop = { period: lastFourWeeks(), hours: literalMind().hours };
  const all = (await desk.store.figures(shop)).now.conversations;
  await expect.poll(() => conversations.innerText()).toContain(String(all));

  await page.getByLabel('Channel', { exact: true }).focus();
  await page.keyboard.type('Teams');
  const onTeams = (await desk.store.figures({ ...shop, channel: 'teams' })).now.conversations;
  await conversations.getByText(String(onTeams), { exact: true }).waitFor();
  expect(new URL(page.url()).search).toBe('?channel=teams');

  const { now } = await desk.store.figures({ ...shop, channel: 'teams' });
  const table = await rowsOf(page, 'In brief');
  expect(table.map((row) => row.split(',').slice(0, 2)).slice(4, 12)).toEqual([
    ['Conversations', String(onTeams)],
    ...(
      [
        ['Solved by the bot', now.endings['bot-confirmed'] + now.endings['bot-implied']],
        ['"Bot', ' confirmed"'],
        ['"Bot', ' implied"'],
        ['Solved by people', now.endings.agent],
        ['Not solved', now.endings.nobody],
        ['Still open', now.endings.open],
        ['Handed over', now.handedOver],
      ] as const
    ).map(([name, count]) => [name, typeof count === 'string' ? count : String(count / onTeams)]),
  ]);
  const rows = await rowsOf(page, 'Conversations by day');
  expect(rows[0]).toBe('Day,"Bot, confirmed","Bot, implied",People,Not solved,Still open');
  const numbers = rows.slice(1).flatMap((row) => row.split(',').slice(1).map(Number));
  expect(numbers.reduce((total, each) => total + each, 0)).toBe(onTeams);

  await page.reload();
  await conversations.getByText(String(onTeams), { exact: true }).waitFor();
  await page.getByRole('link', { name: 'What the figures mean' }).click();
  await page.getByText('bot’s answer is no first response').waitFor();
});

test('an editor finds what was missed, may teach it at once, and is not shown the overview', async () => {
  const page = await openWindow(browser, faults);
  await signIn(page, desk, 'edith', '/desk', ['editor']);
  const missed = page.getByRole('region', { name: 'Domande senza risposta' });
  await missed.getByText('vendete mongolfiere', { exact: false }).first().waitFor();
  expect(await missed.innerText()).not.toContain('zia@example.it');
  await missed.getByLabel('Ordina').selectOption('newest');
  await page.getByRole('searchbox', { name: 'Cerca una voce' }).fill('zzz');
  await page.getByText('Nessuna voce corrisponde').waitFor();
  expect(await page.getByRole('navigation').getByRole('link', { name: 'Panoramica' }).count()).toBe(0);
  await missed.getByRole('button', { name: 'Insegna al bot' }).first().click();
  await expect.poll(() => page.getByLabel('Come l’ha detto il cliente').inputValue()).not.toBe('');
});

/** The lines of the CSV of a card, taken with the keyboard. */
async function rowsOf(page: Page, card: string): Promise<readonly string[]> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: `Download CSV: ${card}` }).focus();
  await page.keyboard.press('Enter');
  const file = readFileSync(await (await waiting).path(), 'utf8');
  return file.replace('\uFEFF', '').trim().split('\r\n');
}

/** What the page shows when nothing else is asked for. */
function lastFourWeeks() {
  return periodOf('28d', 'Europe/Rome', Date.now());
}
