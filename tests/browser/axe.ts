import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, Result, RunOptions } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every rule of WCAG 2.2 AA, and what is held for good practice. */
export const wcag: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/**
 * What changes its colour has the old one until the next frame, however short its transition is. A page that is not seen draws no frames, and
 * what moves for ever never ends: neither is waited for.
 */
async function stillness(): Promise<void> {
  const within = (milliseconds: number) => new Promise((resolve) => void setTimeout(resolve, milliseconds));
  for (let frames = 0; frames < 2; frames += 1) {
    await Promise.race([new Promise((drawn) => void requestAnimationFrame(drawn)), within(500)]);
  }
  const moving = document
    .getAnimations()
    .filter(({ effect, playState }) => playState === 'running' && Number(effect?.getComputedTiming().endTime) < 5_000);
  await Promise.race([Promise.allSettled(moving.map(({ finished }) => finished)), within(5_000)]);
}

/** What axe finds wrong with a page or a frame as it is now, but for `exclude`, a selector; axe stays there for the next time. */
export async function violationsIn(
  page: Page | Frame,
  options: RunOptions = {},
  exclude?: string,
): Promise<readonly Result[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  await page.evaluate(stillness);
  const context = exclude === undefined ? 'document' : JSON.stringify({ exclude: [[exclude]] });
  const settings = JSON.stringify({ resultTypes: ['violations'], ...options });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${context}, ${settings})`);
  return violations;
}
