import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';

import { smallFiles } from '../content/sample.ts';
import { openDesk, simpleMind, type GivenDesk } from '../web/desk-given.ts';
import { setStages } from './desk-stage.ts';
import { check, looks, openWindow, signIn } from './desk-windows.ts';

let browser: Browser;
let desk: GivenDesk;
let root: string;
let faults: string[];

setStages(
  (stage) => ({ browser, desk, faults } = stage),
  async () => {
    root = mkdtempSync(join(tmpdir(), 'sportello-teach-page-'));
    for (const folder of ['faq', 'intents']) mkdirSync(join(root, folder));
    for (const { path, text } of smallFiles()) writeFileSync(join(root, path), text);
    return await openDesk(simpleMind(), root);
  },
);
afterEach(() => rmSync(root, { recursive: true }));

async function openTeach(page: Page, login = 'elena'): Promise<void> {
  await signIn(page, desk, login, '/desk/teach');
  await page.getByRole('heading', { name: 'Insegna al bot' }).waitFor();
}

describe.each(looks)('on $name', (look) => {
  test('both forms and what a lesson changes are without a fault for axe and fit', async () => {
    const page = await openWindow(browser, faults, look);
    await openTeach(page);
    await page.getByRole('button', { name: 'Mostra la modifica' }).click();
    await page.getByText('Scegli una voce dall’elenco.').waitFor();
    await check(page, 'wording, with what is missing');
    await page
      .getByLabel('Come l’ha detto il cliente')
      .fill('mi fate salire il divano fin dentro casa, al quarto piano?');
    await page.getByRole('combobox', { name: 'È la domanda di questa voce' }).click();
    await page.keyboard.type('modalita');
    await page.getByRole('option', { name: 'Quali modalità di consegna offrite?' }).click();
    await page.getByRole('button', { name: 'Mostra la modifica' }).click();
    await page.getByRole('button', { name: 'Scrivi nel file' }).waitFor();
    await check(page, 'the change');
    await page.getByRole('button', { name: 'Cambia ancora' }).click();
    await page.getByRole('tab', { name: 'Una voce nuova' }).click();
    await page.getByRole('button', { name: 'Mostra la modifica' }).click();
    await check(page, 'a new entry, with what is missing');
  });
});

test('an editor teaches a wording with the keyboard alone: looks at the line, writes it, and begins again', async () => {
  const page = await openWindow(browser, faults);
  await openTeach(page);
  await page.getByLabel('Come l’ha detto il cliente').focus();
  await page.keyboard.type('portate il <b>letto</b> su per le scale?');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('modalità');
  const option = page.getByRole('option', { name: 'Quali modalità di consegna offrite?' });
  await option.waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await option.waitFor({ state: 'detached' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const added = page
    .getByRole('region', { name: 'Righe del file' })
    .getByRole('listitem')
    .filter({ hasText: 'aggiunta' });
  await added.waitFor();
  expect(await added.innerText()).toContain('- portate il <b>letto</b> su per le scale?');
  await page.getByText(/test su \d+ portano alla loro voce, e nessuno peggiora/).waitFor();
  await page.locator('[aria-label="La modifica"]:focus').waitFor();
  await page.getByRole('button', { name: 'Scrivi nel file' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Scritto in faq/delivery.yaml').waitFor();
  expect(readFileSync(join(root, 'faq/delivery.yaml'), 'utf8')).toContain(
    '      - portate il <b>letto</b> su per le scale?\n',
  );
  await page.getByRole('button', { name: 'Insegna altro' }).click();
  await expect.poll(() => page.getByLabel('Come l’ha detto il cliente').inputValue()).toBe('');
});

test('a new entry from an agent’s answer takes both languages, and names itself', async () => {
  const page = await openWindow(browser, faults);
  await openTeach(page);
  // As another page leads here: with what it knows in the state of the address, where no log sees it.
  await page.evaluate(() =>
    history.replaceState({ text: 'aggiustate lampade?', language: 'it', answer: 'Sì, in negozio.' }, ''),
  );
  await page.reload();
  await page.getByRole('heading', { name: 'In italiano' }).waitFor();
  const of = (name: string) => page.getByRole('region', { name });
  await expect.poll(() => of('In italiano').getByLabel('Risposta').inputValue()).toBe('Sì, in negozio.');
  await of('In italiano').getByLabel('Domanda').fill('Riparate le lampade?');
  await of('In inglese').getByLabel('Domanda').fill('Do you repair lamps?');
  await of('In inglese').getByLabel('Risposta').fill('Yes, in the shop.');
  await page.getByLabel('File').fill('Riparazioni');
  await expect.poll(() => page.getByLabel('Nome breve').inputValue()).toBe('do-you-repair-lamps');
  await page.getByRole('button', { name: 'Mostra la modifica' }).click();
  await page.getByRole('button', { name: 'Scrivi nel file' }).click();
  await page.getByText('Scritto in faq/riparazioni.yaml').waitFor();
  expect(readFileSync(join(root, 'faq/riparazioni.yaml'), 'utf8')).toMatch(/^- id: do-you-repair-lamps\n/);
});

test('the words of a customer, and what an agent answered, lead to teaching them', async () => {
  const id = await desk.says('Marco', 'operatore');
  await desk.says('Marco', 'aggiustate anche le lampade?');
  const page = await openWindow(browser, faults);
  await signIn(page, desk, 'elena', `/desk/c/${id}`);
  await page.getByRole('button', { name: 'Prendi' }).first().click();
  await page.getByRole('textbox', { name: 'Scrivi al cliente' }).fill('Sì, in negozio, in una settimana.');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Fanne una risposta del bot' }).click();
  const italian = page.getByRole('region', { name: 'In italiano' });
  await expect
    .poll(async () => [
      await page.getByLabel('Come l’ha detto il cliente').inputValue(),
      await italian.getByLabel('Risposta').inputValue(),
      new URL(page.url()).search,
    ])
    .toEqual(['aggiustate anche le lampade?', 'Sì, in negozio, in una settimana.', '']);
  await page.goBack();
  await page.getByRole('button', { name: 'Insegna questa frase al bot' }).last().click();
  await expect
    .poll(() => page.getByLabel('Come l’ha detto il cliente').inputValue())
    .toBe('aggiustate anche le lampade?');
});

test('the nearest entry is chosen already only where the bot would have asked for it', async () => {
  const page = await openWindow(browser, faults);
  await openTeach(page);
  const chosenFrom = async (confidence: number) => {
    const nearest = { entry: 'delivery-options', confidence };
    await page.evaluate((lesson) => history.replaceState(lesson, ''), { text: 'e il vaso?', language: 'it', nearest });
    await page.reload();
    await expect.poll(() => page.getByLabel('Come l’ha detto il cliente').inputValue()).toBe('e il vaso?');
    return page.getByRole('combobox', { name: 'È la domanda di questa voce' }).inputValue();
  };
  const { clarify } = simpleMind().policy.thresholds;
  expect(await chosenFrom(clarify - 0.01)).toBe('');
  expect(await chosenFrom(clarify)).toBe('Quali modalità di consegna offrite?');
});

test('whoever is no editor does not find the page', async () => {
  const page = await openWindow(browser, faults);
  await openTeach(page);
  const other = await openWindow(browser, faults);
  await signIn(other, desk, 'aldo', '/desk/teach');
  expect(await other.getByRole('heading', { name: 'Insegna al bot' }).count()).toBe(0);
});
