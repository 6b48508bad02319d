import { expect, test } from 'vitest';
import { seldom } from '../../bot/service/seldom.ts';

test('what strangers bring about is logged once a minute, with how many there were meanwhile; all else at once', () => {
  const lines: unknown[] = [];
  let now = 0;
  const log = seldom(
    (...line) => lines.push(line),
    () => now,
  );
  const rejected = () => log('warn', 'bot-framework-request-rejected', { status: 401 });
  for (let n = 0; n < 1_000; n += 1) rejected();
  log('error', 'bot-framework-request-rejected', { status: 503 });
  log('info', 'mail-sent');
  log('info', 'mail-sent');
  now = 60_000;
  rejected();
  expect(lines).toEqual([
    ['warn', 'bot-framework-request-rejected', { status: 401 }],
    ['error', 'bot-framework-request-rejected', { status: 503 }],
    ['info', 'mail-sent', {}],
    ['info', 'mail-sent', {}],
    ['warn', 'bot-framework-request-rejected', { status: 401, more: 999 }],
  ]);
});
