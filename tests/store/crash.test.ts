import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../bot/store/open.ts';
import { temporary } from './folder.ts';
import { aConversation, aTurn } from './given.ts';

test.each([1, 60, 600])(
  'killed after %i acknowledged turns, each of them is there once, none is there by half, and the chats go on',
  async (enough) => {
    const url = `file:${temporary('care.db')}`;
    const acknowledged = await killedAfter(enough, url);
    expect(acknowledged.length).toBeGreaterThanOrEqual(enough);

    const store = await openStore(url);
    for (const threadId of new Set(acknowledged.map(([thread]) => thread))) {
      const last = Math.max(...acknowledged.filter(([thread]) => thread === threadId).map(([, version]) => version));
      const thread = await store.load(threadId);
      const version = thread?.version ?? 0;
      // One turn may have been saved and killed before it was acknowledged.
      expect([last, last + 1]).toContain(version);
      const expected = Array.from({ length: 2 * version }, (_, index) => [
        index + 1,
        `turn ${Math.floor(index / 2) + 1}`,
      ]);
      expect((await store.messages(threadId, 0, 100_000)).map(({ seq, text }) => [seq, text])).toEqual(expected);
      expect(thread).toMatchObject({ lastSeq: 2 * version, conversation: { customerMessages: version } });

      const again = aTurn(aConversation({ threadId }), { expectedVersion: version, activityId: `a${version}` });
      expect(await store.commit(again)).toBe('duplicate');
      expect(await store.commit({ ...again, activityId: `a${version + 1}` })).toBe('saved');
    }
    await store.close();
  },
);

/** Starts a process that saves turns, kills it in the middle, and returns what it had acknowledged. */
async function killedAfter(enough: number, url: string): Promise<(readonly [thread: string, version: number])[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'crash-child.ts'), url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (output.split('\n').length > enough) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  // A line without its end was not yet said.
  const lines = output.split('\n').slice(0, -1);
  return lines.map((line) => line.split(' ')).map(([thread = '', version]) => [thread, Number(version)]);
}
