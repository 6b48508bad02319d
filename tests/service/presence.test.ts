import { expect, test } from 'vitest';
import { createPresence } from '../../bot/service/presence.ts';

function given() {
  let at = 1_000_000;
  const presence = createPresence({ now: () => at });
  const heard: string[] = [];
  presence.subscribe(() => heard.push(presence.of('giulia').state));
  const pass = (milliseconds: number) => {
    at += milliseconds;
    presence.tick();
  };
  return { presence, heard, pass };
}

test('an agent is there while a page listens, and for 45 seconds after the last one went', () => {
  const { presence, heard, pass } = given();
  const closeOne = presence.arrived('giulia');
  const closeOther = presence.arrived('giulia');
  closeOne();
  closeOne();
  pass(100_000);
  expect(presence.of('giulia')).toEqual({ state: 'available' });
  closeOther();
  pass(44_999);
  expect(presence.of('giulia')).toEqual({ state: 'available' });
  pass(1);
  expect(presence.of('giulia')).toEqual({ state: 'away', because: 'gone', since: 1_145_000 });
  expect(heard).toEqual(['available', 'away']);
});

test('a page that comes back in time was never away', () => {
  const { presence, heard, pass } = given();
  presence.arrived('giulia')();
  pass(30_000);
  presence.arrived('giulia');
  pass(60_000);
  expect(presence.of('giulia')).toEqual({ state: 'available' });
  expect(heard).toEqual(['available']);
});

test('who chose to be away stays so until they choose otherwise, whatever the page sees', () => {
  const { presence, pass } = given();
  presence.arrived('giulia');
  presence.report('giulia', 'away', 'choice');
  pass(5_000);
  presence.report('giulia', 'away', 'idleness');
  presence.report('giulia', 'available', 'idleness');
  expect(presence.of('giulia')).toEqual({ state: 'away', because: 'choice', since: 1_000_000 });
  presence.report('giulia', 'available', 'choice');
  expect(presence.of('giulia')).toEqual({ state: 'available' });
});

test('idleness ends with the first touch, and with a page that is opened again', () => {
  const { presence } = given();
  presence.arrived('giulia');
  presence.report('giulia', 'away', 'idleness');
  expect(presence.of('giulia')).toMatchObject({ state: 'away', because: 'idleness' });
  presence.report('giulia', 'available', 'idleness');
  expect(presence.of('giulia').state).toBe('available');
  presence.report('giulia', 'away', 'idleness');
  presence.arrived('giulia');
  expect(presence.of('giulia').state).toBe('available');
});

test('the desk is staffed by anybody who is available, and taken for staffed until pages had the time to come back', () => {
  const { presence, pass } = given();
  expect(presence.staffed()).toBe(true);
  pass(45_000);
  expect(presence.staffed()).toBe(false);
  presence.arrived('giulia');
  presence.arrived('marco');
  presence.report('giulia', 'away', 'choice');
  expect(presence.staffed()).toBe(true);
  presence.report('marco', 'away', 'choice');
  expect(presence.staffed()).toBe(false);
});

test('who was never seen since the start is away since then', () => {
  const { presence } = given();
  expect(presence.of('anna')).toEqual({ state: 'away', because: 'gone', since: 1_000_000 });
});
