import type { NodeResult, Result } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Role } from '../../bot/domain/role.ts';
import { password, type GivenDesk } from '../web/desk-given.ts';
import { violationsIn } from './axe.ts';

/* Windows of people at the desk, for tests of its pages: what goes wrong in one of them is collected, and fails the test. */

/** Both widths and both colours; the other two pairs show nothing that these do not. */
export const looks = [
  { name: 'a phone in the dark', width: 390, height: 844, colorScheme: 'dark' },
  { name: 'a wide screen in the light', width: 1440, height: 900, colorScheme: 'light' },
] as const;
export type Look = (typeof looks)[number];

export const wide: Look = looks[1];

/** A window of its own, signed out; faults of its pages are added to `faults`. */
export async function openWindow(
  browser: Browser,
  faults: string[],
  look: Look = wide,
  locale = 'it-IT',
): Promise<Page> {
  const { width, height, colorScheme } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale,
    reducedMotion: 'reduce',
  });
  // Sooner than the test's own limit, so that a failure names what was waited for.
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // Chromium writes down every refusal that a test provokes.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load')) faults.push(message.text());
  });
  return page;
}

/** Opens an account of this login, with the name in capitals, and signs it in at a page of the desk. */
export async function signIn(
  page: Page,
  desk: GivenDesk,
  login: string,
  path = '/desk',
  roles?: readonly Role[],
): Promise<void> {
  const name = `${login[0]?.toUpperCase()}${login.slice(1)}`;
  await desk.accounts.add({ login, name, password }, roles);
  await page.goto(`${desk.origin}${path}`);
  await page.locator('[name=login]').fill(login);
  await page.locator('[name=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
}

/** A menu that was opened with the keyboard takes keys once the focus has moved into it. */
export async function focusInMenu(page: Page): Promise<void> {
  await page.locator('[role^=menuitem]:focus').waitFor();
}

/** They hang outside of the page's regions, beside what opened them in the order of focus. */
const popovers = '.fui-MenuPopover, .fui-PopoverSurface, .fui-Tooltip__content, .fui-Toaster';

/**
 * Fails unless axe finds nothing and nothing is wider than the window. Tabster's dummies, which pass the focus on as soon as they have it, are
 * left out.
 */
export async function check(page: Page, view: string): Promise<void> {
  const found = await violationsIn(page, {}, '[data-tabster-dummy]');
  const violations: Result[] = [];
  for (const each of found) if (each.id !== 'region' || !(await allHang(page, each.nodes))) violations.push(each);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect({
    view,
    sideways,
    violations: violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
  }).toEqual({ view, sideways: false, violations: [] });
}

function allHang(page: Page, nodes: readonly NodeResult[]): Promise<boolean> {
  return page.evaluate(
    ([targets, outside]) => targets.every((target) => document.querySelector(target)?.closest(outside) !== null),
    [nodes.map(({ target }) => String(target[0])), popovers] as const,
  );
}
