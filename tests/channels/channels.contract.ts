import MarkdownIt from 'markdown-it';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Agent, Conversation } from '../../bot/domain/conversation.ts';
import { bruno, type Desk, until } from './open-desk.ts';

/* What a customer may expect on every channel, whatever it is made of. */

/** The customer's side of one channel, with the desk behind it. */
export interface Driver {
  readonly desk: Desk;
  /** Sends a message; resolves when it has been handed over. */
  say(text: string): Promise<void>;
  /** Brings the last message once more, as a channel does that missed the answer. */
  sayAgain(): Promise<void>;
  /** Brings messages that were written in this order with the last one first, under the names that the channel gave them. */
  sayLastFirst(texts: readonly string[]): Promise<void>;
  /** Presses a button of the last message that has any. */
  press(label: string): Promise<void>;
  /** What stands on the screen from the other side, as it is read, in order. */
  shown(): readonly string[];
  /** The labels of the buttons offered last. */
  offered(): readonly string[];
  close(): Promise<void>;
}

/** What an editor may write as the answer about returns, and how customers read it: tags as their characters, and no script. */
export const answers = {
  'return-how':
    'Rendi **entro 14 giorni** <b>sempre</b> <script>alert(1)</script> <img src=x onerror="alert(1)"> se 2 < 3 & 4 > 1, `a<b>c`: ' +
    '[qui](https://shop.example/?a=1&b=2)',
};
const readAnswer =
  'Rendi entro 14 giorni <b>sempre</b> <script>alert(1)</script> <img src=x onerror="alert(1)"> se 2 < 3 & 4 > 1, a<b>c: qui';

const carla: Agent = { id: 'a2', name: 'Carla' };

export function channelContract(name: string, open: () => Promise<Driver>): void {
  let driver: Driver;
  let desk: Desk;

  beforeEach(async () => {
    driver = await open();
    ({ desk } = driver);
  });
  afterEach(() => driver.close());

  async function conversation(): Promise<Conversation> {
    return await until('an open conversation', async () => (await desk.store.open())[0]);
  }

  async function transcript() {
    return await desk.store.messages((await conversation()).thread.id, 0, 1000);
  }

  function shows(text: string): Promise<string> {
    return until(`"${text}" on the screen`, () => driver.shown().find((each) => each.includes(text)));
  }

  async function claimed(): Promise<string> {
    await driver.say('vorrei parlare con un operatore');
    const { id } = await until('a customer who waits', async () => {
      const waiting = await desk.store.open();
      return waiting.find(({ status }) => status === 'waiting');
    });
    await desk.turns.act(id, bruno, { kind: 'claim' });
    return id;
  }

  describe(`a customer of ${name}`, () => {
    test('has a whole conversation: answer, handoff, an agent, a colleague, the end and a rating', async () => {
      const { it } = desk.knowledge.wording;
      await driver.say('Quanto costa la spedizione?');
      await shows('5,90');
      const disclosure = readable(it.disclosure.replaceAll('{bot}', desk.knowledge.botName)).trim().slice(0, 40);
      expect(driver.shown().map((text) => text.includes(disclosure))).toEqual(
        driver.shown().map((_, place) => place === 0),
      );
      const id = await claimed();
      await desk.turns.act(id, bruno, { kind: 'say', text: 'Eccomi' });
      await shows('Eccomi');
      await desk.turns.act(id, bruno, { kind: 'transfer', to: carla });
      await desk.turns.act(id, carla, { kind: 'say', text: 'Adesso ci sono io' });
      await shows('Adesso ci sono io');
      await driver.say('grazie mille, Carla');
      await until('the thanks', async () => (await transcript()).find(({ text }) => text === 'grazie mille, Carla'));
      await desk.turns.act(id, carla, { kind: 'resolve', outcome: 'solved' });
      // An answer may have offered five choices too.
      await until('the rating', () => (driver.offered()[4]?.startsWith('5') === true ? true : undefined));
      await driver.press(driver.offered()[4] ?? '');
      await shows(it.rating.thanks);
      const { thread } = (await desk.store.conversation(id)) ?? {};
      const ratings = await desk.store.ratingsOf(thread?.channel ?? 'webchat', thread?.customer.id ?? '', 2);
      expect(ratings).toMatchObject([{ conversationId: id, score: 5, handledBy: 'mixed' }]);
    });

    test.each([
      ['its button', (label: string) => driver.press(label)],
      ['its number', () => driver.say('1')],
      ['its words', (label: string) => driver.say(label.toUpperCase())],
    ])('is asked back when two answers are plausible, and chooses by %s', async (_, choose) => {
      await driver.say('spedizione');
      const [first = ''] = await until('the choices', () =>
        driver.offered().length > 2 ? driver.offered() : undefined,
      );
      expect(first).toBe('Quanto costa la spedizione?');
      await choose(first);
      await shows('5,90');
    });

    test.each([
      ['number', () => '5'],
      ['words', (label: string) => label.toUpperCase()],
    ])('goes from the question whether it helped to the rating, by word and by %s', async (_, write) => {
      await driver.say('Quanto costa la spedizione?');
      await shows('5,90');
      await driver.say('sì');
      await shows(desk.knowledge.wording.it.solved.yes);
      // An answer may have offered five choices too.
      await until('the rating', () => (driver.offered()[4]?.startsWith('5') === true ? true : undefined));
      await driver.say(write(driver.offered()[4] ?? ''));
      expect(await shows(desk.knowledge.wording.it.rating.thanks)).toBeTruthy();
    });

    test('is answered once when a message comes twice', async () => {
      await driver.say('Quanto costa la spedizione?');
      await shows('5,90');
      const before = (await transcript()).length;
      await driver.sayAgain();
      await claimed();
      const customers = (await transcript()).filter(({ author }) => author === 'customer');
      expect(customers.length).toBe(2);
      expect((await transcript()).length).toBeGreaterThan(before);
      expect(driver.shown().filter((text) => text.includes('5,90')).length).toBe(1);
    });

    test('is told when the agent gives the conversation back: in the queue again, and with the bot again on a word', async () => {
      const { waiting } = desk.knowledge.wording.it;
      const id = await claimed();
      await desk.turns.act(id, bruno, { kind: 'release' });
      // Editors write with signs; customers read what the signs mean.
      expect(waiting.requeued).toContain('**');
      await shows(readable(waiting.requeued).trim());
      expect(await desk.store.conversation(id)).toMatchObject({ status: 'waiting' });
      await driver.say('annulla');
      await shows(readable(waiting.cancelled).trim());
      expect(await desk.store.conversation(id)).toMatchObject({ status: 'bot' });
      await driver.say('Quanto costa la spedizione?');
      await shows('5,90');
    });

    test('loses nothing when messages arrive in another order: each is taken once, as it arrived', async () => {
      await claimed();
      const before = (await transcript()).length;
      await driver.sayLastFirst(['la prima', 'la seconda', 'la terza']);
      await driver.sayAgain();
      await driver.say('ecco tutto');
      await until('the last words', async () => (await transcript()).find(({ text }) => text === 'ecco tutto'));
      const said = (await transcript()).slice(before).map(({ text }) => text);
      expect(said).toEqual(['la terza', 'la seconda', 'la prima', 'ecco tutto']);
    });

    test('may send fifty messages at once: each is taken once, and all that is said is shown', async () => {
      const id = await claimed();
      const texts = Array.from({ length: 50 }, (_, index) => `messaggio ${index}`);
      await Promise.all(texts.map((text) => driver.say(text)));
      const said = await until('all of them', async () => {
        const found = (await transcript()).filter(({ text }) => text.startsWith('messaggio'));
        return found.length === 50 ? found : undefined;
      });
      expect(said.map(({ text }) => text).toSorted()).toEqual(texts.toSorted());
      for (const text of ['uno', 'due', 'tre'])
        await desk.turns.act(id, bruno, { kind: 'say', text: `risposta ${text}` });
      await shows('risposta tre');
      const answers = driver.shown().filter((text) => text.includes('risposta'));
      expect(answers.map((text) => text.replace(/.*risposta /s, '').trim())).toEqual(['uno', 'due', 'tre']);
    });

    test('is answered in the language of the question', async () => {
      await driver.say('How much does shipping cost?');
      const { en } = desk.knowledge.wording;
      expect(await shows(en.solved.ask)).not.toContain(desk.knowledge.wording.it.solved.ask);
    });

    test('is told when a message is too long to be read, and it is kept whole', async () => {
      const long = 'parola '.repeat(400).trim();
      await driver.say(long);
      const told = desk.knowledge.wording.it.tooLong.split('{max}')[0] ?? '?';
      await shows(readable(told).trim());
      expect((await transcript()).find(({ author }) => author === 'customer')?.text).toBe(long);
    });

    test('reads what people write as they wrote it, and is read the same way', async () => {
      const text = '<b>grassetto</b> *stelle* _sotto_ [qui](javascript:alert(1)) & `codice`';
      const id = await claimed();
      await driver.say(text);
      await until('the words', async () => (await transcript()).find((message) => message.text === text));
      await desk.turns.act(id, bruno, { kind: 'say', text });
      expect(await shows(text)).toContain(bruno.name);
    });

    test('reads what an editor wrote with its bold words and links, and tags as they are written', async () => {
      await driver.say('Come faccio un reso?');
      expect(await shows('Rendi')).toContain(readAnswer);
    });

    test('reads a very long answer of an agent whole and in order', async () => {
      const id = await claimed();
      const words = Array.from({ length: 1500 }, (_, index) => `parola${index}`);
      await desk.turns.act(id, bruno, { kind: 'say', text: words.join(' ') });
      await shows(words.at(-1) ?? '');
      expect(
        driver
          .shown()
          .join(' ')
          .match(/parola\d+/g),
      ).toEqual(words);
    });
  });
}

/** As a client reads it that takes tags for markup, which most do: what is shown of a tag was written with care. */
const markdown = new MarkdownIt({ html: true });

/** Markdown as it is read. */
export function readable(text: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
  return markdown
    .render(text)
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|amp|quot);/g, (_, name: string) => signs[name] ?? '');
}
