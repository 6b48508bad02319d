import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Agent } from '../../bot/domain/conversation.ts';
import { password, type GivenDesk } from '../web/desk-given.ts';
import { setStages } from './desk-stage.ts';
import { openWindow, signIn } from './desk-windows.ts';

/* How the desk calls an agent who looks elsewhere, and how it sees that nobody is there. */

let browser: Browser;
let desk: GivenDesk;
let faults: string[];

setStages((stage) => ({ browser, desk, faults } = stage));

/** What a page has called with. */
interface Called {
  /** Strokes of the bell: each call is two. */
  strokes: number;
  notices: { title: string; body: string; click(): void }[];
}
type CallingWindow = typeof window & { called: Called };

/** Writes down what the page plays, and stands in for the browser's notifications, of which one without a screen has none. */
function record(): void {
  const called: Called = { strokes: 0, notices: [] };
  class Counted extends AudioContext {
    override createOscillator(): OscillatorNode {
      called.strokes += 1;
      return super.createOscillator();
    }
  }
  class Recorded extends EventTarget {
    static permission = 'default';
    static async requestPermission(): Promise<string> {
      return (Recorded.permission = 'granted');
    }
    constructor(title: string, { body = '' }: NotificationOptions) {
      super();
      called.notices.push({ title, body, click: () => void this.dispatchEvent(new Event('click')) });
    }
    close(): void {}
  }
  Object.assign(window, { called, AudioContext: Counted, Notification: Recorded });
}

const called = (page: Page) =>
  page.evaluate(() => {
    const { strokes, notices } = (window as CallingWindow).called;
    return {
      calls: strokes / 2,
      notices: notices.map(({ title, body }) => (body === '' ? title : `${title} ${body}`)),
    };
  });
/** Every page of a test believes itself in front; this one is told that it is, or is not. */
const looks = (page: Page, where: 'here' | 'elsewhere') =>
  page.evaluate((focus) => Object.assign(document, { hasFocus: () => focus }), where === 'here');
const click = (page: Page) => page.evaluate(() => (window as CallingWindow).called.notices.at(-1)?.click());
const line = (page: Page, words: RegExp) =>
  page.getByRole('region', { name: 'Conversazioni' }).getByRole('link', { name: words });
const goTo = (page: Page, name: RegExp) => page.getByRole('navigation').getByRole('link', { name }).click();
const switched = (page: Page, name: RegExp) => page.getByRole('switch', { name }).click();

test('new work is heard, shown by the browser, and counted in the title, and a click leads to it', async () => {
  const page = await openWindow(browser, faults);
  await page.addInitScript(record);
  await signIn(page, desk, 'giulia', '/desk/account');
  await desk.accounts.add({ login: 'luca', name: 'Luca', password });
  const accounts = await desk.accounts.list();
  const agent = (name: string): Agent => ({ id: accounts.find((each) => each.name === name)?.id ?? '', name });
  const [giulia, luca] = [agent('Giulia'), agent('Luca')];
  await switched(page, /notifica del browser/);
  await page.getByRole('button', { name: 'Prova il suono' }).click();
  await expect.poll(() => called(page)).toEqual({ calls: 1, notices: [] });

  await goTo(page, /^Posta/);
  await page.getByText('Nessuno in attesa').waitFor();
  await looks(page, 'here');
  await desk.says('Marta', 'vendete mongolfiere?');
  await expect.poll(() => page.title()).toBe('(1) Conversazioni – Sportello');
  await expect.poll(() => called(page)).toEqual({ calls: 2, notices: [] });

  await looks(page, 'elsewhere');
  const nino = await desk.says('Nino', 'vendete dirigibili?');
  const notices = ['Un cliente aspetta Nino: vendete dirigibili?'];
  await expect.poll(() => called(page)).toEqual({ calls: 3, notices });
  await click(page);
  await page.getByRole('heading', { name: 'Nino' }).waitFor();
  expect(await page.title()).toBe('(2) Nino – Sportello');
  await page.getByRole('button', { name: 'Prendi in carico' }).click();
  await page.getByRole('textbox', { name: 'Scrivi al cliente' }).fill('Buongiorno!');
  await page.keyboard.press('Enter');
  await page.locator('[data-author=agent]', { hasText: 'Buongiorno!' }).waitFor();
  // What one looks at needs no call.
  await desk.says('Nino', 'buongiorno a lei');
  await page.locator('[data-author=customer]', { hasText: 'buongiorno a lei' }).waitFor();
  expect(await called(page)).toEqual({ calls: 3, notices });

  await page.getByRole('textbox', { name: 'Scrivi al cliente' }).fill('Quale colore?');
  await page.keyboard.press('Enter');
  await page.locator('[data-author=agent]', { hasText: 'Quale colore?' }).waitFor();
  await goTo(page, /^Ticket/);
  await desk.says('Nino', 'rosso');
  notices.push('Nuovo messaggio: Nino.');
  await expect.poll(() => called(page)).toEqual({ calls: 4, notices });
  await click(page);
  await line(page, /Nino/).waitFor();
  await page.locator('[data-author=customer]', { hasText: 'rosso' }).waitFor();

  // A customer who waits for an answer is passed on: nothing new was written, and still it is new for whoever gets it.
  const olga = await desk.says('Olga', 'vendete alianti?');
  notices.push('Un cliente aspetta Olga: vendete alianti?');
  await expect.poll(() => called(page)).toEqual({ calls: 5, notices });
  await desk.turns.act(olga, luca, { kind: 'claim' });
  // Of what a page hears together it sees only what came of it.
  await expect.poll(() => page.title()).toBe('(1) Nino – Sportello');
  await desk.turns.act(olga, luca, { kind: 'transfer', to: giulia });
  notices.push('Luca ti ha passato una conversazione: Olga. vendete alianti?');
  await expect.poll(() => called(page)).toEqual({ calls: 6, notices });
  await click(page);
  await page.getByRole('heading', { name: 'Olga' }).waitFor();
  expect(await page.getByRole('tab', { name: /^Mie/ }).getAttribute('aria-selected')).toBe('true');

  await page.getByRole('button', { name: /Il tuo account/ }).click();
  await page.getByRole('menuitem', { name: 'Il tuo account' }).click();
  await switched(page, /^Suona/);
  await desk.says('Pia', 'vendete aquiloni?');
  notices.push('Un cliente aspetta Pia: vendete aquiloni?');
  await expect.poll(() => called(page)).toEqual({ calls: 6, notices });
  expect(await page.title()).toBe('(2) Il tuo account – Sportello');

  // Nothing is on its way to him, and still it is told why it ended.
  await page.goto(`${desk.origin}/desk/c/${nino}`);
  await desk.turns.lose('thread-of-Nino', 'blocked');
  await page.getByText('Chiusa: il cliente ha bloccato il bot.').waitFor();
  await page.getByText(/^\d\d:\d\d: il cliente ha bloccato il bot$/).waitFor();
  await page.getByRole('tab', { name: 'Chiuse' }).click();
  await line(page, /Nino.*il cliente ha bloccato il bot/s).waitFor();
});

test('an agent whom nobody has seen for a while counts as away, and is back with the first key', async () => {
  const [giulia, luca] = [await openWindow(browser, faults), await openWindow(browser, faults)];
  await giulia.clock.install();
  await signIn(giulia, desk, 'giulia');
  await signIn(luca, desk, 'luca');
  await desk.says('Marta', 'vendete mongolfiere?');
  await line(luca, /Marta/).click();
  await luca.getByRole('button', { name: 'Prendi in carico' }).click();
  await luca.getByRole('button', { name: 'Passa a un collega' }).click();
  await luca.getByRole('radio', { name: /^Giulia.*Disponibile/ }).waitFor();
  // The page's clock runs on meanwhile, on a slow machine for some seconds.
  await giulia.clock.fastForward('04:00');
  await giulia.keyboard.press('Shift');
  await giulia.clock.fastForward('04:00');
  await giulia.getByRole('button', { name: 'Il tuo account: Giulia, Disponibile' }).waitFor();
  await giulia.clock.fastForward('01:01');
  await luca.getByRole('radio', { name: /^Giulia.*Assente/ }).waitFor();
  const { id } = (await desk.accounts.list()).find(({ name }) => name === 'Giulia') ?? { id: '' };
  expect(desk.presence.of(id)).toMatchObject({ state: 'away', because: 'idleness' });
  await giulia.getByRole('button', { name: 'Il tuo account: Giulia, Assente' }).waitFor();
  await giulia.keyboard.press('Shift');
  await luca.getByRole('radio', { name: /^Giulia.*Disponibile/ }).waitFor();
  await giulia.getByRole('button', { name: 'Il tuo account: Giulia, Disponibile' }).waitFor();
});
