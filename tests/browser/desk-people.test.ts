import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openDesk, password, type GivenDesk } from '../web/desk-given.ts';
import { openProvider, type GivenProvider } from '../web/given-provider.ts';
import { setStages } from './desk-stage.ts';
import { check, looks, openWindow, signIn, type Look } from './desk-windows.ts';

/* The pages for people: who may sign in, what they did, one's own account, and signing in with a provider. */

let browser: Browser;
let desk: GivenDesk;
let provider: GivenProvider;
let faults: string[];

const longName = 'Massimiliano Bartolomeo de’ Conti della Gherardesca-Altavilla';

/** A folder for pictures of what the tests see; none are made without. */
const pictures = process.env['SPORTELLO_PICTURES'] ?? '';

beforeAll(async () => {
  provider = await openProvider();
});
afterAll(() => provider.stop());
setStages(
  (stage) => ({ browser, desk, faults } = stage),
  async () => {
    const opened = await openDesk(undefined, undefined, provider.settings());
    provider.allow(opened.origin);
    return opened;
  },
);

/** Keeps a picture where SPORTELLO_PICTURES says, to be looked at. */
async function picture(page: Page, { width, colorScheme }: Look, name: string): Promise<void> {
  if (pictures === '') return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`), fullPage: true });
}

async function seen(page: Page, look: Look, name: string): Promise<void> {
  await check(page, name);
  await picture(page, look, name);
}

async function menuOf(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `Azioni per ${name}` }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

describe.each(looks)('on $name', (look) => {
  test('everything fits and is without a fault for axe', async () => {
    const page = await openWindow(browser, faults, look);
    await page.goto(`${desk.origin}/desk/account?problem=no-role`);
    await page.getByRole('link', { name: 'Accedi con Rossi ID' }).waitFor();
    await page.getByText('il tuo account non ha ancora un ruolo').waitFor();
    await seen(page, look, 'sign-in');

    await signIn(page, desk, 'capo', '/desk/people');
    await desk.accounts.add({ login: 'giulia', name: longName, password }, ['agent', 'editor', 'manager']);
    await desk.accounts.add({ login: 'luca', name: 'Luca', password });
    await desk.accounts.addWithoutPassword({ login: 'nina', name: 'Nina' }, ['agent']);
    await desk.accounts.disable('luca');
    await page.reload();
    await page.getByText(longName).waitFor();
    await seen(page, look, 'people');
    await page.getByRole('button', { name: 'Azioni per Luca' }).click();
    await page.getByRole('menuitem', { name: 'Riattiva' }).waitFor();
    await seen(page, look, 'people-menu');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Invita' }).click();
    await page.getByRole('radio', { name: 'Lo scelgo io' }).check();
    await page.getByRole('button', { name: 'Crea il link' }).click();
    await page.getByText('Compila questo campo.').first().waitFor();
    await seen(page, look, 'people-invite');
    await page.getByLabel('Nome', { exact: true }).fill('Rita');
    await page.getByLabel('Nome utente', { exact: true }).last().fill('rita');
    await page.getByRole('button', { name: 'Crea il link' }).click();
    await page.getByText('Il link è pronto').waitFor();
    await seen(page, look, 'people-link');
    await page.getByRole('button', { name: 'Fatto' }).click();
    await page.getByRole('tab', { name: 'Inviti' }).click();
    await page.getByText('Rita', { exact: true }).waitFor();
    await desk.accounts.link(desk.origin, ['agent', 'editor', 'manager', 'admin'], undefined, longName);
    await page.reload();
    await page.getByText(longName).waitFor();
    await seen(page, look, 'people-invitations');
    await page.getByRole('button', { name: `Nuovo link al posto di quello di prima: ${longName}` }).click();
    await page.getByText('Il link di prima non vale più.').waitFor();
    await seen(page, look, 'people-invitation-renewed');
    await page.getByRole('button', { name: 'Fatto' }).click();
    for (const name of [longName, 'Rita']) await page.getByRole('button', { name: `Ritira l’invito: ${name}` }).click();
    await page.getByText('Nessun invito aperto').waitFor();
    await seen(page, look, 'people-invitations-empty');
    await page.getByRole('tab', { name: 'Account' }).click();
    await menuOf(page, 'Capo', 'Sessioni');
    await page.getByText('Sessioni di Capo').waitFor();
    await seen(page, look, 'people-sessions');
    await page.getByRole('button', { name: 'Chiudi', exact: true }).click();

    await page.getByRole('tab', { name: 'Registro' }).click();
    await page.getByRole('cell', { name: 'Account disattivato' }).waitFor();
    await page.getByRole('cell', { name: 'nome utente: giulia, ruoli: Operatore, Redattore, Responsabile' }).waitFor();
    expect(await page.getByRole('link', { name: longName }).getAttribute('href')).toMatch(/people\/audit\?account=/);
    await seen(page, look, 'people-audit');
    await page.getByLabel('Azione').selectOption('accounts.disable');
    await page.getByRole('cell', { name: 'Account disattivato' }).waitFor();
    await page.goto(`${desk.origin}/desk/people/audit?act=nothing`);
    await page.getByText('Con questi filtri non c’è niente.').waitFor();
    await seen(page, look, 'people-audit-empty');

    await page.goto(`${desk.origin}/desk/account`);
    await page.getByRole('button', { name: 'Cambia la password' }).click();
    await page.getByText('questa finestra').waitFor();
    await seen(page, look, 'account');
    expect(await page.getByText('questa finestra').count()).toBe(1);
  });
});

test('an admin invites somebody, who chooses a password, works, gets another role, and is out at once when disabled', async () => {
  const [boss, newcomer] = [await openWindow(browser, faults), await openWindow(browser, faults)];
  await signIn(boss, desk, 'capo', '/desk/people');
  await boss.getByRole('button', { name: 'Invita' }).click();
  await boss.getByRole('dialog').getByRole('button', { name: 'Annulla' }).click();
  await boss.locator('button:focus', { hasText: /^Invita$/ }).press('Enter');
  await boss.getByRole('checkbox', { name: /^Redattore/ }).check();
  await boss.getByRole('button', { name: 'Crea il link' }).click();
  const link = await boss.getByLabel('Link', { exact: true }).inputValue();
  await boss.getByRole('button', { name: 'Fatto' }).click();

  await newcomer.goto(link);
  await newcomer.getByLabel('Il tuo nome').fill('Anna');
  await newcomer.getByLabel('Nome utente').fill('anna');
  await newcomer.getByLabel('Password', { exact: true }).fill(password);
  await newcomer.getByRole('button', { name: /^Crea/ }).click();
  await newcomer.getByRole('navigation').waitFor();
  await newcomer.goto(`${desk.origin}/desk/account`);
  await newcomer.getByRole('heading', { name: 'Il tuo account' }).waitFor();

  // Nobody reloads: the stream tells the admin that the link was used, and Anna what she may do now.
  await menuOf(boss, 'Anna', 'Cambia i ruoli');
  await boss.getByRole('checkbox', { name: /^Responsabile/ }).check();
  await boss.getByRole('button', { name: 'Salva' }).click();
  await boss.getByRole('listitem').filter({ hasText: 'Anna' }).getByText('Responsabile').waitFor();
  expect((await desk.store.byLogin('anna'))?.roles).toEqual(['agent', 'editor', 'manager']);
  await newcomer.getByRole('link', { name: 'Panoramica' }).waitFor();
  await menuOf(boss, 'Anna', 'Cambia i ruoli');
  await boss.getByRole('checkbox', { name: /^Operatore/ }).uncheck();
  await boss.getByRole('button', { name: 'Salva' }).click();
  await newcomer.getByRole('link', { name: 'Posta' }).waitFor({ state: 'detached' });
  await menuOf(boss, 'Anna', 'Disattiva');
  await boss.keyboard.press('Escape');
  await boss.locator('button:focus[aria-label="Azioni per Anna"]').waitFor();
  await menuOf(boss, 'Anna', 'Disattiva');
  await boss.getByRole('button', { name: 'Disattiva' }).click();
  await boss.getByRole('listitem').filter({ hasText: 'Anna' }).getByText('Disattivato').waitFor();
  await newcomer.getByText('La sessione è finita. Accedi di nuovo.').waitFor();

  await menuOf(boss, 'Capo', 'Disattiva');
  await boss.getByRole('button', { name: 'Disattiva' }).click();
  await boss.getByText('È l’ultimo amministratore che può accedere').waitFor();
  await boss.getByRole('button', { name: 'Annulla' }).click();
  await menuOf(boss, 'Anna', 'Che cosa ha fatto');
  await boss.getByRole('cell', { name: 'Accesso', exact: true }).first().waitFor();
  expect(await boss.getByRole('cell', { name: 'Anna' }).count()).toBeGreaterThan(1);
  const [file] = await Promise.all([
    boss.waitForEvent('download'),
    boss.getByRole('link', { name: 'Scarica CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('audit.csv');
});

test('a lost password: the admin gives a link, and only its owner knows the new one', async () => {
  const [boss, anna] = [await openWindow(browser, faults), await openWindow(browser, faults, looks[0])];
  await desk.accounts.add({ login: 'capo', name: 'Capo', password });
  await desk.accounts.add({ login: 'anna', name: 'Anna', password });
  await signIn(boss, desk, 'capo', '/desk/people');
  await menuOf(boss, 'Anna', 'Link per una nuova password');
  const link = await boss.getByLabel('Link', { exact: true }).inputValue();
  await anna.goto(link);
  await anna.getByText('Anna, il tuo nome utente è anna.').waitFor();
  await seen(anna, looks[0], 'new-password');
  await anna.getByLabel('Password', { exact: true }).fill('una frase tutta nuova');
  await anna.getByRole('button', { name: 'Salva e accedi' }).click();
  await anna.getByRole('navigation').waitFor();
  expect((await desk.accounts.signIn('anna', password, { address: '', browser: '' })).kind).toBe('wrong');
});

test('one changes the own password and ends a session left open elsewhere, with the keyboard', async () => {
  const [home, office] = [await openWindow(browser, faults), await openWindow(browser, faults)];
  await signIn(home, desk, 'anna', '/desk/account');
  await office.goto(`${desk.origin}/desk/account`);
  await office.locator('[name=login]').fill('anna');
  await office.locator('[name=password]').fill(password);
  await office.keyboard.press('Enter');
  await office.getByRole('button', { name: /^Chiudi la sessione di Chrome/ }).focus();
  await office.keyboard.press('Enter');
  await office.getByRole('button', { name: /^Chiudi la sessione/ }).waitFor({ state: 'detached' });
  // The focus does not go with the button.
  await office.locator('ul:focus').waitFor();
  await home.getByText('La sessione è finita. Accedi di nuovo.').waitFor();

  await office.getByLabel('Password attuale').fill('sbagliata');
  await office.getByLabel('Nuova password').fill('una frase tutta nuova');
  await office.keyboard.press('Enter');
  await office.getByText('La password attuale non è questa.').waitFor();
  await office.getByLabel('Password attuale').fill(password);
  await office.keyboard.press('Enter');
  await office.getByText('La password è cambiata.').waitFor();
  // The stream of the session before has ended, and the page goes on with the new one.
  await desk.accounts.setRoles('anna', ['agent', 'editor', 'admin']);
  await office.getByRole('link', { name: 'Panoramica' }).waitFor({ state: 'detached' });
  await office.getByRole('heading', { name: 'Il tuo account' }).waitFor();
  expect(await office.getByRole('button', { name: /^Chiudi la sessione/ }).count()).toBe(0);
});

test('an account made with a password is linked to the provider, opened by it, and unlinked', async () => {
  provider.person = { sub: 'm1', name: 'Mara', preferred_username: 'mara' };
  const page = await openWindow(browser, faults, looks[0]);
  await signIn(page, desk, 'mara', '/desk/account');
  await page.getByRole('button', { name: 'Collega Rossi ID', exact: true }).click();
  await page.getByText('Compila questo campo.').waitFor();
  await seen(page, looks[0], 'account-link');
  await page.getByLabel('La tua password, per confermare').fill(password);
  await page.keyboard.press('Enter');
  // The same words stood there before: the page that comes back from the provider is known by its button.
  await page.getByRole('button', { name: 'Scollega Rossi ID' }).waitFor();
  await page.getByText('puoi accedere anche con Rossi ID').waitFor();
  await seen(page, looks[0], 'account-linked');
  expect((await desk.accounts.list())[0]?.signsInWith).toEqual(['password', 'provider']);
  await page.getByRole('button', { name: 'Scollega Rossi ID' }).click();
  await page.getByRole('button', { name: 'Collega Rossi ID', exact: true }).waitFor();
  expect((await desk.accounts.list())[0]?.signsInWith).toEqual(['password']);
});

test('somebody signs in with the provider: first known without a role, then let in by an admin', async () => {
  await desk.accounts.add({ login: 'capo', name: 'Capo', password });
  provider.person = { sub: 'n1', name: 'Nadia', preferred_username: 'nadia' };
  const page = await openWindow(browser, faults);
  await page.goto(`${desk.origin}/desk/account`);
  await page.getByRole('link', { name: 'Accedi con Rossi ID' }).click();
  await page.getByText('il tuo account non ha ancora un ruolo').waitFor();
  await desk.accounts.setRoles('nadia', ['agent']);
  await page.getByRole('link', { name: 'Accedi con Rossi ID' }).click();
  await page.getByRole('heading', { name: 'Il tuo account' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/desk/account');
  expect(await page.getByLabel('Password attuale').count()).toBe(0);
});
