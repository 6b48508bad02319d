import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openForeignChannel, postActivity, type ForeignChannel } from '../channels/foreign-channel.ts';
import { runSportello, type Running } from '../process.ts';
import { launchBrowser } from './chromium.ts';
import { ask, bubble, firstAgent, newWindow, openBubble, storyFolder } from './people.ts';

/* The product as its people use it: a shop page with a bubble, a desk in a second window, and the manager's report. */

const root = resolve(import.meta.dirname, '../..');
const folder = storyFolder();

let sportello: Running;
let browser: Browser;
let teams: ForeignChannel;
/** The desk of the first agent. */
let giulia: Page;

beforeAll(async () => {
  [sportello, browser, teams] = await Promise.all([
    runSportello(folder.settings),
    launchBrowser(),
    openForeignChannel(),
  ]);
  giulia = await newWindow(browser);
  await firstAgent(giulia, sportello.printed(), 'Giulia');
});

afterAll(async () => {
  await teams?.close();
  await browser?.close();
  await sportello?.stop();
  folder.remove();
});

test('a customer is answered, asks what the bot does not know, is helped by an agent and rates 5, and the report shows it', async () => {
  const shop = await newWindow(browser);
  await shop.goto(sportello.url);
  const chat = await openBubble(shop);

  await bubble(chat, /assistente automatic/).waitFor();
  await ask(chat, 'quanto costa la spedizione?');
  await bubble(chat, /5,90/).waitFor();

  await ask(chat, 'vendete anche polizze per la casa al mare con vasca idromassaggio?');
  await giulia.getByText('Il bot non era sicuro').first().waitFor();
  await giulia.getByText('polizze').first().click();
  await giulia.getByRole('button', { name: 'Prendi in carico' }).click();
  await bubble(chat, /Giulia/)
    .first()
    .waitFor();
  // Each sees the other one write, before there is anything to read.
  await giulia
    .getByRole('textbox', { name: 'Scrivi al cliente' })
    .fill('Ciao! Le polizze no, ma <b>posso</b> aiutarti.');
  await chat.locator('.webchat__typing-indicator').waitFor();
  await chat.locator('[data-id="webchat-sendbox-input"]').pressSequentially('va be');
  await giulia.getByText(/^Cliente .* sta scrivendo…$/).waitFor();
  await giulia.getByRole('textbox', { name: 'Scrivi al cliente' }).press('Enter');
  await bubble(chat, /Le polizze no, ma <b>posso<\/b> aiutarti/).waitFor();
  await chat.locator('.agent-avatar', { hasText: /^G/ }).waitFor();
  await ask(chat, 'va bene, grazie lo stesso');
  await giulia.getByText('va bene, grazie lo stesso').first().waitFor();
  await giulia.getByRole('button', { name: 'Chiudi' }).click();
  await giulia.getByRole('menuitem', { name: /^Risolta/ }).click();

  await chat.getByRole('toolbar').getByRole('button', { name: /^5\b/ }).click();
  await bubble(chat, /Grazie/)
    .last()
    .waitFor();

  const report = await reportOfToday();
  const rated = { scale: 'csat-5', asked: 1, n: 1, distribution: [0, 0, 0, 0, 1] };
  expect(report.now.satisfaction).toEqual([rated]);
  expect(report.satisfactionBy).toEqual({ bot: [], mixed: [rated], agent: [] });
  expect(report.now.endings).toEqual({ 'bot-confirmed': 0, 'bot-implied': 0, agent: 1, nobody: 0, open: 0 });
}, 60_000);

test('what a customer takes back or corrects in Teams is marked so at the desk, and its words are gone', async () => {
  const post = async (given: object) => {
    expect((await postActivity(sportello.url, teams.activity(given))).status).toBe(200);
  };
  const said = (words: string) => giulia.locator('[data-author=customer]', { hasText: words });
  const edited = { type: 'messageUpdate', channelData: { eventType: 'editMessage' } };
  const deleted = { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } };
  await post({ id: 'm1', text: 'vorrei parlare con un operatore' });
  await giulia.getByRole('tab', { name: /^In attesa/ }).click();
  await giulia.getByRole('region', { name: 'Conversazioni' }).getByRole('link', { name: /Teams/ }).click();
  await giulia.getByRole('button', { name: 'Prendi in carico' }).click();
  await post({ id: 'm2', text: 'abito in via Segreta 7' });
  await post({ id: 'm3', text: 'il numero è BA-204511' });
  await said('via Segreta 7').waitFor();
  await post({ ...deleted, id: 'm2' });
  await said('Messaggio ritirato dal cliente').waitFor();
  expect(await giulia.content()).not.toContain('via Segreta');
  await post({ ...edited, id: 'm3', text: 'il numero è BA-204518' });
  await said('BA-204518').filter({ hasText: 'corregge un messaggio' }).waitFor();
});

test('a reload of the page goes on where the chat was, and so does a restart of the server', async () => {
  const page = await newWindow(browser, { locale: 'en-GB' });
  await page.goto(`${sportello.url}/chat`);
  await bubble(page, /automatic assistant/).waitFor();
  await ask(page, 'how much is delivery?');
  await bubble(page, /5\.90/).waitFor();

  await page.reload();
  await bubble(page, /5\.90/).waitFor();
  expect(await bubble(page, /automatic assistant/).count()).toBe(1);

  const { port } = new URL(sportello.url);
  expect(await sportello.stop()).toBe(0);
  sportello = await runSportello({ ...folder.settings, PORT: port });
  await ask(page, 'where is my parcel?');
  await bubble(page, /Track your parcel/).waitFor({ timeout: 60_000 });
  expect(await bubble(page, /automatic assistant/).count()).toBe(1);
});

async function reportOfToday() {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'bot/main.ts'), 'report', '--json'], {
    env: { ...process.env, ...folder.settings },
  });
  return JSON.parse(stdout) as {
    now: { satisfaction: object; endings: object };
    satisfactionBy: object;
  };
}
