import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { crc32, inflateRawSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type AppFacts, localizationOf, manifestOf } from '../../bot/channels/teams/manifest.ts';
import { zip } from '../../bot/channels/teams/zip.ts';
import { teamsPackage } from '../../bot/cli/teams-package.ts';

const folder = mkdtempSync(join(tmpdir(), 'sportello-teams-'));
afterAll(() => rmSync(folder, { recursive: true }));

const appId = '0a1b2c3d-1111-2222-3333-444455556666';

async function run(...args: string[]): Promise<{ code: number; lines: string[]; archive: Buffer }> {
  const lines: string[] = [];
  const path = join(folder, 'app.zip');
  const code = await teamsPackage(['--out', path, ...args], {
    language: 'en' as const,
    line: (text) => void lines.push(text),
    error: (text) => void lines.push(text),
  });
  return { code, lines, archive: readFileSync(path) };
}

/** Reads an archive from its directory, as unpackers do; checks what each entry says of itself. */
function unzip(archive: Buffer): Map<string, Buffer> {
  const end = archive.length - 22;
  expect(archive.readUInt32LE(end)).toBe(0x06054b50);
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect([archive.readUInt32LE(at), archive.readUInt16LE(at + 10)]).toEqual([0x02014b50, 8]);
    const [sum, packed, size] = [16, 20, 24].map((field) => archive.readUInt32LE(at + field));
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.subarray(at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    expect(archive.readUInt32LE(local)).toBe(0x04034b50);
    // The header before the entry repeats what the directory says, from the version on.
    expect(archive.subarray(local + 4, local + 28)).toEqual(archive.subarray(at + 6, at + 30));
    const from = local + 30 + nameLength;
    expect(archive.subarray(local + 30, from)).toEqual(name);
    const bytes = inflateRawSync(archive.subarray(from, from + (packed ?? 0)));
    expect([bytes.length, crc32(bytes)]).toEqual([size, sum]);
    files.set(name.toString('utf8'), bytes);
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return files;
}

/**
 * Microsoft's schema as a check, of what the manifest uses: whole features that it does without (add-ins, message extensions) are
 * left out and so refused, and where the schema refers to a part of those, anything goes.
 */
function schema(name: string, used?: readonly string[]): z.ZodType {
  const path = resolve(import.meta.dirname, `../channels/teams-schema/${name}.schema.json`);
  const text = readFileSync(path, 'utf8').replaceAll(/"\$ref": "#\/properties\/[^"]*"/g, '"description": ""');
  const whole = JSON.parse(text) as { readonly properties: Readonly<Record<string, object>> };
  const parts = Object.entries(whole.properties).filter(([key]) => used?.includes(key) ?? true);
  return z.fromJSONSchema({ ...whole, properties: Object.fromEntries(parts) } as never);
}

const pages = { url: 'https://a.example', privacyUrl: 'https://a.example', termsUrl: 'https://a.example' };
const facts: AppFacts = { ...pages, appId, version: '1.0.0', name: 'Bea', shop: 'Bottega', commands: [] };
const manifestSchema = schema('MicrosoftTeams', Object.keys(manifestOf(facts)));
const localizationSchema = schema('MicrosoftTeams.Localization');

function picture(bytes: Buffer | undefined): { size: number[]; pixels: number[][] } {
  if (bytes === undefined) throw new Error('There is no such picture.');
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const length = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 4, at + 8 + length);
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    if (body.subarray(0, 4).toString('latin1') === 'IDAT') data.push(body.subarray(4));
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const raw = inflateSync(Buffer.concat(data));
  expect(raw.length).toBe(height * (1 + width * 4));
  const pixels = Array.from({ length: width * height }, (_, at) => {
    const from = Math.floor(at / width) * (1 + width * 4) + 1 + (at % width) * 4;
    return [...raw.subarray(from, from + 4)];
  });
  return { size: [width, height], pixels };
}

test("the package holds a manifest and texts that Microsoft's schema takes, and both icons", async () => {
  const { code, archive } = await run('--url', 'https://care.example', '--app-id', appId.toUpperCase());
  expect(code).toBe(0);
  const files = unzip(archive);
  expect([...files.keys()]).toEqual(['manifest.json', 'en.json', 'color.png', 'outline.png']);

  const manifest: unknown = JSON.parse(files.get('manifest.json')?.toString() ?? '');
  expect(manifestSchema.safeParse(manifest).error?.issues).toBe(undefined);
  expect(manifest).toMatchObject({
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.schema.json',
    id: appId,
    name: { short: 'Aurora', full: 'Aurora - Bottega Aurora' },
    bots: [{ botId: appId, scopes: ['personal', 'team', 'groupChat'] }],
    validDomains: ['care.example'],
    localizationInfo: { defaultLanguageTag: 'it', additionalLanguages: [{ languageTag: 'en', file: 'en.json' }] },
  });
  const english: unknown = JSON.parse(files.get('en.json')?.toString() ?? '');
  expect(localizationSchema.safeParse(english).error?.issues).toBe(undefined);
  expect(english).toMatchObject({ 'bots[0].commandLists[0].commands[0].title': 'Talk to a person' });

  const colour = picture(files.get('color.png'));
  expect(colour.size).toEqual([192, 192]);
  expect(colour.pixels.every(([, , , opacity]) => opacity === 255)).toBe(true);
  expect([colour.pixels[0], new Set(colour.pixels.map(String)).size > 3]).toEqual([[0x9c, 0x3f, 0x27, 255], true]);
  const outline = picture(files.get('outline.png'));
  expect(outline.size).toEqual([32, 32]);
  expect(new Set(outline.pixels.map((colour) => String(colour.slice(0, 3))))).toEqual(new Set(['255,255,255']));
  expect(outline.pixels.some(([, , , opacity]) => opacity === 255)).toBe(true);
  expect(outline.pixels[0]).toEqual([255, 255, 255, 0]);
});

test('a package made twice is the same, and one with other facts says them', async () => {
  const args = ['--url', 'https://care.example:8443/', '--app-id', appId, '--name', 'Bea', '--version', '2.0.1'];
  const pages = ['--privacy', 'https://shop.example/privacy', '--terms', 'https://shop.example/terms'];
  const first = await run(...args, ...pages);
  expect((await run(...args, ...pages)).archive.equals(first.archive)).toBe(true);
  expect(first.lines).toEqual([
    `${join(folder, 'app.zip')}: Bea 2.0.1, messages to https://care.example:8443/api/messages.`,
  ]);
  expect(JSON.parse(unzip(first.archive).get('manifest.json')?.toString() ?? '')).toMatchObject({
    version: '2.0.1',
    name: { short: 'Bea' },
    validDomains: ['care.example:8443'],
    developer: { privacyUrl: 'https://shop.example/privacy', termsOfUseUrl: 'https://shop.example/terms' },
  });
});

test.each([
  ['an address that Teams cannot reach', ['--url', 'http://care.example', '--app-id', appId], '--url'],
  ['an address with a path', ['--url', 'https://care.example/chat', '--app-id', appId], 'without a path'],
  ['no app id', ['--url', 'https://care.example', '--app-id', ''], 'MicrosoftAppId'],
  ['an app id that is none', ['--url', 'https://care.example', '--app-id', 'x'], 'no GUID'],
  ['too long a name', ['--url', 'https://a.example', '--app-id', appId, '--name', 'x'.repeat(31)], '31 characters'],
  ['a version of two numbers', ['--url', 'https://a.example', '--app-id', appId, '--version', '1.0'], '1.0.0'],
  ['a notice that is no address', ['--url', 'https://a.example', '--app-id', appId, '--terms', 'x'], '--terms'],
])('%s is refused, with what to do', async (_, args, words) => {
  await expect(run(...args)).rejects.toThrow(words);
});

test('whatever the shop and its entries are called, the manifest keeps to the schema', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 });
  const command = fc.record({ it: name, en: name });
  fc.assert(
    fc.property(name, fc.array(command, { maxLength: 12 }), (shop, commands) => {
      const named: AppFacts = { ...facts, shop, commands };
      expect(manifestSchema.safeParse(manifestOf(named)).error?.issues).toBe(undefined);
      expect(localizationSchema.safeParse(localizationOf(named, 'en')).error?.issues).toBe(undefined);
    }),
    { numRuns: 30 },
  );
});

test('the schema refuses a manifest that says too much or too little', () => {
  for (const wrong of [
    { ...manifestOf(facts), more: 1 },
    { ...manifestOf(facts), id: 'x' },
    { ...manifestOf(facts), bots: [{}] },
  ]) {
    expect(manifestSchema.safeParse(wrong).success).toBe(false);
  }
});

test('an archive gives back what was put in', () => {
  const entry = fc.record({
    path: fc.string({ unit: 'grapheme', minLength: 1 }),
    bytes: fc.uint8Array({ maxLength: 500 }),
  });
  const entries = fc.uniqueArray(entry, { selector: ({ path }) => path, maxLength: 10 });
  fc.assert(
    fc.property(entries, (given) => {
      expect([...unzip(zip(given))].map(([path, bytes]) => [path, [...bytes]])).toEqual(
        given.map(({ path, bytes }) => [path, [...bytes]]),
      );
    }),
    { numRuns: 50 },
  );
});
