import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { openDesk, simpleMind, type GivenDesk } from '../web/desk-given.ts';
import { launchBrowser } from './chromium.ts';
import { check, looks, openWindow, signIn, wide } from './desk-windows.ts';

let browser: Browser;
let desk: GivenDesk;
let faults: string[];

const mail = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'care@shop.example' };

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(() => {
  faults = [];
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await desk.close();
  if (faults.length > 0) throw new Error(`The page had faults:\n${faults.join('\n')}`);
});

const long = `${'Mongolfiera'.repeat(12)} <b>e</b> poi vorrei sapere se la portate anche a Castelnuovo di Garfagnana`;

/** A customer leaves a contact; gives the ticket's number. */
async function ticketOf(customer: string, contact: string, question = 'vendete mongolfiere?'): Promise<string> {
  const conversation = await desk.says(customer, question);
  desk.clock.pass(4 * 60_000);
  await desk.turns.takeDue();
  await desk.says(customer, contact);
  const query = { list: 'all', agentId: '', now: desk.clock.now(), limit: 99 } as const;
  const tickets = await desk.store.tickets(query);
  return tickets.find(({ conversationId }) => conversationId === conversation)?.number ?? '';
}

/** Its reminder has come. */
async function isDue(number: string): Promise<void> {
  const at = desk.clock.now() - 3_600_000;
  const luca = { id: 'luca', name: 'Luca' };
  await desk.tickets.act(number, luca, { kind: 'remind', at }, { actor: luca, act: 'tickets.remind' });
}

async function fails(number: string): Promise<void> {
  const [first] = await desk.store.ticketMails(number);
  await desk.store.mailFailed(first?.id ?? '', 'mailbox', '550 5.1.1 <x@example.it>: User unknown', null);
  desk.tickets.changed(number);
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['TICKET_PICTURES'];
  if (folder === undefined) return;
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 0, height: 2200 });
  await page.screenshot({ path: `${folder}/${name}.png` });
}

describe.each(looks)('on $name', (look) => {
  test('the lists and a ticket with everything in it are without a fault for axe, and fit', async () => {
    desk = await openDesk(simpleMind(), '/nowhere', mail);
    const page = await openWindow(browser, faults, look);
    await signIn(page, desk, 'giulia', '/desk/tickets');
    await page.getByText('Nessun ticket').waitFor();
    await check(page, 'no tickets');
    await picture(page, `empty-${look.width}`);
    const number = await ticketOf('Marta', `marta.${'lunga'.repeat(11)}@example.it`, long);
    await ticketOf('Ugo', '+39 051 555 0142');
    await isDue(number);
    await fails(number);
    await page.getByText(number).waitFor();
    await page.getByText('Scaduto').first().waitFor();
    await check(page, 'tickets');
    await picture(page, `list-${look.width}`);
    await page.getByText(number).click();
    await page.getByRole('heading', { name: `Ticket ${number}` }).waitFor();
    await page.getByText('Non consegnata: la casella non esiste').waitFor();
    await page.getByLabel('La tua risposta').fill('Buongiorno Marta,\nsì, dal 2019.');
    await page.getByRole('button', { name: 'Anteprima' }).click();
    await page.getByText('Re: La tua richiesta').waitFor();
    await check(page, 'a ticket');
    await picture(page, `ticket-${look.width}`);
  });
});

test('an agent answers by mail with the keyboard, a colleague sees it at once, notes it and closes it', async () => {
  desk = await openDesk(simpleMind(), '/nowhere', mail);
  const number = await ticketOf('Marta', 'marta@example.it');
  const [giulia, luca] = [await openWindow(browser, faults), await openWindow(browser, faults)];
  await signIn(giulia, desk, 'giulia', `/desk/tickets/${number}`);
  await signIn(luca, desk, 'luca', `/desk/tickets/${number}`);
  await luca.getByText('In partenza').waitFor();
  await giulia.getByLabel('La tua risposta').focus();
  await giulia.keyboard.type('Sì, dal 2019.');
  await giulia.keyboard.press('Tab');
  await giulia.keyboard.press('Enter');
  await luca.getByText('Giulia ha risposto per e-mail').waitFor();
  await expect.poll(() => giulia.getByLabel('La tua risposta').inputValue()).toBe('');
  await expect.poll(() => luca.getByLabel('Chi lo segue').locator('option:checked').textContent()).toBe('Giulia');
  expect((await desk.store.ticketMails(number)).map(({ kind }) => kind)).toEqual(['ticket', 'answer']);

  await luca.getByLabel('Nuova nota').fill('<img src=x onerror=alert(1)> richiamare');
  await luca.getByRole('button', { name: 'Aggiungi' }).click();
  await giulia.getByText('<img src=x onerror=alert(1)> richiamare').waitFor();
  await luca.getByRole('button', { name: 'Chiudi il ticket' }).click();
  await giulia.getByText('Il ticket è chiuso.').waitFor();
  await giulia.getByRole('button', { name: 'Riapri' }).click();
  await luca.getByLabel('La tua risposta').waitFor();
});

test('a ticket that becomes due is counted in the navigation, and a reminder puts it off', async () => {
  desk = await openDesk(simpleMind(), '/nowhere', mail);
  const number = await ticketOf('Marta', 'marta@example.it');
  const page = await openWindow(browser, faults, wide, 'en-GB');
  await signIn(page, desk, 'giulia', `/desk/tickets/${number}`);
  const entry = page.getByRole('navigation').getByRole('link', { name: /Tickets/ });
  await page.getByRole('heading', { name: `Ticket ${number}` }).waitFor();
  expect(await entry.textContent()).not.toContain('1');
  await isDue(number);
  await entry.getByText('1').waitFor();
  await page.getByRole('button', { name: 'In a week' }).click();
  await page.getByText('Giulia set a reminder').waitFor();
  await expect.poll(() => entry.textContent()).not.toContain('1');
});

test('without mail settings the text is copied, and a telephone number is called', async () => {
  desk = await openDesk();
  const [written, called] = [await ticketOf('Marta', 'marta@example.it'), await ticketOf('Ugo', '051 5550142')];
  const page = await openWindow(browser, faults);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, desk, 'giulia', `/desk/tickets/${written}`);
  await page.getByText('La posta non è configurata').waitFor();
  await page.getByLabel('La tua risposta').fill('Sì, dal 2019.');
  await page.getByRole('button', { name: 'Copia il testo' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^Re: La tua richiesta .*\n\nSì, dal 2019\.\n\nGiulia\n/);
  // As where the desk is opened without https: there is no clipboard, and the older way is left.
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.getByRole('button', { name: 'Copia', exact: true }).click();
  await page.getByRole('button', { name: 'Copiato', exact: true }).waitFor();
  await page.getByLabel('La tua risposta').fill('');
  await page.getByLabel('La tua risposta').press('Control+v');
  expect(await page.getByLabel('La tua risposta').inputValue()).toBe('marta@example.it');
  await page.getByRole('button', { name: 'Risposto in altro modo' }).click();
  await page.getByText('Giulia ha risposto in altro modo').waitFor();

  await page.getByRole('link', { name: 'Tutti i ticket' }).click();
  await page.getByText(called).click();
  expect(await page.getByRole('link', { name: 'Chiama 0515550142' }).getAttribute('href')).toBe('tel:0515550142');
  await page.getByRole('button', { name: 'Ho telefonato' }).click();
  await page.getByText('Giulia ha telefonato').waitFor();
});
