import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openDesk, type GivenDesk } from '../web/desk-given.ts';
import { launchBrowser } from './chromium.ts';
import { openWindow, signIn } from './desk-windows.ts';

/* What a customer writes is text on every page of the desk: in the lists, in the conversation, in a ticket. */

let browser: Browser;
let desk: GivenDesk;

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), openDesk()]);
});
afterAll(async () => {
  await browser.close();
  await desk.close();
});

const markup = '<img src=x onerror="window.hit=1"><b onmouseover="window.hit=1">Eva</b><script>window.hit=1</script>';

/** What of the customer's markup became elements, or ran. */
async function foundOn(page: Page): Promise<unknown> {
  return await page.evaluate(() => ({
    ran: 'hit' in window,
    elements: [...document.querySelectorAll('[onerror], [onmouseover], img[src=x], body script:not([src])')]
      .map(({ outerHTML }) => outerHTML)
      .filter((html) => html.includes('hit')),
  }));
}

const nothing = { ran: false, elements: [] };

test('markup in a customer’s name, message, ticket and contact stays text, wherever it is shown', async () => {
  const faults: string[] = [];
  const page = await openWindow(browser, faults);
  const id = await desk.says(markup, `vendete mongolfiere? ${markup}`);
  await signIn(page, desk, 'anna', '/desk');
  await page.getByText('onerror').first().waitFor();
  expect(await foundOn(page)).toEqual(nothing);

  await page.goto(`${desk.origin}/desk/c/${id}`);
  await page.getByText('vendete mongolfiere? <img').first().waitFor();
  expect(await foundOn(page)).toEqual(nothing);

  await desk.says('Nino', `una domanda con ${markup}`);
  desk.clock.pass(4 * 60_000);
  await desk.turns.takeDue();
  await desk.says('Nino', '"<img/src=x/onerror=hit=1>"@example.it');
  await desk.says('Nino', 'nino@example.it');
  await page.goto(`${desk.origin}/desk/tickets`);
  await page.getByText('una domanda con <img').first().waitFor();
  expect(await foundOn(page)).toEqual(nothing);
  await page.getByText('una domanda con <img').first().click();
  await page.getByText('nino@example.it').first().waitFor();
  expect(await foundOn(page)).toEqual(nothing);

  await page.goto(`${desk.origin}/desk/people/audit`);
  await page.getByRole('table').waitFor();
  expect([await foundOn(page), faults]).toEqual([nothing, []]);
});
