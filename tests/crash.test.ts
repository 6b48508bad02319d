import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { shareModels } from './learned.ts';
import { runSportello, type Running } from './process.ts';

interface Chat {
  readonly id: string;
  readonly token: string;
  /** Texts of messages that were acknowledged with a 2xx. */
  readonly acknowledged: string[];
  /** The message that was under way when the server was killed. */
  underWay?: string;
}

interface Said {
  readonly id: string;
  readonly text: string;
  readonly from: { readonly role: string };
}

test('killed in the middle of a load and started again: every acknowledged message is there once and the chats go on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-crash-'));
  shareModels(folder);
  const settings = {
    DATABASE_URL: `file:${join(folder, 'sportello.db')}`,
    CHATS_PER_MINUTE: '1000',
    MESSAGES_PER_MINUTE: '100000',
  };
  try {
    const first = await runSportello(settings);
    const chats = await Promise.all(Array.from({ length: 8 }, () => begin(first.url)));
    const load = Promise.all(chats.map((chat, index) => talk(first.url, chat, index)));
    while (total(chats) < 300) await new Promise((wake) => setTimeout(wake, 5));
    await first.kill();
    await load;
    expect(chats.some(({ underWay }) => underWay !== undefined)).toBe(true);

    const second = await runSportello(settings);
    try {
      for (const chat of chats) await goesOn(second, chat);
    } finally {
      expect(await second.stop()).toBe(0);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** What was acknowledged is there once; what was not is there once after the browser has sent it again. */
async function goesOn(sportello: Running, chat: Chat): Promise<void> {
  const before = await read(sportello.url, chat);
  for (const text of chat.acknowledged) expect(timesSaid(before, text)).toBe(1);
  const sentAgain = chat.underWay === undefined ? [] : [chat.underWay];
  for (const text of sentAgain) {
    expect(await say(sportello.url, chat, text)).toBe(true);
    expect(timesSaid(await read(sportello.url, chat), text)).toBe(1);
  }
  expect(await say(sportello.url, chat, 'quanto costa la spedizione?')).toBe(true);
  const after = await read(sportello.url, chat);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.at(-1)?.from.role).toBe('bot');
}

async function begin(url: string): Promise<Chat> {
  const response = await fetch(new URL('/v3/directline/conversations', url), { method: 'POST' });
  const { conversationId, token } = (await response.json()) as { conversationId: string; token: string };
  return { id: conversationId, token, acknowledged: [] };
}

/** Talks until the connection breaks. */
async function talk(url: string, chat: Chat, index: number): Promise<void> {
  for (let count = 0; ; count += 1) {
    const text = `dov'è il mio pacco ${index}-${count}`;
    chat.underWay = text;
    try {
      if (!(await say(url, chat, text))) throw new Error(`"${text}" was refused.`);
    } catch (error) {
      if (error instanceof TypeError) return;
      throw error;
    }
    chat.acknowledged.push(text);
    delete chat.underWay;
  }
}

/** Posts a message under a client id made from its text, as a browser that tries again would. */
async function say(url: string, { id, token }: Chat, text: string): Promise<boolean> {
  const response = await fetch(new URL(`/v3/directline/conversations/${id}/activities`, url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', text, channelData: { clientActivityID: text.replaceAll(/\W/g, '-') } }),
  });
  await response.arrayBuffer();
  return response.ok;
}

/** All that the chat holds, page by page. */
async function read(url: string, { id, token }: Chat): Promise<Said[]> {
  const all: Said[] = [];
  for (let watermark = '0'; ;) {
    const address = `/v3/directline/conversations/${id}/activities?watermark=${watermark}`;
    const response = await fetch(new URL(address, url), { headers: { authorization: `Bearer ${token}` } });
    const page = (await response.json()) as { activities: Said[]; watermark: string };
    if (page.activities.length === 0) return all;
    all.push(...page.activities);
    watermark = page.watermark;
  }
}

function timesSaid(said: readonly Said[], text: string): number {
  return said.filter((each) => each.text === text).length;
}

function total(chats: readonly Chat[]): number {
  return chats.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
}
