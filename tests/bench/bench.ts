import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { load, type LoadResult, type Shot } from './load.ts';
import { run, runSportello, type Running } from '../process.ts';
import { setup as buildDesk } from '../built-desk.ts';
import { tellDeskSize } from './desk.ts';
import { measureOffered } from './offered.ts';
import { measureInbox } from './inbox.ts';
import { measureInboxPage } from './inbox-page.ts';
import { tellWidgetSize } from './widget.ts';
import { benchFigures } from './figures.ts';
import { compareUnderstanding } from './understanding.ts';

/*
 * Speed and memory, next to a peer in the same run: the machine's own speed drops out of a ratio. `--seconds N` sets how
 * long each load lasts (default 5); `--sets DIR` and `--large` are those of understanding.ts. Each pair runs peer, Sportello, peer, Sportello, and the better of the two counts.
 */

const root = resolve(import.meta.dirname, '../..');
const seconds = Number(process.argv[process.argv.indexOf('--seconds') + 1]) || 5;
const asked = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const workers = 32;
const questions = sampleQuestions();
const folder = mkdtempSync(join(tmpdir(), 'sportello-bench-'));
const sink = await startSink();

const parts: Readonly<Record<string, () => Promise<void>>> = {
  start: measureStart,
  'direct-line': () =>
    compare(
      'Direct Line over HTTP, durable store',
      'tests/bench/echo-adapter.ts',
      'echo on a bare BotAdapter',
      0.6,
      directLineShots,
    ),
  messages: () =>
    compare(
      '/api/messages, the whole bot',
      'tests/bench/echo-cloud.ts',
      'echo on the stock CloudAdapter',
      1,
      frameworkShots,
    ),
  offered: () => measureOffered(seconds),
  inbox: async () => {
    await measureInbox();
    await measureInboxPage();
  },
  figures: () => benchFigures(),
  understanding: () => compareUnderstanding(process.argv),
};

try {
  await buildDesk();
  for (const [name, measure] of Object.entries(parts)) if (asked === undefined || asked === name) await measure();
} finally {
  sink.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measureStart(): Promise<void> {
  tellDeskSize();
  for (const which of ['the first start', 'each later one']) {
    const started = await startSportello('ready.db');
    const figures = `ready in ${started.readyMs.toFixed(0)} ms (aim: under 2000), ${started.memory().toFixed(0)} MB (aim: under 200)`;
    console.log(`${which.padEnd(16)} ${figures}`);
    if (which === 'each later one') await tellWidgetSize(started.url);
    await started.stop();
  }
}

type Shots = (url: string, peer: 'peer' | 'sportello') => Promise<(worker: number, count: number) => Shot>;

async function compare(what: string, peerFile: string, peerName: string, aim: number, shots: Shots): Promise<void> {
  const results: { peer: LoadResult[]; sportello: LoadResult[] } = { peer: [], sportello: [] };
  let memory = 0;
  for (let round = 0; round < 2; round += 1) {
    const peer = await run([join(root, peerFile)]);
    results.peer.push(await load(peer.url, { workers, seconds }, await shots(peer.url, 'peer')));
    await peer.stop();
    const sportello = await startSportello(`${aim}-${round}.db`);
    results.sportello.push(await load(sportello.url, { workers, seconds }, await shots(sportello.url, 'sportello')));
    memory = Math.max(memory, sportello.memory());
    await sportello.stop();
  }
  const peer = best(results.peer);
  const sportello = best(results.sportello);
  console.log(`\n${what}`);
  console.log(`  ${peerName.padEnd(32)} ${show(peer)}`);
  console.log(`  ${'Sportello'.padEnd(32)} ${show(sportello)}, ${memory.toFixed(0)} MB`);
  console.log(`  ratio ${(sportello.perSecond / peer.perSecond).toFixed(2)} (aim: ${aim} or better)`);
}

function best(results: readonly LoadResult[]): LoadResult {
  return results.reduce((a, b) => (b.perSecond > a.perSecond ? b : a));
}

function show({ perSecond, p50, p99, failures }: LoadResult): string {
  return `${perSecond.toFixed(0).padStart(6)} turns/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, failures ${failures}`;
}

/** One web chat a worker, opened anew every 20 questions as customers do. */
async function directLineShots(url: string, who: 'peer' | 'sportello') {
  const chats = new Map<string, { id: string; token: string }>();
  if (who === 'sportello') {
    const wanted = Array.from(
      { length: workers * 100 },
      (_, index) => `${index % workers}-${Math.floor(index / workers)}`,
    );
    for (const key of wanted) {
      const response = await fetch(new URL('/v3/directline/conversations', url), { method: 'POST' });
      const { conversationId, token } = (await response.json()) as { conversationId: string; token: string };
      chats.set(key, { id: conversationId, token });
    }
  }
  return (worker: number, count: number): Shot => {
    const chat = chats.get(`${worker}-${Math.floor(count / 20) % 100}`);
    const body = { type: 'message', text: question(worker, count), from: { id: 'customer' } };
    return chat === undefined
      ? { path: '/api/messages', body }
      : {
          path: `/v3/directline/conversations/${chat.id}/activities`,
          headers: { authorization: `Bearer ${chat.token}` },
          body,
        };
  };
}

async function frameworkShots(): Promise<(worker: number, count: number) => Shot> {
  const run = Math.random().toString(36).slice(2);
  return (worker, count) => ({
    path: '/api/messages',
    body: {
      type: 'message',
      id: `${run}-${worker}-${count}`,
      text: question(worker, count),
      channelId: 'msteams',
      serviceUrl: sink.url,
      locale: 'it-IT',
      from: { id: `customer-${worker}`, name: 'Anna' },
      recipient: { id: 'bot', name: 'Aurora' },
      conversation: { id: `${run}-${worker}-${Math.floor(count / 20)}` },
    },
  });
}

function question(worker: number, count: number): string {
  return questions[(worker * 7919 + count) % questions.length] ?? '';
}

function startSportello(database: string): Promise<Running> {
  return runSportello({
    CHATS_PER_MINUTE: '1000000',
    MESSAGES_PER_MINUTE: '1000000',
    DATABASE_URL: `file:${join(folder, database)}`,
  });
}

/** The channel's side of /api/messages: takes every reply at once. */
async function startSink(): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"id":"1"}');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

function sampleFiles(): { path: string; text: string }[] {
  return ['faq', 'intents'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') })),
  );
}

/** The tests of the FAQ: real questions that the matching has not learned from. */
function sampleQuestions(): string[] {
  return sampleFiles()
    .filter(({ path }) => path.startsWith('faq/'))
    .flatMap(({ text }) => [...text.matchAll(/tests:\n((?:\s+- .*\n)+)/g)])
    .flatMap((found) => [...(found[1] ?? '').matchAll(/- ['"]?(.*?)['"]?$/gm)])
    .map((found) => found[1] ?? '');
}
