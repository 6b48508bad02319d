import { expect, test } from 'vitest';

import type { Language } from '../../bot/domain/language.ts';
import { sentenceFor, signInProblems } from '../../bot/web/desk-app/texts/entry.ts';
import { failureSentence } from '../../bot/web/desk-app/texts/failures.ts';

/** What any call of the desk may be answered with, whatever page made it. */
const anywhere = [
  'offline',
  'unexplained',
  'internal',
  'foreign-origin',
  'not-signed-in',
  'role',
  'already-claimed',
  'not-yours',
  'not-waiting',
  'closed',
  'no-conversation',
  'no-agent',
];

test.each<Language>(['it', 'en'])(
  'what may fail on every page is told in the language of the page (%s), not in the server’s words',
  (language) => {
    const told = anywhere.map((code) =>
      failureSentence({ code, message: 'IN THE SERVER’S WORDS', since: '0' }, language),
    );
    expect(told.filter((sentence) => sentence.includes('SERVER’S WORDS'))).toEqual([]);
    expect(new Set(told).size).toBe(anywhere.length);
  },
);

test('a fault of the server comes with the code by which whoever runs it finds the reason in the log', () => {
  const failure = { code: 'internal', message: 'Something failed.', id: 'c0ffee' };
  expect(failureSentence(failure, 'it')).toContain('c0ffee');
  expect(failureSentence(failure, 'en')).toContain('c0ffee');
});

test('what was typed wrongly is named in the language of the page', () => {
  const failure = { code: 'bad-input', message: 'guest: ...', wrong: 'guest form; old missing' };
  expect(failureSentence(failure, 'it')).toContain('(per chi: non va bene così; password attuale: manca)');
  expect(failureSentence(failure, 'en')).toContain('(for whom: cannot be like this; current password: is missing)');
});

test('an address that somebody made up says nothing on the page', () => {
  const ends = ['domain', 'constructor', '__proto__', null];
  const told = ends.map((end) => sentenceFor(end, signInProblems.it));
  expect(told).toEqual([signInProblems.it.domain, undefined, undefined, undefined]);
});
