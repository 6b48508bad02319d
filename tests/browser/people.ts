import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { shareModels } from '../learned.ts';

/* What the people of a story do in their browsers, by the names that a screen reader would say. */

const root = resolve(import.meta.dirname, '../..');

/** A folder for one story: the sample knowledge without hours, so that people are at the desk around the clock. */
export function storyFolder(): { path: string; settings: Readonly<Record<string, string>>; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'sportello-story-'));
  shareModels(path);
  const knowledge = join(path, 'knowledge');
  for (const part of ['faq', 'intents']) cpSync(join(root, part), join(knowledge, part), { recursive: true });
  rmSync(join(knowledge, 'intents/hours.yaml'));
  return {
    path,
    settings: { DATABASE_URL: `file:${join(path, 'sportello.db')}`, KNOWLEDGE_DIR: knowledge },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** A person's own window: nothing is shared with the others. */
export async function newWindow(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'it-IT', viewport: { width: 1280, height: 860 }, ...options });
  context.setDefaultTimeout(30_000);
  return await context.newPage();
}

/** Opens the one-time link that the start printed, and makes the first account. */
export async function firstAgent(page: Page, printed: string, name: string): Promise<void> {
  await page.goto(/http\S+welcome#\S+/.exec(printed)?.[0] ?? '');
  await page.getByLabel('Il tuo nome').fill(name);
  await page.getByLabel('Nome utente').fill('giulia');
  await page.getByLabel('Password', { exact: true }).fill('una frase lunga e mia');
  await page.getByRole('button', { name: /Crea/ }).click();
  await page.getByText('Nessuno in attesa').waitFor();
}

/** Opens the bubble of the shop's page. */
export async function openBubble(shop: Page): Promise<FrameLocator> {
  await shop.locator('button[aria-expanded]').last().click();
  return shop.frameLocator('iframe');
}

/** Web Chat holds each text up to three times; the bubble is the one that is seen. */
export function bubble(chat: Page | FrameLocator, text: RegExp) {
  return chat.locator('.webchat__bubble__content', { hasText: text });
}

export async function ask(chat: Page | FrameLocator, text: string): Promise<void> {
  const box = chat.locator('[data-id="webchat-sendbox-input"]');
  await box.fill(text);
  await box.press('Enter');
}
