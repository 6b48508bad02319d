import { Agent, createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { run, runSportello, type Running } from '../process.ts';
import { post, quantile, type Shot } from './load.ts';

/*
 * Turns that come at a rate of their own, whether or not those before them were answered: 200 a second, each of a customer who has
 * been greeted. A turn lasts until its answer has arrived at the channel: for Direct Line, whose channel Sportello is, until it is
 * saved and the post is answered; for the others until the channel's own server has taken it.
 */

const rate = 200;
const token = '123456789:AAHbenchbenchbenchbenchbenchbenchbench';
const secret = 'a-secret-of-the-bench';

interface Road {
  readonly name: string;
  readonly peer: string;
  /** The answer arrives at the sink, or is there when the post is answered. */
  readonly arrives: 'sink' | 'post';
  readonly shot: (chat: number, text: string, at: Place) => Shot | Promise<Shot>;
}

interface Place {
  readonly url: string;
  readonly sink: string;
  readonly who: 'peer' | 'sportello';
  readonly chats: Map<number, { readonly id: string; readonly token: string }>;
}

let made = 0;
const roads: readonly Road[] = [
  { name: 'Direct Line', peer: 'echo-adapter.ts', arrives: 'post', shot: directLineShot },
  {
    name: '/api/messages',
    peer: 'echo-cloud.ts',
    arrives: 'sink',
    shot: (chat, text, { sink }) => {
      const [from, recipient] = [{ id: `customer-${chat}` }, { id: 'bot' }];
      const conversation = { id: String(chat) };
      const body = { type: 'message', id: `m${(made += 1)}`, text, channelId: 'msteams', serviceUrl: sink };
      return { path: '/api/messages', body: { ...body, locale: 'it-IT', from, recipient, conversation } };
    },
  },
  {
    name: 'Telegram, webhook',
    peer: 'echo-telegram.ts',
    arrives: 'sink',
    shot: (id, text, { who }) => {
      made += 1;
      const from = { id, is_bot: false, first_name: 'Anna', language_code: 'it' };
      const message = { message_id: made, date: 1, chat: { id, type: 'private' }, from, text };
      const headers = { 'x-telegram-bot-api-secret-token': secret };
      return { path: who === 'peer' ? '/' : '/api/telegram', headers, body: { update_id: made, message } };
    },
  },
];

/** Prints turns a second and p99 of each channel next to the bare echo bot on the same road. */
export async function measureOffered(seconds: number): Promise<void> {
  console.log(`\n${rate} turns a second offered, until the answer has arrived at the channel`);
  for (const road of roads) for (const who of ['peer', 'sportello'] as const) await measure(road, who, seconds);
}

async function measure(road: Road, who: Place['who'], seconds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-offered-'));
  const arrived = new Map<number, () => void>();
  const sink = await openSink((chat) => arrived.get(chat)?.());
  const telegram = { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: sink.url };
  const running: Running = await (who === 'peer'
    ? run([resolve(import.meta.dirname, road.peer)], telegram)
    : runSportello({
        ...(road.name.startsWith('Telegram') && telegram),
        TELEGRAM_MODE: 'webhook',
        TELEGRAM_WEBHOOK_SECRET: secret,
        PUBLIC_URL: 'https://shop.example',
        CHATS_PER_MINUTE: '1000000',
        MESSAGES_PER_MINUTE: '1000000',
        DATABASE_URL: `file:${join(folder, 'desk.db')}`,
      }));
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  const place: Place = { url: running.url, sink: sink.url, who, chats: new Map() };
  const count = rate * seconds;
  const turn = async (chat: number, text: string): Promise<boolean> => {
    const shot = await road.shot(chat, text, place);
    const answer = Promise.withResolvers<boolean>();
    arrived.set(chat, () => answer.resolve(true));
    const timer = setTimeout(() => answer.resolve(false), 10_000);
    const status = await post(running.url, agent, shot);
    if (status >= 300) answer.resolve(false);
    else if (road.arrives === 'post') answer.resolve(true);
    const well = await answer.promise;
    clearTimeout(timer);
    return well;
  };
  // A bot of Telegram asks who it is before it takes anything.
  await new Promise((wake) => setTimeout(wake, 1000));
  for (let chat = 1; chat <= count; chat += 20)
    await Promise.all(Array.from({ length: 20 }, (_, index) => turn(chat + index, 'ciao')));
  await new Promise((wake) => setTimeout(wake, 500));
  const startedAt = performance.now();
  const times: number[] = [];
  let failures = 0;
  await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const due = startedAt + (index * 1000) / rate;
      await new Promise((wake) => setTimeout(wake, Math.max(0, due - performance.now())));
      if (!(await turn(index + 1, 'Quanto costa la spedizione?'))) failures += 1;
      times.push(performance.now() - due);
    }),
  );
  const perSecond = (count - failures) / ((performance.now() - startedAt) / 1000);
  times.sort((a, b) => a - b);
  const figures = `${perSecond.toFixed(0)} turns/s, p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms, failures ${failures}`;
  console.log(`  ${road.name.padEnd(18)} ${(who === 'peer' ? 'bare echo' : 'Sportello').padEnd(10)} ${figures}`);
  agent.destroy();
  await running.stop();
  sink.close();
  rmSync(folder, { recursive: true, force: true });
}

async function directLineShot(chat: number, text: string, { url, who, chats }: Place): Promise<Shot> {
  const body = { type: 'message', text, from: { id: 'customer' } };
  if (who === 'peer') return { path: '/api/messages', body };
  let known = chats.get(chat);
  if (known === undefined) {
    const response = await fetch(new URL('/v3/directline/conversations', url), { method: 'POST' });
    const opened = (await response.json()) as { conversationId: string; token: string };
    known = { id: opened.conversationId, token: opened.token };
    chats.set(chat, known);
  }
  const headers = { authorization: `Bearer ${known.token}` };
  return { path: `/v3/directline/conversations/${known.id}/activities`, headers, body };
}

/** The channels' own servers: they take every message at once and tell in which chat. */
async function openSink(took: (chat: number) => void): Promise<{ url: string; close: () => void }> {
  const bot = { id: 123456789, is_bot: true, first_name: 'Aurora', username: 'AuroraBot' };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      const payload = JSON.parse(Buffer.concat(chunks).toString() || '{}') as { type?: string; chat_id?: number };
      const result = path.endsWith('/getMe') ? bot : { message_id: 1, date: 1, chat: { id: payload.chat_id } };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: '1', ok: true, result }));
      if (path.endsWith('/sendMessage')) took(Number(payload.chat_id));
      const conversation = /\/conversations\/(\d+)\/activities/.exec(path)?.[1];
      if (conversation !== undefined && payload.type === 'message') took(Number(conversation));
    });
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

if (import.meta.main) await measureOffered(5);
