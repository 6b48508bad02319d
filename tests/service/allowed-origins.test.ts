import { expect, test } from 'vitest';
import { allows } from '../../bot/service/allowed-origins.ts';

const allowed = ['https://shop.example', 'https://*.group.example', 'http://*.test.local:8080'];

test.each([
  'https://shop.example',
  'https://it.group.example',
  'https://a.b.c.group.example',
  'http://x.test.local:8080',
])('%s may show the chat', (origin) => {
  expect(allows(allowed, origin)).toBe(true);
});

test.each([
  'https://www.shop.example',
  'http://shop.example',
  'https://group.example',
  'https://evilgroup.example',
  'https://it.group.example.evil.example',
  'http://it.group.example',
  'https://it.group.example:8443',
  'https://evil.example/.group.example',
  'https://evil.example?.group.example',
  'https://evil.example#.group.example',
  'https://evil@it.group.example',
  'http://x.test.local',
  'null',
  '',
])('"%s" may not', (origin) => {
  expect(allows(allowed, origin)).toBe(false);
});
