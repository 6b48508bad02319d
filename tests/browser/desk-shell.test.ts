import type { Browser } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { failingChannel, password, type GivenDesk } from '../web/desk-given.ts';
import { setStages } from './desk-stage.ts';
import { check, focusInMenu, looks, openWindow, signIn } from './desk-windows.ts';

let browser: Browser;
let desk: GivenDesk;
let faults: string[];

setStages((stage) => ({ browser, desk, faults } = stage));

describe.each(looks)('on $name', (look) => {
  test('what stands around the pages is without a fault for axe and fits', async () => {
    const page = await openWindow(browser, faults, look);
    await page.goto(`${desk.origin}/desk/account`);
    await page.getByRole('heading', { name: 'Accedi allo sportello' }).waitFor();
    await check(page, 'sign-in');
    desk.channels.push(failingChannel);
    await signIn(page, desk, 'giulia', '/desk/account');
    await page.getByRole('heading', { name: 'Il tuo account' }).waitFor();
    await page.getByText(/Telegram non funziona dalle .*: il canale non risponde. 2 messaggi aspettano/).waitFor();
    await check(page, 'account');
    await page.getByRole('button', { name: 'Il tuo account: Giulia' }).click();
    await page.getByRole('menuitem', { name: 'Esci' }).waitFor();
    await check(page, 'account menu');
  });
});

test('a channel that fails is told while the page stands open, and so is that it works again', async () => {
  const page = await openWindow(browser, faults);
  await signIn(page, desk, 'giulia', '/desk/account');
  await page.getByRole('heading', { name: 'Il tuo account' }).waitFor();
  const failing = page.getByText(/Telegram non funziona/);
  desk.channels.push(failingChannel);
  desk.feed.signal({ kind: 'channels' });
  await expect.poll(() => failing.count()).toBe(1);
  desk.channels.pop();
  desk.feed.signal({ kind: 'channels' });
  await expect.poll(() => failing.count()).toBe(0);
});

test('language and look are chosen at the account, and stay after a reload', async () => {
  const page = await openWindow(browser, faults);
  await signIn(page, desk, 'giulia', '/desk/account');
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.querySelector('main')!.parentElement!).backgroundColor);
  const light = await ground();
  await page.getByRole('radio', { name: 'Scuro' }).check();
  await expect.poll(ground).not.toBe(light);
  const dark = await ground();
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByRole('heading', { name: 'Your account' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Your account' }).waitFor();
  await expect
    .poll(async () => [await page.locator('html').getAttribute('lang'), await ground(), await page.title()])
    .toEqual(['en', dark, 'Your account – Sportello']);
});

test('with the keyboard: past the navigation to the content, and out by the account’s menu', async () => {
  const page = await openWindow(browser, faults);
  await signIn(page, desk, 'giulia', '/desk/account');
  await page.reload();
  await page.getByRole('heading', { name: 'Il tuo account' }).waitFor();
  await page.keyboard.press('Tab');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Vai al contenuto');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
  await page.getByRole('button', { name: 'Il tuo account: Giulia' }).focus();
  await page.keyboard.press('Enter');
  await focusInMenu(page);
  await page.keyboard.press('End');
  await page.locator('[role=menuitem]:focus', { hasText: 'Esci' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Accedi allo sportello' }).waitFor();
});

test('a line that is lost is told, and told no more when it is back', async () => {
  const page = await openWindow(browser, faults);
  await signIn(page, desk, 'giulia', '/desk/account');
  await page.getByRole('heading', { name: 'Il tuo account' }).waitFor();
  const lost = page.getByText('Collegamento interrotto');
  await page.route('**/desk/api/events', (route) => route.abort());
  await page.reload();
  await lost.waitFor();
  await page.unrouteAll();
  await lost.waitFor({ state: 'detached' });
  expect(await page.getByRole('heading', { name: 'Il tuo account' }).isVisible()).toBe(true);
});

test('what happened between the reading of a page and its line is seen with the line', async () => {
  const id = await desk.says('Marta', 'vendete mongolfiere?');
  await desk.accounts.add({ login: 'anna', name: 'Anna', password });
  const page = await openWindow(browser, faults);
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  await page.route('**/desk/api/events', async (route) => {
    await opened;
    await route.continue();
  });
  await signIn(page, desk, 'giulia', `/desk/c/${id}`, ['agent', 'editor', 'manager']);
  await page.getByText('vendete mongolfiere?').first().waitFor();
  const overview = page.getByRole('link', { name: 'Panoramica' });
  await overview.waitFor();
  await desk.says('Marta', 'e dirigibili?');
  await desk.accounts.setRoles('giulia', ['agent', 'editor']);
  open();
  const later = page.locator('[data-author=customer]', { hasText: 'e dirigibili?' });
  await expect.poll(async () => [await later.count(), await overview.count()]).toEqual([1, 0]);
});

test('a disabled account is shown the way out at once', async () => {
  // Somebody has to look after the accounts.
  await desk.accounts.add({ login: 'anna', name: 'Anna', password });
  const page = await openWindow(browser, faults);
  await signIn(page, desk, 'giulia', '/desk/account');
  await page.getByRole('heading', { name: 'Il tuo account' }).waitFor();
  await desk.accounts.disable('giulia');
  await page.getByText('La sessione è finita. Accedi di nuovo.').waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
});

test('who works in one window is there, whatever a window says that lies behind it', async () => {
  const behind = await openWindow(browser, faults);
  await behind.clock.install();
  await signIn(behind, desk, 'giulia');
  const id = (await desk.accounts.list())[0]?.id ?? '';
  const presence = () => desk.presence.of(id);
  // Another context: windows of one share their clock.
  const front = await openWindow(browser, faults);
  await signIn(front, desk, 'giulia');
  // A page that arrives says that somebody is there; so both have arrived before one of them falls idle.
  for (const page of [behind, front])
    await page.getByRole('button', { name: 'Il tuo account: Giulia, Disponibile' }).waitFor();
  await behind.clock.fastForward('05:01');
  await expect.poll(presence).toMatchObject({ state: 'away', because: 'idleness' });
  // The news of it comes to the window in front with the stream.
  let step = 0;
  await expect
    .poll(async () => {
      await front.mouse.move(200 + (step += 1), 300);
      return presence().state;
    })
    .toBe('available');
});
