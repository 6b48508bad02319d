import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { chatOn, openSportello, type Running } from './sportello.ts';

let sportello: Running;
let browser: Browser;
const opened: BrowserContext[] = [];

beforeAll(async () => {
  [sportello, browser] = await Promise.all([openSportello(), launchBrowser()]);
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((context) => context.close()));
});
afterAll(async () => {
  await browser.close();
  await sportello.stop();
});

async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'it-IT', viewport: { width: 390, height: 800 }, ...options });
  opened.push(context);
  const page = await context.newPage();
  await page.goto(sportello.url + path);
  return page;
}

const greeting = /assistente automatica/;

describe('the chat', () => {
  test('greets in the browser’s language and answers with choices that can be read whole', async () => {
    const page = await visit('/chat', { locale: 'en-GB' });
    const chat = chatOn(page);
    await chat.bubble(/automatic assistant/).waitFor();
    await chat.say('how much is delivery?');
    await chat.bubble('5.90').waitFor();
    await chat.choices.first().waitFor();
    const cut = await chat.choices.evaluateAll((buttons) =>
      buttons.filter((button) => button.scrollWidth > button.clientWidth + 1).map((button) => button.textContent),
    );
    expect(cut).toEqual([]);
    expect(await chat.choices.count()).toBeGreaterThan(1);
  });

  test('goes on after a reload, and begins anew when asked', async () => {
    const page = await visit('/chat');
    const chat = chatOn(page);
    await chat.bubble(greeting).waitFor();
    await chat.say('quanto costa la spedizione?');
    await chat.bubble('5,90').waitFor();
    await page.reload();
    await chat.bubble('5,90').waitFor();
    expect(await chat.bubble(greeting).count()).toBe(1);
    // As a clock is read in Italy, and not "5:36 AM".
    await page
      .getByText(/^Inviato: \d+ [a-z]+ \d\d:\d\d$/)
      .first()
      .waitFor({ state: 'attached' });

    await page.click('#fresh');
    await chat.bubble('5,90').waitFor({ state: 'detached' });
    await chat.bubble(greeting).waitFor();
    expect(await chat.bubbles.count()).toBe(1);
  });

  test('keeps no more than the pass to come back by, and stays the same customer when begun anew', async () => {
    const page = await visit('/chat');
    const chat = chatOn(page);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/tokens/generate')) asked.push(String(request.postData()));
    });
    await page.reload();
    await chat.bubble(greeting).waitFor();
    await chat.say('quanto costa la spedizione?');
    await chat.bubble('5,90').waitFor();
    expect(
      await page.evaluate(() => Object.keys(JSON.parse(localStorage.getItem('sportello-chat')!)).toSorted()),
    ).toEqual(['conversationId', 'resume']);
    await page.reload();
    await chat.bubble('5,90').waitFor();
    await page.click('#fresh');
    await chat.bubble('5,90').waitFor({ state: 'detached' });
    await page.click('#fresh');
    await chat.bubble(greeting).waitFor();
    await expect.poll(() => asked.length).toBeGreaterThan(1);
    const ids = asked.map((body) => (JSON.parse(body) as { user: { id: string } }).user.id);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^dl_[0-9a-f]{32}$/);
  });

  test('goes on when the server is started again', async () => {
    const page = await visit('/chat');
    const chat = chatOn(page);
    await chat.bubble(greeting).waitFor();
    await chat.say('quanto costa la spedizione?');
    await chat.bubble('5,90').waitFor();
    const lost = page.locator('#lost');
    // It is told only until the line is back.
    await Promise.all([lost.getByText('Connessione persa: riprovo…').waitFor(), sportello.restart()]);
    await chat.say('come faccio un reso?');
    await chat.bubble('confezione originale').waitFor({ timeout: 60_000 });
    expect(await chat.bubble('quanto costa la spedizione?').count()).toBe(1);
    await expect.poll(() => lost.textContent()).toBe('');
  });

  test('draws the bot’s Markdown within its policy, and makes no link of an address that is an example', async () => {
    const page = await visit('/faq');
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(`${sportello.url}/chat`);
    const chat = chatOn(page);
    await chat.bubble(greeting).waitFor();
    await chat.say('dove vedo il mio ordine?');
    const link = chat.bubbles.getByRole('link', { name: /Ordini/ });
    await link.waitFor();
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(complaints).toEqual([]);
    // As text: a module that is imported here is the page's, not the test's.
    const links = await page.evaluate<string[]>(`(async () => {
      const { name } = performance.getEntriesByType('resource').find(({ name }) => name.includes('chat-markdown'));
      const { markdownOf } = await import(name);
      const box = document.createElement('div');
      const render = markdownOf(WebChat.renderMarkdown, 'bottega.it');
      box.innerHTML = render('nome@esempio.it, ciao@bottega.it, https://a.example', {}, {});
      return [...box.querySelectorAll('a')].map(({ href }) => href);
    })()`);
    expect(links).toEqual(['mailto:ciao@bottega.it', 'https://a.example/']);
  });

  test('shows what a customer wrote as text, and nothing of it runs', async () => {
    const page = await visit('/chat');
    const chat = chatOn(page);
    const text = '<img src=x onerror="document.title=\'pwned\'"> **ciao** <script>document.title="pwned"</script>';
    await chat.bubble(greeting).waitFor();
    await chat.say(text);
    await chat.bubble(text).waitFor();
    expect(await page.title()).toBe('Chat · Bottega Aurora');
  });

  test('says kindly that an old conversation has expired', async () => {
    const page = await visit('/faq');
    await page.evaluate(() => {
      localStorage.setItem('sportello-chat', JSON.stringify({ conversationId: 'gone', resume: 'old' }));
    });
    await page.goto(`${sportello.url}/chat`);
    await chatOn(page).bubble(greeting).waitFor();
    const expired = 'La conversazione precedente è scaduta: ne ho aperta una nuova.';
    await expect.poll(() => page.textContent('#notice')).toBe(expired);
    expect(await chatOn(page).bubbles.count()).toBe(1);
  });

  test('names other ways to the shop when it cannot connect, and tries again', async () => {
    const page = await visit('/faq');
    await page.route('**/v3/directline/tokens/*', (route) => route.abort());
    await page.goto(`${sportello.url}/chat`);
    await page.getByRole('alert').getByText('051 555 0142').waitFor();
    await page.unroute('**/v3/directline/tokens/*');
    await page.click('#retry');
    await chatOn(page).bubble(greeting).waitFor();
    await expect.poll(() => page.locator('#failed').isHidden()).toBe(true);
  });

  test('names them too where there is no JavaScript', async () => {
    const page = await visit('/chat', { javaScriptEnabled: false });
    await page.locator('noscript a[href="mailto:ciao@bottega-aurora.example"]').waitFor();
    expect(await page.locator('#loading').isVisible()).toBe(false);
  });

  test('is in night colours at night', async () => {
    const page = await visit('/chat', { colorScheme: 'dark' });
    await chatOn(page).bubble(greeting).waitFor();
    const colour = () =>
      chatOn(page)
        .bubbles.first()
        .evaluate((bubble) => getComputedStyle(bubble).backgroundColor);
    await expect.poll(colour).toBe('rgb(38, 32, 29)');
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(colour).toBe('rgb(255, 253, 249)');
  });
});

describe('the bubble', () => {
  const desktop = { viewport: { width: 1200, height: 800 } };
  const button = (page: Page) => page.getByRole('button', { name: /chat/ }).first();
  const frame = (page: Page) => page.frameLocator('iframe[title="Chat con il servizio clienti"]');

  test('opens from the keyboard, closes with Escape and gives the focus back', async () => {
    const page = await visit('/', desktop);
    await button(page).focus();
    await page.keyboard.press('Enter');
    const chat = chatOn(frame(page));
    await chat.bubble(greeting).waitFor();
    await expect.poll(() => button(page).getAttribute('aria-expanded')).toBe('true');
    await chat.box.press('Escape');
    await expect.poll(() => button(page).getAttribute('aria-expanded')).toBe('false');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName))
      .toBe('BUTTON');
  });

  test('opens by the page’s own question, which leads to the page of the chat where there is no script', async () => {
    const page = await visit('/', desktop);
    await button(page).waitFor();
    await page.getByRole('link', { name: 'Hai una domanda?' }).click();
    await chatOn(frame(page)).bubble(greeting).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    const plain = await visit('/', { ...desktop, javaScriptEnabled: false });
    await plain.getByRole('link', { name: 'Hai una domanda?' }).click();
    await plain.waitForURL('**/chat');
  });

  test('begins no conversation before it is opened', async () => {
    const page = await visit('/', desktop);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await Promise.all([page.waitForResponse(/webchat/), button(page).hover()]);
    await frame(page).locator('#loading').waitFor({ state: 'attached' });
    expect(asked.filter((path) => path.startsWith('/v3/'))).toEqual([]);
    await button(page).click();
    await chatOn(frame(page)).bubble(greeting).waitFor();
  });

  test('stays open from page to page, with the same conversation', async () => {
    const page = await visit('/', desktop);
    await button(page).click();
    await chatOn(frame(page)).say('quanto costa la spedizione?');
    await chatOn(frame(page)).bubble('5,90').waitFor();
    await page.goto(`${sportello.url}/faq`);
    await chatOn(frame(page)).bubble('5,90').waitFor();
    await page.goto(`${sportello.url}/chat`);
    await chatOn(page).bubble('5,90').waitFor();
    expect(await chatOn(page).bubble(greeting).count()).toBe(1);
  });

  test('tells of a message that came while it was closed', async () => {
    const page = await visit('/', desktop);
    await button(page).click();
    await chatOn(frame(page)).bubble(greeting).waitFor();
    await frame(page).locator('#close').click();
    await expect.poll(() => button(page).getAttribute('aria-label')).toBe('Apri la chat');
    const kept = await page.evaluate(() => localStorage.getItem('sportello-chat')!);
    const { resume, conversationId } = JSON.parse(kept) as { resume: string; conversationId: string };
    const refreshed = await fetch(`${sportello.url}/v3/directline/tokens/refresh`, {
      method: 'POST',
      headers: { authorization: `Bearer ${resume}` },
    });
    const { token } = (await refreshed.json()) as { token: string };
    await fetch(`${sportello.url}/v3/directline/conversations/${conversationId}/activities`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ type: 'message', text: 'quanto costa la spedizione?' }),
    });
    await page.getByRole('button', { name: 'Apri la chat: 1 nuovo messaggio' }).click();
    await chatOn(frame(page)).bubble('5,90').waitFor();
    await expect.poll(() => button(page).getAttribute('aria-label')).toBe('Chiudi la chat');
  });
});

describe('the FAQ page', () => {
  test('finds a question while its words are typed, accents or not', async () => {
    const page = await visit('/faq');
    await page.getByLabel('Cerca tra le domande').fill('modalita consegna');
    await page.getByText('Quali modalità di consegna offrite?').waitFor();
    await expect.poll(() => page.locator('details:visible').count()).toBeLessThan(10);
    await page.getByLabel('Cerca tra le domande').fill('xyzzy');
    await page.getByText('Nessuna domanda con queste parole.').waitFor();
    await expect.poll(() => page.locator('details:visible').count()).toBe(0);
  });

  test('opens the question that the address names', async () => {
    const page = await visit('/faq#return-how');
    const open = () => page.locator('details[open]').evaluateAll((items) => items.map(({ id }) => id));
    await expect.poll(open).toEqual(['return-how']);
  });
});
