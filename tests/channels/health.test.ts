import { expect, test } from 'vitest';
import { createHealth } from '../../bot/channels/health.ts';
import type { Signal } from '../../bot/service/ports.ts';

test('a channel fails from the third failure in a row, and the desk hears of each one from there and of its end', () => {
  const heard: Signal[] = [];
  const health = createHealth({ clock: { now: () => 5 }, feed: { signal: (signal) => void heard.push(signal) } });
  const signal: Signal = { kind: 'channels' };
  health.failed('timeout');
  health.failed('timeout');
  health.went();
  expect({ heard, trouble: health.trouble() }).toEqual({ heard: [], trouble: undefined });
  for (const code of ['timeout', 'timeout', 'unavailable', 'refused']) health.failed(code);
  expect({ heard, trouble: health.trouble() }).toEqual({
    heard: [signal, signal],
    trouble: { since: 5, error: 'refused' },
  });
  health.went();
  health.went();
  expect({ heard, trouble: health.trouble() }).toEqual({ heard: [signal, signal, signal], trouble: undefined });
  for (const code of ['timeout', 'timeout', 'timeout']) health.failed(code);
  health.answered();
  expect({ heard: heard.length, trouble: health.trouble(), sent: health.sent }).toEqual({
    heard: 5,
    trouble: undefined,
    sent: 3,
  });
});
