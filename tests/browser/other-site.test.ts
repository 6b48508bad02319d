import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { chatOn, openSportello, type Running } from './sportello.ts';

/* Sportello answers as localhost, the other shops as 127.0.0.1: to a browser these are different sites. */

let browser: Browser;
let sportello: Running;
let friend: Site;
let stranger: Site;

interface Site {
  readonly url: string;
  readonly server: Server;
  /** What its page loads. */
  html: string;
}

beforeAll(async () => {
  [friend, stranger] = await Promise.all([openSite(), openSite()]);
  [sportello, browser] = await Promise.all([openSportello({ ALLOWED_ORIGINS: friend.url }), launchBrowser()]);
  const html = `<!doctype html><html lang="en"><title>Shop</title><h1>Another shop</h1>
    <script type="module" src="${sportello.url}/widget.js"></script></html>`;
  friend.html = html;
  stranger.html = html;
});
afterAll(async () => {
  await browser.close();
  await sportello.stop();
  for (const { server } of [friend, stranger]) server.close();
});

async function openSite(): Promise<Site> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    const policy = `default-src 'none'; script-src ${sportello.url}; style-src 'none'; frame-src ${sportello.url}`;
    response.setHeader('content-security-policy', policy);
    response.end(site.html);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const site: Site = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, html: '' };
  return site;
}

test('one line brings the chat to a shop of another site, in the language of its page and under its strict policy', async () => {
  const page = await browser.newPage({ locale: 'it-IT' });
  await page.goto(friend.url);
  const bubble = page.getByRole('button', { name: 'Open the chat' });
  const size = await bubble.boundingBox();
  expect([size?.width, size?.height]).toEqual([60, 60]);
  await bubble.click();
  const chat = chatOn(page.frameLocator('iframe'));
  await chat.bubble(/automatic assistant/).waitFor();
  await chat.say('how much is delivery?');
  await chat.bubble('5.90').waitFor();
  await chat.box.press('Escape');
  await bubble.waitFor();
  await page.close();
});

test('a site that the settings do not name cannot show the chat', async () => {
  const page = await browser.newPage();
  const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
  await page.goto(stranger.url);
  await page.getByRole('button', { name: 'Open the chat' }).click();
  expect((await refused).type()).toBe('error');
  expect(await page.frameLocator('iframe').locator('header').count()).toBe(0);
  await page.close();
});
