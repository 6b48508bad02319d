import { expect, test } from 'vitest';
import { browserOf, coarse } from '../../bot/service/place.ts';

test('an address is shown as its network only', () => {
  expect(['203.0.113.7', '::ffff:203.0.113.7', '2001:db8:1:2:3::4', '::1', ''].map(coarse)).toEqual([
    '203.0.113.x',
    '203.0.113.x',
    '2001:db8:1:x',
    '::1',
    '',
  ]);
});

test('a browser is told from those that it claims to be', () => {
  const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';
  expect(
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/140.0.0.0`,
      `Mozilla/5.0 (X11; Linux x86_64) ${chrome} Safari/537.36`,
      `Mozilla/5.0 (Linux; Android 15) ${chrome} Mobile Safari/537.36`,
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
      'curl/8.5.0',
    ].map(browserOf),
  ).toEqual(['Edge, Windows', 'Chrome, Linux', 'Chrome, Android', 'Firefox, macOS', 'Safari, iOS', '']);
});
