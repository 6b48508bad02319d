import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { hours } from '../../bot/cli/hours.ts';

const folder = mkdtempSync(join(tmpdir(), 'sportello-hours-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = `zone: Europe/Rome
week: { monday: ["09:00-13:00", "15:00-18:00"] }
holidays: it
closures:
  - 2026-11-30
  - { from: 2026-12-14, to: 2026-12-21, it: le ferie, en: our break }
extra: { 2026-12-20: ["10:00-18:00"] }
`;

async function asked(...args: readonly string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const out = {
    language: 'en' as const,
    line: (text: string) => void lines.push(text),
    error: (text: string) => void lines.push(text),
  };
  const code = await hours([...args, '--knowledge', folder], out);
  return { code, text: lines.join('\n') };
}

beforeAll(() => {
  mkdirSync(join(folder, 'intents'));
  writeFileSync(join(folder, 'intents/hours.yaml'), file);
});

describe('sportello hours', () => {
  test.each([
    [
      ['2026-11-23T10:00'],
      `Monday, 23 November 2026, 10:00 (Europe/Rome): open
  By the weekly plan this day is open: 9:00-13:00, 15:00-18:00.
  Closes: Monday, 23 November 2026, 13:00.`,
    ],
    [
      ['2026-12-25T10:00', '--lang', 'it'],
      `venerdì 25 dicembre 2026, ore 10:00 (Europe/Rome): chiuso
  È festa nazionale: Natale.
  Apre: lunedì 28 dicembre 2026, ore 9:00.`,
    ],
    [
      ['2026-12-14T12:00Z'],
      `Monday, 14 December 2026, 13:00 (Europe/Rome): closed
  It is a day of closures: our break.
  Opens: Sunday, 20 December 2026, 10:00.`,
    ],
    [
      ['2026-12-20T11:00', '--lang', 'it'],
      `domenica 20 dicembre 2026, ore 11:00 (Europe/Rome): aperto
  È un'apertura straordinaria (extra): 10:00-18:00.
  Chiude: domenica 20 dicembre 2026, ore 18:00.`,
    ],
    [
      ['2026-11-30'],
      `Monday, 30 November 2026, 0:00 (Europe/Rome): closed
  It is a day of the list closures.
  Opens: Monday, 7 December 2026, 9:00.`,
    ],
  ])('%s', async (args, text) => {
    expect(await asked(...args)).toEqual({ code: 0, text });
  });

  test('takes no time for one that is none, and no language that it does not speak', async () => {
    await expect(asked('2026-02-30T10:00')).rejects.toThrow('"2026-02-30T10:00" is no time');
    await expect(asked('tomorrow')).rejects.toThrow('write it as 2026-12-25T10:00');
    await expect(asked('--lang', 'fr')).rejects.toThrow('it must be it or en');
  });

  test('shows what is wrong with the file, and looks at no other', async () => {
    writeFileSync(join(folder, 'intents/hours.yaml'), file.replace('holidays: it', 'holidays: fr'));
    writeFileSync(join(folder, 'intents/bot.yaml'), 'nothing: here\n');
    const { code, text } = await asked();
    expect([code, text.split('\n')[0]]).toEqual([
      1,
      `${join(folder, 'intents/hours.yaml')}:3:11 unknown-value: "fr" is not known here.`,
    ]);
  });
});
