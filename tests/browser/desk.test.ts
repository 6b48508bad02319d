import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDesk, password, type GivenDesk } from '../web/desk-given.ts';
import { launchBrowser } from './chromium.ts';

let browser: Browser;
let desk: GivenDesk;
let faults: string[];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  desk = await openDesk();
  faults = [];
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await desk.close();
  if (faults.length > 0) throw new Error(`The page had faults:\n${faults.join('\n')}`);
});

const looks = [
  { name: 'a phone in the dark', width: 390, height: 844, colorScheme: 'dark' },
  { name: 'a wide screen in the light', width: 1440, height: 900, colorScheme: 'light' },
] as const;
type Look = (typeof looks)[number];

/** A window of its own, signed out; what goes wrong in it fails the test. */
async function openWindow(look: Look = looks[1], locale = 'it-IT'): Promise<Page> {
  const { width, height, colorScheme } = look;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale });
  // Sooner than the test's own limit, so that a failure names what was waited for.
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // Chromium writes down every refusal that a test provokes.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load')) faults.push(message.text());
  });
  return page;
}

async function signIn(page: Page, login: string): Promise<void> {
  await desk.accounts.add({ login, name: `${login[0]?.toUpperCase()}${login.slice(1)}`, password });
  await page.goto(`${desk.origin}/desk`);
  await page.locator('[name=login]').fill(login);
  await page.locator('[name=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.locator('.tabs').waitFor();
}

/** Fails unless axe finds nothing and nothing is wider than the window. */
async function check(page: Page, view: string): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect({ view, wide, violations: violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]) }).toEqual({
    view,
    wide: false,
    violations: [],
  });
}

test('two agents, one customer: seen at once, claimed once, spoken with both ways, given back, resolved', async () => {
  const [giulia, luca] = [await openWindow(), await openWindow()];
  await signIn(giulia, 'giulia');
  await signIn(luca, 'luca');
  await giulia.getByText('Nessuno in attesa').waitFor();
  await desk.says('Marta', 'vendete mongolfiere? <b>sì</b>');

  await giulia.getByRole('link', { name: /Marta/ }).waitFor();
  expect(await giulia.title()).toBe('(1) Sportello – Assistenza');
  await giulia.getByText('Un nuovo cliente aspetta: Il bot non era sicuro. In attesa: 1.').waitFor();
  for (const page of [giulia, luca]) {
    await page.getByRole('link', { name: /Marta/ }).click();
    await page.locator('.message.customer', { hasText: '<b>sì</b>' }).waitFor();
  }
  // Luca's page is a moment behind: it still shows the customer as waiting.
  const behind = await luca.evaluate(async () => {
    const id = location.hash.replace('#/c/', '');
    return (await fetch(`/desk/api/conversations/${id}`)).text();
  });
  await luca.route('**/desk/api/conversations/*', (route) =>
    route.fulfill({ body: behind, contentType: 'application/json' }),
  );
  await giulia.getByRole('button', { name: 'Prendi in carico' }).click();
  await giulia.locator('#compose').waitFor();
  await luca.getByRole('button', { name: 'Prendi in carico' }).click();
  await luca.getByRole('alert').filter({ hasText: 'Giulia l’ha presa in carico' }).waitFor();
  await luca.unrouteAll();

  await giulia.keyboard.type('Buongiorno,');
  await giulia.keyboard.press('Shift+Enter');
  await giulia.keyboard.type('sono Giulia.');
  await giulia.keyboard.press('Enter');
  const own = giulia.locator('.message.agent');
  await own.waitFor();
  expect(await own.locator('.text').innerText()).toBe('Buongiorno,\nsono Giulia.');
  expect(await giulia.locator('#compose').inputValue()).toBe('');
  await desk.says('Marta', 'grazie, il numero è 12');
  await giulia.locator('.message.customer', { hasText: 'il numero è 12' }).waitFor();

  await giulia.getByRole('button', { name: 'Rimetti in coda' }).click();
  await luca.getByRole('button', { name: 'Prendi in carico' }).click();
  await luca.locator('#compose').waitFor();
  await luca.getByRole('button', { name: 'Risolta' }).click();
  await luca.getByText('Chiusa: risolta da una persona.').waitFor();
  await giulia.getByText('Chiusa: risolta da una persona.').waitFor();
  expect(await giulia.title()).toBe('Sportello – Assistenza');
});

test('with the keyboard alone: sign in, choose, claim, answer, go back', async () => {
  const page = await openWindow();
  await signIn(page, 'giulia');
  await desk.says('Marta', 'vendete mongolfiere?');
  const line = page.getByRole('link', { name: /Marta/ });
  await line.waitFor();
  const focused = () =>
    page.evaluate(() => (document.activeElement?.matches('a, button') && document.activeElement.textContent) || '');
  for (let tab = 0; tab < 12 && !(await focused()).includes('mongolfiere'); tab += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Marta' }).waitFor();
  for (let tab = 0; tab < 12 && (await focused()) !== 'Prendi in carico'; tab += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('#compose').waitFor();
  await page.keyboard.type('Eccomi');
  await page.keyboard.press('Enter');
  await page.locator('.message.agent', { hasText: 'Eccomi' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Scegli una conversazione').waitFor();
  expect(new URL(page.url()).hash).toBe('#/');
});

test('what could not be sent stays in the box, and a line that comes back brings what was missed', async () => {
  const page = await openWindow();
  await signIn(page, 'giulia');
  await desk.says('Marta', 'vendete mongolfiere?');
  await page.getByRole('link', { name: /Marta/ }).click();
  await page.getByRole('button', { name: 'Prendi in carico' }).click();
  await page.locator('#compose').waitFor();
  await page.route('**/say', (route) => route.abort());
  await page.locator('#compose').fill('un messaggio lungo e pensato');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'quello che hai scritto è ancora qui' }).waitFor();
  expect(await page.locator('#compose').inputValue()).toBe('un messaggio lungo e pensato');
  await page.unrouteAll();
  await page.keyboard.press('Enter');
  await page.locator('.message.agent', { hasText: 'un messaggio lungo e pensato' }).waitFor();
  await page.reload();
  await page.locator('.message.agent', { hasText: 'un messaggio lungo e pensato' }).waitFor();
});

test('whoever signs out leaves no draft to the next one', async () => {
  const page = await openWindow();
  await signIn(page, 'giulia');
  await desk.says('Marta', 'vendete mongolfiere?');
  await page.getByRole('link', { name: /Marta/ }).click();
  await page.getByRole('button', { name: 'Prendi in carico' }).click();
  await page.locator('#compose').fill('una bozza tutta mia');
  await page.reload();
  await page.locator('#compose').waitFor();
  expect(await page.locator('#compose').inputValue()).toBe('una bozza tutta mia');
  await page.getByRole('button', { name: 'Esci' }).click();
  await page.locator('[name=login]').waitFor();
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('bozza');
});

test('a disabled account is shown the way out at once, and the customer’s words are gone from the page', async () => {
  const page = await openWindow();
  await signIn(page, 'giulia');
  await desk.says('Marta', 'vendete mongolfiere?');
  await page.getByRole('link', { name: /Marta/ }).click();
  await page.locator('.message.customer').waitFor();
  await desk.accounts.disable('giulia');
  await page.getByText('La sessione è finita. Accedi di nuovo.').waitFor();
  expect(await page.content()).not.toContain('mongolfiere');
});

test('the page speaks the browser’s language, and another one when asked, also after a reload', async () => {
  const page = await openWindow(looks[1], 'en-GB');
  await page.goto(`${desk.origin}/desk`);
  await page.getByRole('heading', { name: 'Sign in to the desk' }).waitFor();
  await page.getByRole('button', { name: 'IT' }).click();
  await page.getByRole('heading', { name: 'Accedi allo sportello' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Accedi allo sportello' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('it');
});

test('customers without a name are told apart by a number, and what was announced does not stay', async () => {
  const page = await openWindow();
  await signIn(page, 'giulia');
  await page.getByText('Nessuno in attesa').waitFor();
  for (const id of ['one', 'two']) {
    const thread = { id, channel: 'webchat', customer: { id }, language: 'it' } as const;
    await desk.turns.receive(thread, { kind: 'message', text: 'voglio un operatore', origin: { activityId: id } });
  }
  const names = page.locator('.queue strong');
  await names.nth(1).waitFor();
  const [first, second] = await names.allTextContents();
  expect(first).toMatch(/^Cliente [2-9B-DF-HJ-NP-TV-XZ]{4}$/);
  expect(second).not.toBe(first);
  await names.first().click();
  await page.getByRole('heading', { name: String(first) }).waitFor();
  const announced = page.getByText(/Un nuovo cliente aspetta/);
  await announced.waitFor({ state: 'attached' });
  await announced.waitFor({ state: 'detached' });
});

test('a form says in the page’s language what is wrong in which field', async () => {
  const page = await openWindow(looks[1], 'en-GB');
  await page.goto(await desk.accounts.link(desk.origin));
  await page.getByRole('button', { name: 'IT' }).click();
  await page.getByLabel('Il tuo nome').fill('Giulia');
  await page.getByLabel('Password', { exact: true }).fill('corta');
  await page.getByRole('button', { name: /Crea/ }).click();
  const fault = (name: string) => page.locator(`#field-${name}-fault`).textContent();
  expect(await Promise.all(['name', 'login', 'password'].map(fault))).toEqual([
    '',
    'Compila questo campo.',
    'Servono almeno 12 caratteri: ora sono 5.',
  ]);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('login');
  await check(page, 'welcome with faults');
  await page.getByLabel('Nome utente').fill('giulia');
  await page.getByLabel('Password', { exact: true }).fill(password);
  expect(await Promise.all(['login', 'password'].map(fault))).toEqual(['', '']);
  await page.keyboard.press('Enter');
  await page.getByText('Nessuno in attesa').waitFor();
});

describe.each(looks)('on $name', (look) => {
  test('every view is without a fault for axe and fits', async () => {
    const page = await openWindow(look);
    await page.goto(`${desk.origin}/desk/welcome#spent`);
    await page.getByText('npx sportello account link').waitFor();
    await check(page, 'spent link');
    await page.goto('about:blank');
    await page.goto(await desk.accounts.link(desk.origin));
    await page.locator('[name=name]').waitFor();
    await check(page, 'welcome');
    await page.locator('[name=name]').fill('Giulia');
    await page.locator('[name=login]').fill('giulia');
    await page.locator('[name=password]').fill(password);
    await page.keyboard.press('Enter');
    await page.getByText('Nessuno in attesa').waitFor();
    await check(page, 'empty desk');

    const nino = await desk.says('Nino', 'vendete mongolfiere?');
    desk.clock.pass(4 * 60_000);
    await desk.turns.takeDue();
    await desk.says('Nino', 'nino@example.it');
    await desk.says('Marta', 'tempi di consegna?');
    await desk.says('Marta', 'voglio un operatore');
    await page.getByRole('link', { name: /Marta/ }).click();
    await page.locator('.message.customer').first().waitFor();
    await check(page, 'waiting');
    await page.getByRole('button', { name: 'Prendi in carico' }).click();
    await page.locator('#compose').waitFor();
    if (look.width < 1100) await page.locator('.brief summary').click();
    const toEnd = page.locator('.transcript').evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
    expect(await toEnd).toBeLessThan(2);
    await check(page, 'mine with its brief');
    await page.goto(`${desk.origin}/desk#/tickets`);
    await page.getByRole('link', { name: /nino@example\.it/ }).click();
    await page.getByRole('button', { name: 'Segna come fatto' }).waitFor();
    await check(page, 'ticket');
    await page.getByRole('button', { name: 'Segna come fatto' }).click();
    await page.getByText(/Fatto da Giulia/).waitFor();
    await check(page, 'ticket that is done');
    expect((await desk.store.conversation(nino))?.status).toBe('closed');
    await page.getByRole('button', { name: 'Esci' }).click();
    await page.locator('[name=login]').waitFor();
    await check(page, 'sign-in');
  });
});
