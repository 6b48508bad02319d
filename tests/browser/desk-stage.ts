import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openDesk, type GivenDesk } from '../web/desk-given.ts';
import { launchBrowser } from './chromium.ts';

/** What a test of the desk's pages plays on. */
export interface Stage {
  /** One for the whole file; the windows of a test close with it. */
  readonly browser: Browser;
  readonly desk: GivenDesk;
  /** What went wrong in pages whose windows were opened with it; anything in it fails the test. */
  readonly faults: string[];
}

/** Sets a new stage for each test of the file that calls this, and tells of it. Default: a desk with nobody and nothing at it. */
export function setStages(take: (stage: Stage) => void, open: () => Promise<GivenDesk> = () => openDesk()): void {
  let browser: Browser;
  let stage: Stage;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    stage = { browser, desk: await open(), faults: [] };
    take(stage);
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await stage.desk.close();
    if (stage.faults.length > 0) throw new Error(`The page had faults:\n${stage.faults.join('\n')}`);
  });
}
