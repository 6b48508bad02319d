import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import type { Store } from '../../bot/service/ports.ts';
import { openStore } from '../../bot/store/open.ts';
import { shareModels } from '../learned.ts';
import { signedIdentity } from '../signed-identity.ts';
import { violationsIn, wcag } from './axe.ts';
import { launchBrowser } from './chromium.ts';
import { openShopSite, type ShopSite } from './shop-site.ts';
import { chatOn, openSportello, type Running } from './sportello.ts';

/* The bubble on a page of another site, under a strict policy, as its visitors meet it. */

const secret = 'a secret of thirty-two characters';
const folder = mkdtempSync(join(tmpdir(), 'sportello-widget-'));
shareModels(folder);
const database = `file:${join(folder, 'test.db')}`;
let browser: Browser;
let sportello: Running;
let site: ShopSite;
let store: Store;
const opened: BrowserContext[] = [];

beforeAll(async () => {
  site = await openShopSite();
  const settings = { ALLOWED_ORIGINS: site.url, WIDGET_SECRET: secret, DATABASE_URL: database };
  [sportello, browser] = await Promise.all([openSportello(settings), launchBrowser()]);
  store = await openStore(database);
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((context) => context.close()));
});
afterAll(async () => {
  await browser.close();
  await sportello.stop();
  await store.close();
  site.close();
  rmSync(folder, { recursive: true, force: true });
});

const wide = { width: 1200, height: 800 };
const small = { width: 390, height: 844 };

async function visitor(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'it-IT', viewport: wide, ...options });
  context.setDefaultTimeout(30_000);
  opened.push(context);
  return context;
}

/** Opens the shop's page with the one line, which has these attributes. */
async function visit(attributes = '', given?: BrowserContext | BrowserContextOptions, url = site.url): Promise<Page> {
  const context = given !== undefined && 'newPage' in given ? given : await visitor(given);
  site.serve(`<script src="${sportello.url}/widget.js" ${attributes} async></script>`, sportello.url);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

const bubble = (page: Page) => page.getByRole('button', { name: /la chat/ }).first();
const dialog = (page: Page) => page.getByRole('dialog');
const chatIn = (page: Page) => chatOn(page.frameLocator('iframe'));
const greeted = /assistente automatica/;
const focused = (page: Page) => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className);

function frameOf(page: Page): Frame {
  return page.frames().find((frame) => frame.url().startsWith(sportello.url))!;
}

/** A message reaches the same conversation from another device, and the bot answers it. */
async function asksElsewhere(page: Page, text: string): Promise<void> {
  const { resume, conversationId } = JSON.parse(await frameOf(page).evaluate(() => localStorage['sportello-chat'])) as {
    resume: string;
    conversationId: string;
  };
  const post = async (path: string, token: string, body: object) =>
    (await fetch(`${sportello.url}/v3/directline${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    }).then((response) => response.json())) as { token: string };
  const { token } = await post('/tokens/refresh', resume, {});
  await post(`/conversations/${conversationId}/activities`, token, { type: 'message', text });
}

describe('one line', () => {
  test('brings a chat that is used with the keyboard alone, and breaks no rule of the page', async () => {
    const context = await visitor();
    const complaints: string[] = [];
    context.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    const page = await visit('', context);
    // As themes of shops have it, for whom our host is an empty box.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('div:empty { display: none } div { --accent: red; opacity: 0; transform: scale(2) }');
      document.adoptedStyleSheets = [sheet];
    });
    await bubble(page).waitFor();
    expect(await bubble(page).boundingBox()).toMatchObject({ width: 60, height: 60 });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('bubble');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Chat con il servizio clienti' }).waitFor();
    await chatIn(page).bubble(greeted).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName))
      .toBe('IFRAME');
    await page.keyboard.type('quanto costa la spedizione?');
    await page.keyboard.press('Enter');
    await chatIn(page).bubble('5,90').waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    await expect.poll(() => focused(page)).toBe('bubble');
    await expect.poll(() => bubble(page).getAttribute('aria-expanded')).toBe('false');
    expect(complaints).toEqual([]);
  });

  test('loads the chat when the pointer comes near, and nothing before', async () => {
    const page = await visit();
    await bubble(page).waitFor();
    await page.mouse.move(300, 300);
    expect(await page.locator('iframe').count()).toBe(0);
    await page.mouse.move(1100, 690);
    await page.locator('iframe').waitFor({ state: 'attached' });
    expect(await dialog(page).isVisible()).toBe(false);
  });

  test('says by attributes how it looks, and what it does not understand is passed over', async () => {
    const context = await visitor();
    const warnings: string[] = [];
    context.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    const attributes =
      'data-language="en" data-side="left" data-color="#ffd400" data-title="Tea help" data-label="Ask us" data-greeting-after="soon" data-colour-x="red" data-lang="it" data-nscript="afterInteractive"';
    const page = await visit(attributes, context);
    const button = page.getByRole('button', { name: 'Ask us: Open the chat' });
    await button.waitFor();
    expect((await button.boundingBox())!.x).toBe(20);
    const look = await button.evaluate((each) => [
      getComputedStyle(each).backgroundColor,
      getComputedStyle(each).color,
    ]);
    expect(look).toEqual(['rgb(255, 212, 0)', 'rgb(0, 0, 0)']);
    await button.click();
    await page.getByRole('dialog', { name: 'Tea help' }).waitFor();
    await chatIn(page)
      .bubble(/automatic assistant/)
      .waitFor();
    expect(await page.frameLocator('iframe').locator('h1').textContent()).toBe('Tea help');
    await expect
      .poll(() => warnings.filter((text) => text.includes('Sportello')))
      .toEqual([
        'Sportello: data-colour-x is not known and is passed over; is data-color meant?',
        'Sportello: data-lang is not known and is passed over; is data-language meant?',
        'Sportello: data-greeting-after="soon" is not understood and is passed over; it takes seconds, from 0 to 3600.',
      ]);
  });

  test.each([
    ['a phone by day', small, 'light'],
    ['a wide screen at night', wide, 'dark'],
  ] as const)('on %s can be used by everybody: WCAG 2.2 AA', async (_, viewport, colorScheme) => {
    // The checker is a script that no policy lets in.
    const context = await visitor({ viewport, colorScheme, bypassCSP: true });
    const page = await visit('data-color="#ff8a00" data-greeting="Serve una mano?" data-greeting-after="0"', context);
    await page.getByRole('button', { name: 'Serve una mano?' }).waitFor();
    const wrong = [await violations(page)];
    await page.getByRole('button', { name: 'Serve una mano?' }).click();
    await chatIn(page).say('quanto costa la spedizione?');
    await chatIn(page).choices.first().waitFor();
    wrong.push(await violations(page));
    expect(wrong).toEqual([[], []]);
  });

  async function violations(page: Page) {
    // What moves is half transparent.
    await page.waitForTimeout(400);
    const found = [];
    for (const frame of page.frames()) {
      found.push(...(await violationsIn(frame, { iframes: false, ...wcag })));
    }
    return found.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }));
  }

  test('on a phone fills the screen, keeps the focus, and stays above the keyboard', async () => {
    const context = await visitor({ viewport: small, hasTouch: true });
    await context.addInitScript(() => {
      const seen = Object.assign(new EventTarget(), { height: innerHeight, offsetTop: 0, scale: 1 });
      Object.defineProperty(window, 'visualViewport', { value: seen });
    });
    const page = await visit('', context);
    await bubble(page).tap();
    await chatIn(page).bubble(greeted).waitFor();
    const box = () => dialog(page).boundingBox();
    await expect.poll(box).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    expect(await dialog(page).evaluate((each) => each.matches(':modal'))).toBe(true);
    await raiseKeyboard(page);
    await expect.poll(box).toEqual({ x: 0, y: 30, width: 390, height: 500 });
    await expect.poll(() => composerIn(chatIn(page))).toBe('seen');
    await page.frameLocator('iframe').locator('#close').tap();
    await dialog(page).waitFor({ state: 'hidden' });
    await expect.poll(() => focused(page)).toBe('bubble');
    // The chat's own page, where nothing around it follows the keyboard.
    await page.goto(`${sportello.url}/chat`);
    const chat = chatOn(page);
    await chat.bubble(greeted).waitFor();
    await expect.poll(() => composerIn(chat)).toBe('covered');
    await raiseKeyboard(page);
    await expect.poll(() => composerIn(chat)).toBe('seen');
    await expect.poll(async () => (await page.locator('body > header').boundingBox())?.y).toBe(30);
  });

  /** The upper 30 pixels of the page are pushed out of sight, and all below 530 is under the keyboard. */
  const raiseKeyboard = (page: Page) =>
    page.evaluate(() => {
      Object.assign(window.visualViewport!, { height: 500, offsetTop: 30 });
      window.visualViewport!.dispatchEvent(new Event('resize'));
    });

  async function composerIn({ box }: ReturnType<typeof chatOn>): Promise<'seen' | 'covered'> {
    const { y, height } = (await box.boundingBox())!;
    return y >= 30 && y + height <= 530 ? 'seen' : 'covered';
  }
});

describe('the page’s own scripts', () => {
  test('open it with a question, even before it has come, and hear of it', async () => {
    const context = await visitor();
    await context.addInitScript(() => {
      const heard: unknown[] = [];
      const calls: unknown[][] = [['open', "dov'è il mio ordine"]];
      for (const event of ['unread', 'close', 'open']) {
        calls.unshift(['on', event, (count: number) => heard.push([event, count])]);
      }
      Object.assign(window, { heard, sportello: calls });
    });
    const page = await visit('', context);
    await chatIn(page).bubble("dov'è il mio ordine").waitFor();
    await chatIn(page).bubbles.nth(2).waitFor();
    await page.evaluate('sportello.close()');
    await dialog(page).waitFor({ state: 'hidden' });
    await asksElsewhere(page, 'quanto costa la spedizione?');
    await page.getByRole('button', { name: 'Apri la chat: 1 nuovo messaggio' }).waitFor();
    await expect.poll(() => page.getByRole('status').first().textContent()).toBe('1 nuovo messaggio in chat');
    await page.evaluate('sportello.open()');
    await chatIn(page).bubble('5,90').waitFor();
    const heard = [
      ['open', 0],
      ['close', 0],
      ['unread', 1],
      ['unread', 0],
      ['open', 0],
    ];
    await expect.poll(() => page.evaluate('heard')).toEqual(heard);
  });

  test('find the unread count after a change of page too, and in every tab until it is read in one', async () => {
    const page = await visit();
    await bubble(page).click();
    await chatIn(page).bubble(greeted).waitFor();
    await page.frameLocator('iframe').locator('#close').click();
    await dialog(page).waitFor({ state: 'hidden' });
    await asksElsewhere(page, 'quanto costa la spedizione?');
    await page.getByRole('button', { name: 'Apri la chat: 1 nuovo messaggio' }).waitFor();
    await page.goto(`${site.url}/altra`);
    await page.getByRole('button', { name: 'Apri la chat: 1 nuovo messaggio' }).waitFor();
    expect(await dialog(page).isVisible()).toBe(false);
    // Some sites change pages by changing the body.
    await page.evaluate(() => document.body.replaceWith(document.createElement('body')));
    // A page that opens its chat behind the others has read nothing to anybody.
    const behind = await page.context().newPage();
    await behind.addInitScript(`Object.defineProperty(document, 'hidden', { get: () => true })`);
    site.serve(`<script src="${sportello.url}/widget.js" data-open async></script>`, sportello.url);
    await behind.goto(site.url);
    await chatIn(behind).bubble('5,90').waitFor();
    const other = await visit('', page.context());
    await other.getByRole('button', { name: 'Apri la chat: 1 nuovo messaggio' }).click();
    await chatIn(other).bubble('5,90').waitFor();
    await page.getByRole('button', { name: 'Apri la chat', exact: true }).waitFor();
  });
});

describe('the greeting', () => {
  const line = 'data-greeting="Serve aiuto con l’ordine?" data-greeting-after="0" data-greeting-on="/cassa* /carrello"';
  const card = (page: Page) => page.getByRole('button', { name: 'Serve aiuto con l’ordine?' });

  test('comes on its pages only, once a visitor, and never again when it was closed', async () => {
    const context = await visitor();
    const page = await visit(line, context);
    await bubble(page).waitFor();
    await page.waitForTimeout(800);
    expect(await card(page).count()).toBe(0);
    // As shops do that change pages without loading them.
    await page.evaluate(() => history.pushState({}, '', '/cassa/pagamento'));
    await card(page).waitFor();
    await expect.poll(() => page.getByRole('status').first().textContent()).toBe('Serve aiuto con l’ordine?');
    await card(page).focus();
    await page.keyboard.press('Escape');
    await card(page).waitFor({ state: 'detached' });
    const again = await visit(line, context, `${site.url}/carrello`);
    await bubble(again).waitFor();
    await again.waitForTimeout(800);
    expect(await card(again).count()).toBe(0);
  });

  test('opens the chat when it is taken up', async () => {
    const page = await visit('data-greeting data-greeting-after="0"');
    await page.getByRole('button', { name: 'Ciao! Hai una domanda? Scrivici qui.' }).click();
    await chatIn(page).bubble(greeted).waitFor();
    await expect.poll(() => page.locator('.greeting').count()).toBe(0);
  });
});

describe('the desk', () => {
  const anna = () => ({ id: '4711', name: 'Anna', email: 'anna@shop.example', exp: Date.now() / 1000 + 600 });
  const asking = async (question: string) =>
    (await store.open()).find(({ questions }) => questions.some(({ text }) => text === question));

  test('learns who the customer is and on which page, without its query', async () => {
    const attributes = `data-identity="${signedIdentity(secret, anna())}"`;
    const page = await visit(attributes, undefined, `${site.url}/tazze/blu?session=hidden`);
    await bubble(page).click();
    await chatIn(page).say('quanto costa la spedizione di Anna?');
    await chatIn(page).bubble('5,90').waitFor();
    const { thread, place } = (await asking('quanto costa la spedizione di Anna?'))!;
    expect([thread.customer, place?.page]).toEqual([
      { id: 'id:4711', name: 'Anna', email: 'anna@shop.example', verified: true },
      `${site.url}/tazze/blu`,
    ]);
    // Signed out, and nobody looks: no conversation is begun whose greeting would count as unread.
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    const begun: string[] = [];
    page.on('request', (request) => request.url().endsWith('/tokens/generate') && begun.push(request.url()));
    const refused = page.waitForResponse((response) => response.url().endsWith('/tokens/refresh'));
    site.serve(`<script src="${sportello.url}/widget.js" async></script>`, sportello.url);
    await page.goto(site.url);
    expect((await refused).status()).toBe(403);
    await frameOf(page).evaluate(() => fetch('/healthz').then(({ ok }) => ok));
    expect(begun).toEqual([]);
    await bubble(page).click();
    await page.frameLocator('iframe').getByText('La conversazione precedente è scaduta').waitFor();
    await chatIn(page).bubble(greeted).waitFor();
  });

  test.each([
    ['forged', () => signedIdentity('another secret of thirty-two chars', anna())],
    ['expired', () => signedIdentity(secret, { ...anna(), exp: 1 })],
  ])('does not believe an identity that is %s, and the customer can write all the same', async (kind, identity) => {
    const context = await visitor();
    const complaints: string[] = [];
    context.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    const page = await visit(`data-identity="${identity()}"`, context);
    await bubble(page).click();
    await page.frameLocator('iframe').getByText('Non ho potuto riconoscere il tuo account').waitFor();
    const question = `quanto costa la spedizione se sono ${kind}?`;
    await chatIn(page).say(question);
    await chatIn(page).bubble('5,90').waitFor();
    expect((await asking(question))?.thread.customer).toEqual({ id: expect.stringMatching(/^dl_/) });
    await expect.poll(() => complaints.join('\n')).toContain("The customer's identity was refused");
  });
});

describe('a site that the settings do not name', () => {
  test('is refused in plain words, for its visitors and for whoever runs it', async () => {
    const context = await visitor();
    const complaints: string[] = [];
    context.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    const page = await visit('', context, site.strangerUrl);
    await bubble(page).click();
    const frame = page.frameLocator('iframe');
    await frame.getByText(`non può aprirsi su questo sito (${site.strangerUrl})`).waitFor();
    await frame.getByText(`aggiungi ${site.strangerUrl} ad ALLOWED_ORIGINS`).waitFor();
    await expect
      .poll(() => complaints)
      .toContainEqual(
        `Sportello: ${sportello.url} does not let ${site.strangerUrl} show its chat. Add ${site.strangerUrl} to its ALLOWED_ORIGINS.`,
      );
    await frame.locator('#close').click();
    await dialog(page).waitFor({ state: 'hidden' });
  });

  test('cannot show the chat by saying that it is another', async () => {
    const context = await visitor();
    const refused = context.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    site.serve(`<iframe src="${sportello.url}/chat?embed=1&from=${site.url}"></iframe>`, sportello.url);
    const page = await context.newPage();
    await page.goto(site.strangerUrl);
    expect((await refused).type()).toBe('error');
    expect(await page.frameLocator('iframe').locator('header').count()).toBe(0);
  });
});

describe('a bad network', () => {
  test('is told, and what was said meanwhile arrives once, though the server was started again', async () => {
    const context = await visitor();
    const page = await visit('', context);
    await bubble(page).click();
    await chatIn(page).bubble(greeted).waitFor();
    await context.setOffline(true);
    await page.frameLocator('iframe').getByText('Connessione persa: riprovo…').waitFor();
    await chatIn(page).say('quanto costa la spedizione?');
    await chatIn(page).bubble('quanto costa la spedizione?').waitFor();
    await sportello.restart();
    await context.setOffline(false);
    await chatIn(page).bubble('5,90').waitFor({ timeout: 60_000 });
    await expect.poll(() => page.frameLocator('iframe').locator('#lost').textContent()).toBe('');
    const { conversationId } = JSON.parse(await frameOf(page).evaluate(() => localStorage['sportello-chat'])) as {
      conversationId: string;
    };
    const said = (await store.messages(`webchat:${conversationId}`, 0, 20)).map(({ author }) => author);
    expect(said.filter((author) => author === 'customer')).toEqual(['customer']);
    expect(await chatIn(page).bubble('quanto costa la spedizione?').count()).toBe(1);
    expect(await chatIn(page).bubble('5,90').count()).toBe(1);
    // What was written after a message that did not arrive waits for it.
    let cuts = 1;
    await context.route('**/activities', (route) =>
      route.request().postData()?.includes('reso') === true && cuts-- > 0 ? route.abort() : route.continue(),
    );
    await chatIn(page).say('come faccio un reso?');
    await chatIn(page).say('avete un negozio?');
    const asked = async () =>
      (await store.messages(`webchat:${conversationId}`, 0, 20)).flatMap(({ author, text }) =>
        author === 'customer' ? [text] : [],
      );
    await expect.poll(asked).toHaveLength(3);
    expect(await asked()).toEqual(['quanto costa la spedizione?', 'come faccio un reso?', 'avete un negozio?']);
  });

  test('and a sleep of the computer end with the chat connected again, and nothing missing', async () => {
    const context = await visitor();
    await context.clock.install();
    const page = await visit('', context);
    await bubble(page).click();
    await chatIn(page).bubble(greeted).waitFor();
    const [lost] = await Promise.all([
      page
        .frameLocator('iframe')
        .getByText('Connessione persa: riprovo…')
        .waitFor()
        .then(() => true),
      context.clock.fastForward('10:00'),
    ]);
    await asksElsewhere(page, 'quanto costa la spedizione?');
    await chatIn(page).bubble('5,90').waitFor({ timeout: 60_000 });
    expect([lost, await chatIn(page).bubble(greeted).count()]).toEqual([true, 1]);
  });

  test('before the chat was loaded is told too, and the chat comes with the network', async () => {
    const context = await visitor();
    const page = await visit('', context);
    await bubble(page).waitFor();
    await context.setOffline(true);
    await page.evaluate(`sportello.open('quanto costa la spedizione?')`);
    await page.getByText('La chat non risponde. Controlla la connessione').waitFor();
    await page.getByRole('button', { name: 'Riprova' }).waitFor();
    await context.setOffline(false);
    await chatIn(page).bubble('5,90').waitFor();
    expect(await chatIn(page).bubble('quanto costa la spedizione?').count()).toBe(1);
  });
});

describe('what the browser lets it keep', () => {
  const forbid = (home: string) => {
    if (home !== '*' && location.origin !== home) return;
    for (const storage of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, storage, {
        get: () => {
          throw new DOMException('The browser forbids it.', 'SecurityError');
        },
      });
    }
  };

  test('is shared by all tabs of the visitor', async () => {
    const context = await visitor();
    const page = await visit('', context);
    await bubble(page).click();
    await chatIn(page).say('quanto costa la spedizione?');
    await chatIn(page).bubble('5,90').waitFor();
    const other = await visit('', context);
    await bubble(other).click();
    await chatIn(other).bubble('5,90').waitFor();
    await chatIn(other).say('come faccio un reso?');
    await chatIn(page).bubble('confezione originale').waitFor();
    expect(await chatIn(other).bubble(greeted).count()).toBe(1);
    // A conversation that is begun anew in one is the one of the other too.
    await page.frameLocator('iframe').locator('#fresh').click();
    await chatIn(other).bubble('5,90').waitFor({ state: 'detached' });
    await chatIn(other).bubble(greeted).waitFor();
  });

  test('is kept by the shop’s page when frames may keep nothing', async () => {
    const context = await visitor();
    await context.addInitScript(forbid, sportello.url);
    const page = await visit('', context);
    await bubble(page).click();
    await chatIn(page).say('quanto costa la spedizione?');
    await chatIn(page).bubble('5,90').waitFor();
    await page.goto(`${site.url}/altra`);
    await chatIn(page).bubble('5,90').waitFor();
    expect(await chatIn(page).bubble(greeted).count()).toBe(1);
    // It opened by itself, so whoever was about to use the page goes on.
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  });

  test('may be nothing at all: then the chat lasts as long as the page', async () => {
    const context = await visitor();
    await context.addInitScript(forbid, '*');
    const page = await visit('data-greeting data-greeting-after="0"', context);
    await page.locator('.greeting').waitFor();
    await bubble(page).click();
    await chatIn(page).say('quanto costa la spedizione?');
    await chatIn(page).bubble('5,90').waitFor();
    await page.reload();
    await bubble(page).click();
    await chatIn(page).bubble(greeted).waitFor();
    expect(await chatIn(page).bubble('5,90').count()).toBe(0);
  });
});

test('the operator tries the options on the preview page, and copies the line', async () => {
  const context = await visitor({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(`${sportello.url}/preview`);
  await page.getByLabel('Lato').selectOption('sinistra');
  await page.getByLabel('Parole sul pulsante').fill('Serve aiuto?');
  await page.getByLabel('Saluta per primo').check();
  await page.getByLabel('Dopo secondi').fill('0');
  const sample = page.frameLocator('iframe');
  await sample.getByRole('button', { name: 'Ciao! Hai una domanda?' }).waitFor();
  await page.getByRole('button', { name: 'Copia' }).click();
  await page.getByText('Copiata').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `<script src="${sportello.url}/widget.js" data-side="left" data-label="Serve aiuto?" data-greeting data-greeting-after="0" async></script>`,
  );
  await sample.getByRole('button', { name: 'Serve aiuto?: Apri la chat' }).click();
  await chatOn(sample.frameLocator('iframe')).bubble(greeted).waitFor();
  await page.getByLabel('Telefono').check();
  await expect.poll(async () => (await page.locator('iframe').boundingBox())?.width).toBe(390);
});
