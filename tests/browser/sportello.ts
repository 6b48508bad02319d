import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readConfig } from '../../bot/config.ts';
import { startSportello, type Sportello } from '../../bot/sportello.ts';
import { shareModels } from '../learned.ts';

export interface Running {
  readonly url: string;
  /** Stops it and starts it again on the same port, with the same store. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the real Sportello with the sample knowledge, a store of its own and a free port. */
export async function openSportello(settings: Readonly<Record<string, string>> = {}): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-browser-'));
  shareModels(folder);
  const start = (port: string): Promise<Sportello> =>
    startSportello(
      readConfig({
        PORT: port,
        HOST: '127.0.0.1',
        DATABASE_URL: `file:${join(folder, 'test.db')}`,
        CHATS_PER_MINUTE: '1000',
        MESSAGES_PER_MINUTE: '1000',
        ...settings,
      }),
      () => {},
    );
  let running = await start('0');
  const { url } = running;
  return {
    url,
    async restart() {
      await running.close();
      running = await start(new URL(url).port);
    },
    async stop() {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What Web Chat shows and takes; each of its texts is up to three times in the page, so the bubbles are looked at alone. */
export function chatOn(page: Pick<Page, 'locator'>) {
  const box = page.locator('[data-id="webchat-sendbox-input"]');
  return {
    bubbles: page.locator('.webchat__bubble__content'),
    choices: page.locator('.webchat__suggested-actions button'),
    box,
    async say(text: string): Promise<void> {
      await box.fill(text);
      await box.press('Enter');
    },
    /** A bubble with these words. */
    bubble: (words: string | RegExp) => page.locator('.webchat__bubble__content', { hasText: words }),
  };
}
