import { monitorEventLoopDelay } from 'node:perf_hooks';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { alwaysOpen } from '../../bot/domain/hours.ts';
import { day, quarter } from '../../bot/domain/time.ts';
import { openDatabase } from '../../bot/store/database.ts';
import { migrate } from '../../bot/store/migrations.ts';
import { openReports } from '../../bot/store/report-reader.ts';
import { openStore } from '../../bot/store/open.ts';
import { randomOf } from '../figures/month.ts';
import { quantile } from './load.ts';

/** Measures the manager's pages over made conversations of 90 days, and how long they hold up the thread that serves customers. */
export async function benchFigures(conversations = 100_000): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-figures-'));
  const file = join(folder, 'figures.db');
  const to = Date.parse('2026-11-22T00:00:00+01:00');
  fill(file, conversations, to);
  const url = `file:${file}`;
  const store = await openStore(url);
  const reports = openReports(url, store);
  const hours = { ...alwaysOpen };
  const asked = {
    'overview, 90 days': () => reports.figures({ period: { from: to - 90 * day, to }, hours }),
    'overview, 28 days': () => reports.figures({ period: { from: to - 28 * day, to }, hours }),
    'content, 90 days': () => reports.content({ period: { from: to - 90 * day, to } }),
  };
  console.log(`\nFigures over ${conversations} conversations (aim: 300 ms, stalls under 50 ms)`);
  for (const [what, ask] of Object.entries(asked)) {
    await ask();
    const stalls = monitorEventLoopDelay({ resolution: 1 });
    const times: number[] = [];
    stalls.enable();
    for (let round = 0; round < 20; round += 1) {
      const from = performance.now();
      await ask();
      times.push(performance.now() - from);
    }
    stalls.disable();
    times.sort((one, other) => one - other);
    const [p50, p99] = [0.5, 0.99].map((share) => quantile(times, share).toFixed(0));
    console.log(`  ${what.padEnd(20)} p50 ${p50} ms, p99 ${p99} ms, longest stall ${(stalls.max / 1e6).toFixed(0)} ms`);
  }
  await reports.close();
  await store.close();
  rmSync(folder, { recursive: true });
}

function fill(file: string, conversations: number, to: number): void {
  const random = randomOf(11);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const database = openDatabase(file);
  migrate(database);
  database.run('PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF');
  const conversation = database.prepare(`
    INSERT INTO conversations (id, thread_id, channel, language, status, opened_at, closed_at, handoff_reason, had_agent,
      customer_messages, solved, opened_quarter, handled_by, ticket, first_agent_at, awaited_from, first_claimed_at, ending, state)
    VALUES ($id, 'thread', $channel, $language, 'closed', $at, $at + 1200000, $reason, $agent, 3, $solved, $quarter,
      $handledBy, $ticket, $agentAt, $awaitedFrom, $claimedAt, $solved, $state)`);
  const rating = database.prepare(`
    INSERT INTO ratings (conversation_id, scale, asked_at, handled_by, entries, revision, channel, customer_id, language, score)
    VALUES ($id, 'csat-5', $at + 1200000, $handledBy, $entries, 'revision', $channel, 'customer', $language, $score)`);
  const answer = database.prepare(`
    INSERT INTO answers (conversation_id, seq, entry, given_by, at, channel, language, revision, outcome)
    VALUES ($id, 2, $entry, 'bot', $at, $channel, $language, 'revision', $outcome)`);
  const missed = database.prepare(`
    INSERT INTO missed_questions (conversation_id, at, words, text, reason, nearest, confidence, channel, language)
    VALUES ($id, $at, $words, $words, 'unsure', $entry, 0.2, $channel, $language)`);
  // Two versions of each entry, so that ratings before and after the change are counted.
  const version = database.prepare('INSERT INTO entry_versions (entry, since, hash) VALUES ($entry, $at, $hash)');
  // As long as the state of a conversation of a few turns is.
  const state = JSON.stringify({ text: 'x'.repeat(2_500) });
  database.transaction(() => {
    for (let index = 0; index < 300; index += 1) {
      for (const [at, hash] of [
        [0, 'old'],
        [Math.floor(to - random() * 90 * day), 'new'],
      ] as const)
        version.run({ entry: `entry-${index}`, at, hash });
    }
    for (let index = 0; index < conversations; index += 1) {
      const agent = random() < 0.25;
      const at = Math.floor(to - random() * 90 * day);
      const base = {
        id: `c${index}`,
        channel: pick(['webchat', 'webchat', 'teams', 'telegram']),
        language: pick(['it', 'it', 'en']),
        at,
      };
      const entry = `entry-${Math.floor(random() ** 2 * 300)}`;
      const handledBy = agent ? 'mixed' : 'bot';
      conversation.run({
        ...base,
        state,
        handledBy,
        quarter: Math.floor(at / quarter),
        agent: agent ? 1 : 0,
        reason: agent ? pick(['requested', 'topic', 'unsure', 'unhelpful']) : null,
        ticket: agent && random() < 0.1 ? 1 : 0,
        solved: agent ? pick(['agent', 'agent', 'nobody']) : pick(['bot-confirmed', 'bot-implied', 'nobody']),
        agentAt: agent ? at + 300_000 : null,
        awaitedFrom: agent ? at + 60_000 : null,
        claimedAt: agent ? at + 200_000 : null,
      });
      answer.run({ ...base, entry, outcome: pick(['solved', 'rejected', null]) });
      if (random() < 0.1) missed.run({ ...base, entry, words: `domanda ${Math.floor(random() ** 2 * 5_000)}` });
      if (random() < 0.6) {
        const score = random() < 0.4 ? pick([1, 2, 3, 4, 4, 5, 5, 5]) : null;
        rating.run({ ...base, handledBy, score, entries: JSON.stringify([entry]) });
      }
    }
  });
  database.close();
}
