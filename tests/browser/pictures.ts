import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { setup as buildDesk } from '../built-desk.ts';
import { runSportello } from '../process.ts';
import { launchBrowser } from './chromium.ts';
import { ask, bubble, firstAgent, newWindow, openBubble, storyFolder } from './people.ts';

/* Makes the pictures of README.md from the running product: `npm run pictures`. */

const pictures = resolve(import.meta.dirname, '../../docs/pictures');
await buildDesk();
const folder = storyFolder();
const sportello = await runSportello(folder.settings);
const browser = await launchBrowser();

try {
  mkdirSync(pictures, { recursive: true });
  const giulia = await newWindow(browser);
  await firstAgent(giulia, sportello.printed(), 'Giulia');

  const shop = await newWindow(browser);
  await shop.goto(sportello.url);
  const chat = await openBubble(shop);
  await bubble(chat, /assistente automatic/).waitFor();
  await ask(chat, 'fate i pachetti regalo?');
  await bubble(chat, /3,50/).waitFor();
  await shop.waitForTimeout(1000);
  await shop.screenshot({ path: join(pictures, 'shop.png') });

  await ask(chat, 'vorrei parlare con un operatore');
  await giulia.getByText('Ha chiesto una persona').first().click();
  await giulia.getByRole('button', { name: 'Prendi in carico' }).click();
  await giulia
    .getByRole('textbox', { name: 'Scrivi al cliente' })
    .fill('Ciao, sono Giulia. Mi dici il numero dell’ordine?');
  await giulia.keyboard.press('Enter');
  await bubble(chat, /Mi dici il numero/).waitFor();
  await ask(chat, 'certo: BA-204518');
  await giulia.getByText('BA-204518').first().waitFor();
  await giulia.waitForTimeout(500);
  await giulia.screenshot({ path: join(pictures, 'desk.png') });

  const phone = await newWindow(browser, {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    deviceScaleFactor: 2,
  });
  await phone.goto(`${sportello.url}/chat`);
  await bubble(phone, /assistente automatic/).waitFor();
  await ask(phone, 'quanto costa la spedizione?');
  await phone
    .getByRole('toolbar')
    .getByRole('button', { name: /^S[iì]/ })
    .click();
  await phone.getByRole('toolbar').getByRole('button', { name: /^5\b/ }).waitFor();
  await phone.waitForTimeout(1000);
  await phone.screenshot({ path: join(pictures, 'phone.png') });
} finally {
  await browser.close();
  await sportello.stop();
  folder.remove();
}
