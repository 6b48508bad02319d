import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsIn, wcag } from './axe.ts';
import { launchBrowser } from './chromium.ts';
import { chatOn, openSportello, type Running } from './sportello.ts';

let sportello: Running;
let browser: Browser;

beforeAll(async () => {
  [sportello, browser] = await Promise.all([openSportello(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await sportello.stop();
});

/** Brings a page into the state in which it has most to show. */
const pages: readonly [string, (page: Page) => Promise<unknown>][] = [
  ['/', (page) => openBubble(page)],
  ['/faq', (page) => page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)))],
  ['/preview', (page) => page.frameLocator('iframe').getByRole('button', { name: 'Apri la chat' }).waitFor()],
  ['/chat', (page) => ask(page)],
  ['/chat?embed=1', (page) => ask(page)],
  ['/nothing', () => Promise.resolve()],
];

describe.each([
  ['a phone by day', 390, 'light'],
  ['a wide screen at night', 1440, 'dark'],
] as const)('on %s', (_, width, colorScheme) => {
  test.each(pages)('%s can be used by everybody: WCAG 2.2 AA', async (path, prepare) => {
    // The checker is a script without the page's nonce.
    const context = await browser.newContext({
      colorScheme,
      viewport: { width, height: 844 },
      locale: 'it-IT',
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.goto(sportello.url + path);
    await prepare(page);
    const violations = await violationsIn(page, wcag);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await context.close();
    expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))).toEqual([]);
    expect(sideways).toBeLessThanOrEqual(0);
  });
});

async function openBubble(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Apri la chat' }).click();
  await chatOn(page.frameLocator('iframe')).bubbles.first().waitFor();
}

async function ask(page: Page): Promise<void> {
  const chat = chatOn(page);
  await chat.bubbles.first().waitFor();
  await chat.say('quanto costa la spedizione?');
  await chat.choices.first().waitFor();
}
