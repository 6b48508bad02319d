import { expect, test } from 'vitest';
import { defaultCost, hashPassword, isOutdated, TooManyHashes, verifyPassword } from '../../bot/service/password.ts';

const cheap = { ln: 4, r: 1, p: 1 };

test('a password is kept as a string that says how it was made, and never twice the same', async () => {
  const [one, other] = await Promise.all([
    hashPassword('una frase lunga', cheap),
    hashPassword('una frase lunga', cheap),
  ]);
  expect(one).toMatch(/^\$scrypt\$ln=4,r=1,p=1\$[\w+/]{22}==\$[\w+/]{43}=$/);
  expect(one).not.toBe(other);
});

test('the right password is recognised, whatever keyboard wrote its accents, and no other', async () => {
  const hash = await hashPassword('perché è così', cheap);
  const tries = ['perché è così', 'perché è così'.normalize('NFD'), 'perche e cosi', 'Perché è così', ''];
  expect(await Promise.all(tries.map((each) => verifyPassword(each, hash)))).toEqual([true, true, false, false, false]);
});

test('what is no hash of ours is no password of anybody', async () => {
  expect(await verifyPassword('x', '')).toBe(false);
  expect(await verifyPassword('x', '$argon2id$v=19$m=1$c2FsdA$aGFzaA')).toBe(false);
});

test('the cost in force takes 128 MiB, and a hash of another cost is known to be outdated', async () => {
  expect(128 * defaultCost.r * 2 ** defaultCost.ln).toBe(128 * 1024 * 1024);
  const hash = await hashPassword('una frase lunga');
  expect(await verifyPassword('una frase lunga', hash)).toBe(true);
  expect([isOutdated(hash), isOutdated(await hashPassword('una frase lunga', cheap))]).toEqual([false, true]);
});

test('a flood is refused before it takes the memory, and those that were taken end well', async () => {
  const flood = await Promise.allSettled(Array.from({ length: 40 }, () => hashPassword('una frase lunga', cheap)));
  const refused = flood.filter((each) => each.status === 'rejected');
  expect(refused.length).toBe(24);
  expect(refused.every((each) => each.reason instanceof TooManyHashes)).toBe(true);
  expect(await hashPassword('dopo la piena', cheap)).toContain('$scrypt$');
});
