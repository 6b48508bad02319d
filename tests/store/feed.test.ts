import { describe, expect, test, vi } from 'vitest';
import type { Change } from '../../bot/service/ports.ts';
import { createFeed } from '../../bot/store/feed.ts';

const change: Change = { threadId: 't1', conversationId: 'c1', lastSeq: 3, status: 'bot' };

describe('the feed', () => {
  test('tells every listener of a change, in the order in which they came', () => {
    const feed = createFeed();
    const heard: unknown[] = [];
    feed.subscribe((told) => heard.push(['first', told]));
    feed.subscribe((told) => heard.push(['second', told]));
    feed.publish(change);
    expect(heard).toEqual([
      ['first', change],
      ['second', change],
    ]);
  });

  test('tells nothing to who has left, even while it is telling', () => {
    const feed = createFeed();
    const heard: string[] = [];
    const leaves = [
      feed.subscribe(() => {
        heard.push('first');
        leaves.forEach((leave) => leave());
      }),
      feed.subscribe(() => heard.push('second')),
    ];
    feed.publish(change);
    feed.publish(change);
    expect(heard).toEqual(['first']);
  });

  test('one function may subscribe twice and leave once', () => {
    const feed = createFeed();
    let heard = 0;
    const listener = () => void (heard += 1);
    const leave = feed.subscribe(listener);
    feed.subscribe(listener);
    feed.publish(change);
    leave();
    leave();
    feed.publish(change);
    expect(heard).toBe(3);
  });

  test('a listener that throws harms neither the others nor the one who publishes, and is reported without its words', () => {
    const feed = createFeed();
    const heard: Change[] = [];
    feed.subscribe(() => {
      throw new TypeError('what a customer wrote');
    });
    feed.subscribe((told) => heard.push(told));
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    feed.publish(change);
    const [[, warning] = []] = warned.mock.calls as unknown as [string, { code: string; detail: string }][];
    warned.mockRestore();
    expect(heard).toEqual([change]);
    expect(warning?.code).toBe('SPORTELLO_FEED_LISTENER');
    expect(warning?.detail).toMatch(/^TypeError\n +at .*feed\.test\.ts/);
    expect(warning?.detail).not.toContain('what a customer wrote');
  });
});
