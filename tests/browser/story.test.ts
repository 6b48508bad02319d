import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { runSportello, type Running } from '../process.ts';
import { launchBrowser } from './chromium.ts';

/* The product as its people use it: a shop page with a bubble, a desk in a second window, and the manager's report. */

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'sportello-story-'));
// People are at this desk around the clock, so that the story goes the same way at every hour.
const settings = { DATABASE_URL: `file:${join(folder, 'sportello.db')}`, KNOWLEDGE_DIR: openAllDay() };

let sportello: Running;
let browser: Browser;

beforeAll(async () => {
  [sportello, browser] = await Promise.all([runSportello(settings), launchBrowser()]);
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await sportello?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 90_000);

test('a customer is answered, asks what the bot does not know, is helped by an agent and rates 5, and the report shows it', async () => {
  const giulia = await agentAtTheDesk();
  const shop = await newPage('it-IT');
  await shop.goto(sportello.url);
  await shop.getByRole('button', { name: /aiuto|chat|scrivi/i }).click();
  const chat = shop.frameLocator('iframe');

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
  await giulia
    .getByRole('textbox', { name: 'Scrivi al cliente' })
    .fill('Ciao! Le polizze no, ma <b>posso</b> aiutarti.');
  await giulia.keyboard.press('Enter');
  await bubble(chat, /Le polizze no, ma <b>posso<\/b> aiutarti/).waitFor();
  await ask(chat, 'va bene, grazie lo stesso');
  await giulia.getByText('va bene, grazie lo stesso').first().waitFor();
  await giulia.getByRole('button', { name: 'Risolta' }).click();

  await chat.getByRole('button', { name: /^5\b/ }).click();
  await bubble(chat, /Grazie/)
    .last()
    .waitFor();

  const report = await reportOfToday();
  expect(report.satisfaction).toEqual({
    asked: 1,
    n: 1,
    responseRate: 1,
    csat: 1,
    mean: 5,
    distribution: [0, 0, 0, 0, 1],
  });
  expect(report.satisfactionBy.mixed.n).toBe(1);
  expect(report.shares).toEqual({ bot: 0, agent: 1, nobody: 0 });
}, 90_000);

test('a reload of the page goes on where the chat was, and so does a restart of the server', async () => {
  const page = await newPage('en-GB');
  await page.goto(`${sportello.url}/chat`);
  await bubble(page, /automatic assistant/).waitFor();
  await ask(page, 'how much is delivery?');
  await bubble(page, /5\.90/).waitFor();

  await page.reload();
  await bubble(page, /5\.90/).waitFor();
  expect(await bubble(page, /automatic assistant/).count()).toBe(1);

  const { port } = new URL(sportello.url);
  expect(await sportello.stop()).toBe(0);
  sportello = await runSportello({ ...settings, PORT: port });
  await ask(page, 'can I pay with paypal?');
  await bubble(page, /PayPal/).waitFor({ timeout: 25_000 });
  expect(await bubble(page, /automatic assistant/).count()).toBe(1);
}, 90_000);

/** The sample knowledge without hours.yaml. */
function openAllDay(): string {
  const knowledge = join(folder, 'knowledge');
  for (const part of ['faq', 'intents']) cpSync(join(root, part), join(knowledge, part), { recursive: true });
  rmSync(join(knowledge, 'intents/hours.yaml'));
  return knowledge;
}

async function agentAtTheDesk(): Promise<Page> {
  const link = /http\S+welcome#\S+/.exec(sportello.printed())?.[0] ?? '';
  const page = await newPage('it-IT');
  await page.goto(link);
  await page.getByLabel('Il tuo nome').fill('Giulia');
  await page.getByLabel('Nome utente').fill('giulia');
  await page.getByLabel('Password', { exact: true }).fill('una frase lunga e mia');
  await page.getByRole('button', { name: /Crea/ }).click();
  await page.getByText('Nessuno in attesa. Bene così.').waitFor();
  return page;
}

async function newPage(locale: string): Promise<Page> {
  const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(10_000);
  return await context.newPage();
}

/** Web Chat holds each text up to three times; the bubble is the one that is seen. */
function bubble(chat: Page | FrameLocator, text: RegExp) {
  return chat.locator('.webchat__bubble__content', { hasText: text });
}

async function ask(chat: Page | FrameLocator, text: string): Promise<void> {
  const box = chat.locator('[data-id="webchat-sendbox-input"]');
  await box.fill(text);
  await box.press('Enter');
}

async function reportOfToday() {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'bot/main.ts'), 'report', '--json'], {
    env: { ...process.env, ...settings },
  });
  return JSON.parse(stdout) as {
    satisfaction: object;
    satisfactionBy: { mixed: { n: number } };
    shares: object;
  };
}
