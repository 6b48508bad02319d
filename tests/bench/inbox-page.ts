import type { Page } from 'playwright-core';

import { alwaysOpen } from '../../bot/domain/hours.ts';
import { launchBrowser } from '../browser/chromium.ts';
import { openDesk, password, simpleMind, type GivenDesk } from '../web/desk-given.ts';
import { fillInbox } from './inbox.ts';

/* The inbox as two agents see it, in real browsers, with 2,000 customers waiting. */

const changes = 20;

/** Prints how long the page takes to show the list, a change to reach the second page's screen, and a frame while scrolling. */
export async function measureInboxPage(): Promise<void> {
  const desk = await openDesk({ ...simpleMind(), hours: alwaysOpen });
  const browser = await launchBrowser();
  try {
    await fillInbox(desk);
    const [first, second] = [await browser.newPage(), await browser.newPage()];
    await signedIn(first, desk, 'anna');
    await signedIn(second, desk, 'bruno');
    const begun = performance.now();
    await second.reload();
    await second.getByRole('listitem').nth(5).waitFor();
    const shown = performance.now() - begun;
    const seen = await changeSeen(second, desk);
    const frames = await framesOfScrolling(second);
    console.log(
      `  in a browser: the list is there after ${shown.toFixed(0)} ms, a change is seen after ${at(seen, 0.5)} ms, ` +
        `${at(seen, 1)} at most (aim: 300); scrolling, a frame takes ${at(frames, 0.5)} ms, ${at(frames, 0.95)} for one in twenty`,
    );
  } finally {
    await browser.close();
    await desk.close();
  }
}

async function signedIn(page: Page, desk: GivenDesk, login: string): Promise<void> {
  await desk.accounts.add({ login, name: login, password });
  await page.goto(`${desk.origin}/desk`);
  await page.locator('[name=login]').fill(login);
  await page.locator('[name=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('listitem').nth(5).waitFor();
}

/** From the customer's message until the number beside the list has changed on the screen. */
async function changeSeen(page: Page, desk: GivenDesk): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < changes; index += 1) {
    const tab = page.getByRole('tab').first();
    const before = await tab.textContent();
    const changed = page.waitForFunction((was) => document.querySelector('[role=tab]')?.textContent !== was, before, {
      polling: 'raf',
    });
    const begun = performance.now();
    await desk.says(`Cliente ${index}`, 'vendete mongolfiere?');
    await changed;
    times.push(performance.now() - begun);
  }
  return times.sort((one, other) => one - other);
}

/** Milliseconds between the frames of two seconds of scrolling through the whole list. */
async function framesOfScrolling(page: Page): Promise<number[]> {
  const frames = await page
    .getByRole('list')
    .first()
    .evaluate(async (list) => {
      const box = list.parentElement!;
      const times: number[] = [];
      let last = performance.now();
      while (times.length < 120) {
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        times.push(now - last);
        last = now;
        box.scrollTop += box.scrollHeight / 120;
      }
      return times;
    });
  return frames.sort((one, other) => one - other);
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
}
