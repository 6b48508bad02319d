import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { password, type GivenDesk } from '../web/desk-given.ts';
import { setStages } from './desk-stage.ts';
import { check, looks, openWindow, signIn, wide, type Look } from './desk-windows.ts';

let browser: Browser;
let desk: GivenDesk;
let faults: string[];

setStages((stage) => ({ browser, desk, faults } = stage));

const newWindow = (look: Look = wide, locale = 'it-IT') => openWindow(browser, faults, look, locale);
const agent = async (login: string, look: Look = wide): Promise<Page> => {
  const page = await newWindow(look);
  await signIn(page, desk, login);
  return page;
};
/** A line of a list, by what is written in it. */
const line = (page: Page, words: string | RegExp) =>
  page.getByRole('region', { name: 'Conversazioni' }).getByRole('link', { name: words });
const message = (page: Page, author: string, words: string) =>
  page.locator(`[data-author=${author}]`, { hasText: words });
const compose = (page: Page) => page.getByRole('textbox', { name: 'Scrivi al cliente' });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('two agents, three customers: seen at once, claimed once, spoken with both ways, given back, closed', async () => {
  const [giulia, luca] = [await agent('giulia'), await agent('luca')];
  await giulia.getByText('Nessuno in attesa').waitFor();
  const announced = giulia.getByText('Un nuovo cliente aspetta: Il bot non era sicuro.').waitFor();
  for (const customer of ['Marta', 'Nino', 'Olga'])
    await desk.says(customer, `vendete mongolfiere? <b>${customer}</b>`);

  await line(giulia, /Olga/).waitFor();
  await expect.poll(() => giulia.title()).toBe('(3) Conversazioni – Sportello');
  await announced;
  for (const page of [giulia, luca]) {
    await line(page, /Marta/).click();
    await message(page, 'customer', '<b>Marta</b>').waitFor();
  }
  // Luca's page is a moment behind: it still shows the customer as waiting.
  await luca.route('**/desk/api/conversations/*', (route) => route.abort());
  await press(giulia, 'Prendi in carico');
  await compose(giulia).waitFor();
  await press(luca, 'Prendi in carico');
  await luca.getByRole('alert').filter({ hasText: 'Giulia l’ha presa in carico' }).waitFor();
  await luca.unrouteAll();
  await line(luca, /Nino/).click();
  await press(luca, 'Prendi in carico');
  await compose(luca).fill('Ciao Nino, sono Luca.');
  await luca.keyboard.press('Enter');
  await message(luca, 'agent', 'sono Luca').waitFor();

  await expect.poll(() => giulia.evaluate(() => document.activeElement?.ariaLabel)).toBe('Scrivi al cliente');
  await giulia.keyboard.type('Buongiorno,');
  await giulia.keyboard.press('Shift+Enter');
  await giulia.keyboard.type('sono Giulia.');
  await giulia.keyboard.press('Enter');
  await message(giulia, 'agent', 'Buongiorno,\nsono Giulia.').waitFor();
  await expect.poll(() => compose(giulia).inputValue()).toBe('');
  await desk.says('Marta', 'grazie, il numero è 12');
  await message(giulia, 'customer', 'il numero è 12').waitFor();
  await giulia.getByRole('tab', { name: /^Aperte/ }).click();
  await line(giulia, /Nino.*La segue Luca/s).waitFor();

  await press(giulia, 'Rimetti in coda');
  await luca.getByRole('tab', { name: /^In attesa/ }).click();
  await line(luca, /Marta/).click();
  await press(luca, 'Prendi in carico');
  await compose(luca).waitFor();
  await press(luca, 'Chiudi');
  await luca.getByRole('menuitem', { name: /^Risolta/ }).click();
  for (const page of [luca, giulia]) await page.getByText('Chiusa: risolta da una persona.').waitFor();
  await expect.poll(() => giulia.title()).toBe('(1) Marta – Sportello');
});

test('an answer of the knowledge with one key, a note for colleagues, and on to the one who is there', async () => {
  const [giulia, luca] = [await agent('giulia'), await agent('luca')];
  await desk.accounts.add({ login: 'olga', name: 'Olga', password });
  const id = await desk.says('Marta', 'voglio un operatore');
  await desk.says('Marta', 'tempi di consegna?');
  await line(giulia, /Marta/).click();
  await press(giulia, 'Prendi in carico');
  await compose(giulia).fill('consegna');
  await giulia
    .getByRole('list', { name: 'Suggerimenti' })
    .getByText('Quanto tempo ci vuole per la consegna?')
    .waitFor();
  await compose(giulia).press('Alt+Digit1');
  await expect.poll(() => compose(giulia).inputValue()).toContain('Consegniamo');
  await compose(giulia).press('Enter');
  await message(giulia, 'agent', 'Consegniamo').waitFor();
  await giulia.getByText('Arriva quando il cliente riapre la pagina').waitFor();
  expect((await desk.store.conversation(id))?.answered.at(-1)).toMatchObject({ entry: 'delivery-time', by: 'agent' });
  await giulia.getByText(/da una persona,/).waitFor();

  await giulia.keyboard.press('Escape');
  await giulia.keyboard.press('n');
  await giulia.getByRole('textbox', { name: 'Scrivi una nota per i colleghi' }).fill('Cliente <b>abituale</b>');
  await giulia.keyboard.press('Enter');
  await message(giulia, 'note', 'Cliente <b>abituale</b>').waitFor();
  // The note may be seen before its box is gone, in which a key is a letter.
  await giulia.getByRole('textbox', { name: 'Scrivi una nota per i colleghi' }).waitFor({ state: 'detached' });

  await giulia.keyboard.press('t');
  const dialog = giulia.getByRole('dialog', { name: 'A chi la passi?' });
  await dialog.getByRole('textbox').fill('Vuole sapere del reso.');
  await giulia.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  // What was begun is still there.
  await giulia.keyboard.press('t');
  await expect.poll(() => dialog.getByRole('textbox').inputValue()).toBe('Vuole sapere del reso.');
  // Who is picked and leaves is not replaced by the only one who is left.
  await dialog.getByRole('radio', { name: /^Olga/ }).check();
  await desk.accounts.disable('olga');
  desk.feed.signal({ kind: 'accounts' });
  await dialog.getByRole('radio', { name: /^Olga/ }).waitFor({ state: 'detached' });
  expect(await dialog.getByRole('radio', { name: /^Luca/ }).isChecked()).toBe(false);
  await dialog.getByRole('radio', { name: /^Luca/ }).check();
  await dialog.getByRole('button', { name: 'Passa' }).click();
  await giulia.getByText('La sta seguendo Luca.').waitFor();
  await luca.getByRole('tab', { name: /^Mie/ }).click();
  await line(luca, /Marta/).click();
  for (const words of ['abituale', 'Vuole sapere del reso.']) await message(luca, 'note', words).waitFor();
  await compose(luca).waitFor();
  expect(await luca.getByRole('log').innerHTML()).not.toContain('<b>abituale');
});

test('a tab leads into its box, and words written beside every box end nothing and give nothing back', async () => {
  const page = await agent('giulia');
  await desk.says('Marta', 'vendete mongolfiere?');
  await press(page, 'Prendi la prossima');
  await compose(page).waitFor();
  const note = page.getByRole('textbox', { name: 'Scrivi una nota per i colleghi' });
  await page.getByRole('tab', { name: 'Nota interna' }).click();
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.type('cliente gentil');
  expect(await note.inputValue()).toBe('cliente gentil');
  await page.getByRole('tab', { name: 'Nota interna' }).click();
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.type('e');
  expect(await note.inputValue()).toBe('cliente gentile');
  await page.getByRole('tab', { name: 'Risposta' }).press('Enter');
  await page.locator('textarea[aria-label="Scrivi al cliente"]:focus').waitFor();
  await page.keyboard.type('re');
  await expect.poll(() => compose(page).inputValue()).toBe('re');

  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  const ending = page.getByRole('dialog', { name: 'Com’è finita?' });
  await ending.locator('[type=radio]:focus').waitFor({ state: 'attached' });
  await page.keyboard.type('ra un reso');
  await page.keyboard.press('Enter');
  await ending.getByRole('radio', { name: /^Risolta/, checked: true }).waitFor({ state: 'attached' });
  await ending.getByRole('button', { name: 'Annulla' }).click();
  await ending.waitFor({ state: 'detached' });
  // Whoever thinks better of it is where the key was pressed.
  await page.locator('article:focus').waitFor();
  await page.keyboard.press('r');
  const giving = page.getByRole('alertdialog', { name: 'La rimetti in coda?' });
  await giving.locator('button:focus', { hasText: /^Annulla$/ }).waitFor();
  await page.keyboard.type('eso ');
  await giving.waitFor({ state: 'detached' });
  await page.locator('article:focus').waitFor();
  expect((await desk.store.open()).map(({ status }) => status)).toEqual(['agent']);
  await page.keyboard.press('r');
  await giving.locator('button:focus', { hasText: /^Annulla$/ }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await giving.waitFor({ state: 'detached' });
  await expect.poll(async () => (await desk.store.open()).map(({ status }) => status)).toEqual(['waiting']);
});

test('each sees at once who is there, and finds what is closed by its words', async () => {
  const [giulia, luca] = [await agent('giulia'), await agent('luca')];
  await desk.says('Marta', 'vendete mongolfiere?');
  await press(giulia, 'Prendi la prossima');
  await compose(giulia).waitFor();
  await luca.getByRole('button', { name: 'Il tuo account: Luca, Disponibile' }).click();
  await luca.getByRole('menuitemradio', { name: 'Assente' }).click();
  await luca.getByRole('button', { name: 'Il tuo account: Luca, Assente' }).waitFor();
  await press(giulia, 'Passa a un collega');
  await giulia.getByRole('radio', { name: /^Luca.*Assente/ }).waitFor();
  await giulia.keyboard.press('Escape');
  await press(giulia, 'Chiudi');
  await giulia.getByRole('menuitem', { name: /^Risolta/ }).click();
  await luca.getByRole('tab', { name: 'Chiuse' }).click();
  await line(luca, /Marta/).waitFor();
  await luca.getByRole('searchbox', { name: 'Cerca' }).fill('mongolf');
  await line(luca, /Marta/).waitFor();
  await luca.getByRole('searchbox', { name: 'Cerca' }).fill('dirigibili');
  await luca.getByText('Nessuna corrisponde').waitFor();
  expect((await desk.store.open()).length).toBe(0);
});

test('with the keyboard alone: search, choose, claim, answer, note, pass on, close, and see what each key does', async () => {
  const page = await agent('giulia');
  await desk.accounts.add({ login: 'luca', name: 'Luca', password });
  const focused = () => page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.tagName);
  await desk.says('Marta', 'vendete mongolfiere?');
  await desk.says('Nino', 'vendete dirigibili?');
  await line(page, /Nino/).waitFor();
  await page.keyboard.press('/');
  await expect.poll(focused).toBe('Cerca');
  await page.keyboard.type('x');
  await page.getByText('Nessuna corrisponde').waitFor();
  await page.keyboard.press('Escape');
  await line(page, /Nino/).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(focused).toBe('Conversazioni');
  await page.keyboard.press('j');
  await page.getByRole('heading', { name: 'Marta' }).waitFor();
  await page.keyboard.press('j');
  await page.getByRole('heading', { name: 'Nino' }).waitFor();
  await page.keyboard.press('k');
  await page.getByRole('heading', { name: 'Marta' }).waitFor();
  await page.keyboard.press('c');
  await expect.poll(focused).toBe('Scrivi al cliente');
  await page.keyboard.type('Eccomi, j e k qui sono lettere?');
  await page.keyboard.press('Enter');
  await message(page, 'agent', 'Eccomi, j e k qui sono lettere?').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Scorciatoie da tastiera' }).waitFor();
  await check(page, 'shortcuts');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('e');
  await page.locator('[role=dialog] [type=radio]:focus').waitFor({ state: 'attached' });
  await page.keyboard.press('ArrowDown');
  await check(page, 'how it ended, asked by key');
  for (const _ of ['to cancel', 'to close it']) await page.keyboard.press('Tab');
  await page.locator('button:focus', { hasText: /^Chiudi$/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Chiusa: non risolta.').waitFor();
  await expect.poll(focused).toBe('ARTICLE');

  await page.keyboard.press('1');
  await line(page, /Nino/).waitFor();
  await page.keyboard.press('j');
  await page.getByRole('heading', { name: 'Nino' }).waitFor();
  await page.keyboard.press('c');
  await expect.poll(focused).toBe('Scrivi al cliente');
  await page.getByRole('list', { name: 'Suggerimenti' }).waitFor();
  await page.keyboard.press('Alt+Digit1');
  await expect.poll(() => compose(page).inputValue()).toContain('Consegniamo');
  await page.keyboard.press('Enter');
  await message(page, 'agent', 'Consegniamo').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect.poll(focused).toBe('Scrivi una nota per i colleghi');
  await page.keyboard.type('t ed e qui sono lettere');
  await page.keyboard.press('Enter');
  await message(page, 'note', 't ed e qui sono lettere').waitFor();
  await expect.poll(focused).toBe('ARTICLE');
  await page.keyboard.press('t');
  await page.locator('[role=dialog] [type=radio]:focus').waitFor({ state: 'attached' });
  // There is only one colleague, who need not be chosen.
  expect(await page.getByRole('radio', { name: /^Luca/ }).isChecked()).toBe(true);
  for (const _ of ['the note', 'to cancel', 'to pass on']) await page.keyboard.press('Tab');
  await page.locator('button:focus', { hasText: /^Passa$/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('La sta seguendo Luca.').waitFor();
  await expect.poll(focused).toBe('ARTICLE');
  await page.keyboard.press('Escape');
  await page.getByText('Scegli una conversazione').first().waitFor({ state: 'attached' });
  expect(new URL(page.url()).pathname).toBe('/desk/');
});

test('shortcuts of a single key can be turned off', async () => {
  const page = await agent('giulia');
  await desk.says('Marta', 'vendete mongolfiere?');
  await line(page, /Marta/).waitFor();
  await page.getByRole('button', { name: /Il tuo account/ }).click();
  await page.getByRole('menuitem', { name: 'Il tuo account' }).click();
  await page.getByRole('switch', { name: 'Scorciatoie di un solo tasto' }).click();
  await page.getByRole('link', { name: /^Posta/ }).click();
  await line(page, /Marta/).waitFor();
  await page.keyboard.press('j');
  await line(page, /Marta/).click();
  await page.getByRole('heading', { name: 'Marta' }).waitFor();
  await page.keyboard.press('c');
  await page.keyboard.press('Escape');
  await page.getByText('Scegli una conversazione').first().waitFor({ state: 'attached' });
  expect((await desk.store.open()).map(({ status }) => status)).toEqual(['waiting']);
});

test('what could not be sent stays in the box, and a line that comes back brings what was missed', async () => {
  const page = await agent('giulia');
  await desk.says('Marta', 'vendete mongolfiere?');
  await line(page, /Marta/).click();
  await press(page, 'Prendi in carico');
  await compose(page).waitFor();
  await page.route('**/say', (route) => route.abort());
  await compose(page).fill('un messaggio lungo e pensato');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'quello che hai scritto è ancora qui' }).waitFor();
  expect(await compose(page).inputValue()).toBe('un messaggio lungo e pensato');
  await page.unrouteAll();
  await page.keyboard.press('Enter');
  await message(page, 'agent', 'un messaggio lungo e pensato').waitFor();
  await page.reload();
  await message(page, 'agent', 'un messaggio lungo e pensato').waitFor();
});

test('a draft stays with its conversation, and whoever signs out leaves none to the next one', async () => {
  const page = await agent('giulia');
  await desk.says('Marta', 'vendete mongolfiere?');
  await desk.says('Nino', 'vendete dirigibili?');
  for (const customer of ['Marta', 'Nino']) {
    await page.getByRole('tab', { name: /^In attesa/ }).click();
    await line(page, customer).click();
    await press(page, 'Prendi in carico');
    await compose(page).fill(`una bozza per ${customer}`);
  }
  await line(page, /Marta/).click();
  await page.getByRole('heading', { name: 'Marta' }).waitFor();
  const draft = () => compose(page).inputValue();
  await expect.poll(draft).toBe('una bozza per Marta');
  await page.reload();
  await expect.poll(draft).toBe('una bozza per Marta');
  await page.getByRole('button', { name: /Il tuo account/ }).click();
  await page.getByRole('menuitem', { name: 'Esci' }).click();
  await page.locator('[name=login]').waitFor();
  await expect.poll(() => page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('bozza');
});

test('a disabled account is shown the way out at once, and the customer’s words are gone from the page', async () => {
  // Somebody has to look after the accounts.
  await desk.accounts.add({ login: 'anna', name: 'Anna', password });
  const page = await agent('giulia');
  await desk.says('Marta', 'vendete mongolfiere?');
  await line(page, /Marta/).click();
  await message(page, 'customer', 'mongolfiere').waitFor();
  await desk.accounts.disable('giulia');
  await page.getByText('La sessione è finita. Accedi di nuovo.').waitFor();
  await expect.poll(() => page.content()).not.toContain('mongolfiere');
});

test('the page speaks the browser’s language, and another one when asked, also after a reload', async () => {
  const page = await newWindow(wide, 'en-GB');
  await page.goto(`${desk.origin}/desk`);
  await page.getByRole('heading', { name: 'Sign in to the desk' }).waitFor();
  await press(page, 'Italiano');
  await page.getByRole('heading', { name: 'Accedi allo sportello' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Accedi allo sportello' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('it');
});

test('customers without a name are told apart by a number, and what was announced does not stay', async () => {
  const page = await agent('giulia');
  await page.getByText('Nessuno in attesa').waitFor();
  // Said for five seconds, so it is waited for before it is.
  const announced = page.getByText(/Un nuovo cliente aspetta/);
  const said = announced.waitFor({ state: 'attached' });
  for (const id of ['one', 'two']) {
    const thread = { id, channel: 'webchat', customer: { id }, language: 'it' } as const;
    await desk.turns.receive(thread, { kind: 'message', text: 'voglio un operatore', origin: { activityId: id } });
  }
  const names = line(page, /^Cliente [2-9B-DF-HJ-NP-TV-XZ]{4}/);
  await names.nth(1).waitFor();
  const [first, second] = (await names.allTextContents()).map((text) => text.slice(0, 'Cliente XXXX'.length));
  expect(second).not.toBe(first);
  await names.first().click();
  await page.getByRole('heading', { name: String(first) }).waitFor();
  await said;
  await announced.waitFor({ state: 'detached' });
});

test('a list of hundreds is drawn where it is looked at, searched by any word, and gone through with the arrow keys', async () => {
  const page = await agent('giulia');
  for (let count = 0; count < 200; count += 1) await desk.says(`Cliente numero ${count}`, 'vendete mongolfiere?');
  await page.getByRole('tab', { name: /^In attesa 200/ }).waitFor();
  const rows = page.getByRole('list', { name: 'In attesa' }).getByRole('listitem');
  expect(await rows.count()).toBeLessThan(40);
  await line(page, /Cliente numero 0\b/).focus();
  await page.keyboard.press('ArrowDown');
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.slice(0, 'Cliente numero 199'.length));
  await expect.poll(focused).toMatch(/^Cliente numero 1\D/);
  await page.keyboard.press('End');
  await expect.poll(focused).toBe('Cliente numero 199');
  await page.getByRole('searchbox', { name: 'Cerca' }).fill('MONGOLFIERE 73');
  await line(page, /Cliente numero 73/).waitFor();
  await expect.poll(() => rows.count()).toBe(2);
  await page.getByRole('searchbox', { name: 'Cerca' }).fill('dirigibili');
  await page.getByText('Nessuna corrisponde').waitFor();
});

test('a form says in the page’s language what is wrong in which field', async () => {
  const page = await newWindow(wide, 'en-GB');
  await page.goto(await desk.accounts.link(desk.origin));
  await press(page, 'Italiano');
  await page.getByLabel('Il tuo nome').fill('Giulia');
  await page.getByLabel('Password', { exact: true }).fill('corta');
  await page.getByRole('button', { name: /Crea/ }).click();
  await page.getByText('Compila questo campo.').waitFor();
  await page.getByText('Servono almeno 12 caratteri: ora sono 5.').waitFor();
  await page.locator('[name=login]:focus').waitFor();
  await check(page, 'welcome with faults');
  await page.getByLabel('Nome utente').fill('giulia');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByText('Compila questo campo.').waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await page.getByText('Nessuno in attesa').waitFor();
});

describe.each(looks)('on $name', (look) => {
  test('every view is without a fault for axe and fits', async () => {
    const page = await newWindow(look);
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

    await desk.says('Nino', 'vendete mongolfiere?');
    await desk.says('Marta', 'tempi di consegna?');
    await desk.says('Marta', 'voglio un operatore');
    await line(page, /Marta/).waitFor();
    await check(page, 'list');
    await line(page, /Marta/).click();
    await message(page, 'customer', 'voglio un operatore').waitFor();
    await check(page, 'waiting');
    await press(page, 'Prendi in carico');
    await compose(page).fill('Buongiorno!');
    await page.keyboard.press('Enter');
    await message(page, 'agent', 'Buongiorno!').waitFor();
    const toEnd = () => page.getByRole('log').evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
    await expect.poll(toEnd).toBeLessThan(2);
    await check(page, 'mine');
    if (look.width < 1180) {
      await page.getByRole('tab', { name: 'In breve' }).click();
      await check(page, 'brief');
    }
    await press(page, 'Chiudi');
    await page.getByRole('menuitem', { name: /^Spam/ }).waitFor();
    await check(page, 'how it ended');
    await page.getByRole('menuitem', { name: /^Spam/ }).click();
    await page.getByText('Chiusa: era spam.').waitFor();
    await check(page, 'closed');
  });
});
