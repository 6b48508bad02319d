import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alwaysOpen } from '../../bot/domain/hours.ts';
import { parseKnowledge } from '../../bot/content/parse.ts';
import type { FaqEntry, Knowledge } from '../../bot/domain/knowledge.ts';
import { knowledgeFolder } from '../../bot/store/knowledge-folder.ts';
import { createAssets } from '../../bot/web/assets.ts';
import { customerPages } from '../../bot/web/pages.ts';
import { serving, type Given } from './given.ts';

let knowledge: Knowledge;
let given: Given;
const clock = { now: () => Date.parse('2026-12-24T12:00:00+01:00'), newId: () => 'x' };

beforeAll(async () => {
  const parsed = parseKnowledge((await knowledgeFolder('.').read()).files);
  if (!parsed.ok) throw new Error('the sample knowledge has Problems');
  knowledge = parsed.value;
  given = await serving(
    customerPages({
      knowledge: () => knowledge,
      assets: createAssets(),
      clock,
      allowedOrigins: ['https://shop.example', 'https://*.group.example'],
    }),
  );
});
afterAll(() => given.server.close());

async function page(path: string, headers: Record<string, string> = {}): Promise<{ response: Response; text: string }> {
  const response = await fetch(given.url + path, {
    headers: { 'accept-language': 'it-IT,it;q=0.9,en;q=0.8', ...headers },
  });
  return { response, text: await response.text() };
}

describe('the language of a page', () => {
  test.each([
    ['the browser’s first that we speak', '/', { 'accept-language': 'de, en-GB;q=0.9, it;q=0.5' }, 'en'],
    ['the one that it likes best, whatever the order', '/', { 'accept-language': 'en;q=0.5, it;q=0.9' }, 'it'],
    ['Italian when we speak none of its languages', '/', { 'accept-language': 'de, fr' }, 'it'],
    ['the chosen one before the browser’s', '/?lang=en', {}, 'en'],
    ['the one that was chosen before', '/faq', { cookie: 'a=b; sportello-language=en' }, 'en'],
    ['the chosen one before the one chosen earlier', '/chat?lang=it', { cookie: 'sportello-language=en' }, 'it'],
    ['not one that we do not speak', '/?lang=tlh', {}, 'it'],
  ])('is %s', async (_, path, headers, language) => {
    const { response, text } = await page(path, headers);
    expect([response.headers.get('content-language'), /<html lang="(\w+)"/.exec(text)?.[1]]).toEqual([
      language,
      language,
    ]);
  });

  test('is remembered when it is chosen, and only then', async () => {
    expect((await page('/?lang=en')).response.headers.get('set-cookie')).toMatch(/^sportello-language=en; Path=\/;/);
    expect((await page('/')).response.headers.get('set-cookie')).toBeNull();
  });
});

describe('the foot of the shop’s pages', () => {
  test('says when people are there as hours.yaml does, and where the shop is as far as the knowledge has it', async () => {
    const sample = knowledge;
    expect((await page('/')).text).toContain('<li>Lunedì-venerdì 9:00-18:00, sabato 9:00-13:00</li>');
    expect((await page('/')).text).toContain('Lunedì-venerdì 9:00-18:00, sabato 9:00-13:00. Il nostro assistente');
    expect((await page('/faq?lang=en')).text).toContain('<a href="/faq#shop-location">Where is the shop?</a>');
    knowledge = { ...sample, hours: alwaysOpen, contact: {}, entries: [], revision: 'another' };
    const other = (await page('/faq')).text;
    expect(other).toContain('<li>Tutti i giorni, a ogni ora</li>');
    expect(other).not.toMatch(/Saragozza|tel:|mailto:|shop-location/);
    knowledge = sample;
  });
});

describe('a page', () => {
  test.each(['/', '/faq', '/chat', '/chat?embed=1', '/preview', '/preview/page'])(
    '%s links to files that are there, and that link to others that are',
    async (path) => {
      const { text } = await page(path);
      const waiting = [...text.matchAll(/(?:src|href)="(\/(?:assets\/|widget)[^"]+)"/g)].map((found) => found[1]!);
      const seen = new Map<string, number>();
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (seen.has(next)) continue;
        const response = await fetch(given.url + next);
        seen.set(next, response.status);
        const code = await response.text();
        if (code.length < 100_000)
          waiting.push(...[...code.matchAll(/from '(\/assets\/[^']+)'/g)].map((found) => found[1]!));
      }
      expect([...seen.values()].filter((status) => status !== 200)).toEqual([]);
      expect(seen.size).toBeGreaterThan(2);
    },
  );

  test('runs and draws only what carries its nonce, which is new each time', async () => {
    const nonces = await Promise.all(
      ['/', '/'].map(async (path) => {
        const { response, text } = await page(path);
        const nonce =
          /script-src 'nonce-([\w-]+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? '';
        const scripts = [...text.matchAll(/<script(?![^>]*application\/json)[^>]*>/g)].map((found) => found[0]);
        expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
        expect(text).not.toMatch(/\sstyle="|\son\w+="/);
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  test('may be framed by nobody, but the chat by the sites of the settings', async () => {
    const framedBy = async (path: string) =>
      /frame-ancestors ([^;]+)/.exec((await page(path)).response.headers.get('content-security-policy') ?? '')?.[1];
    expect([
      await framedBy('/'),
      await framedBy('/faq'),
      await framedBy('/preview'),
      await framedBy('/chat?embed=1'),
    ]).toEqual(["'none'", "'none'", "'none'", "'self' https://shop.example https://*.group.example"]);
  });
});

test('the frame of the bubble tells a site that is not allowed so, and holds no chat then', async () => {
  const from = async (site: string) => {
    const { response, text } = await page(`/chat?embed=1&from=${encodeURIComponent(site)}`);
    return [response.status, text.includes('id="web-chat"'), text.includes('non può aprirsi')];
  };
  const [shown, refused] = [
    [200, true, false],
    [403, false, true],
  ];
  expect([
    await from('https://shop.example'),
    await from('https://it.group.example'),
    await from(given.url),
    await from(given.url.replace('http:', 'https:')),
    await from('https://stranger.example'),
    await from('https://shop.example.stranger.example'),
    await from('https://group.example'),
    await from('null'),
    await from('"><script>alert(1)</script>'),
  ]).toEqual([shown, shown, shown, shown, refused, refused, refused, refused, refused]);
});

describe('a file', () => {
  test('is kept for ever under its address, and not sent again to who has it', async () => {
    const path = /"(\/assets\/web-site[^"]+)"/.exec((await page('/')).text)![1]!;
    const first = await fetch(given.url + path, { headers: { 'accept-encoding': 'br' } });
    await first.arrayBuffer();
    const again = await fetch(given.url + path, {
      headers: { 'accept-encoding': 'br', 'if-none-match': first.headers.get('etag')! },
    });
    expect([
      first.status,
      first.headers.get('cache-control'),
      first.headers.get('content-encoding'),
      again.status,
    ]).toEqual([200, 'public, max-age=31536000, immutable', 'br', 304]);
  });

  test('that is none of ours is not there', async () => {
    const tries = ['..%2F..%2Fpackage.json', 'package.json', '__proto__', 'constructor'];
    const statuses = await Promise.all(tries.map(async (name) => (await fetch(`${given.url}/assets/${name}`)).status));
    expect(statuses).toEqual([404, 404, 404, 404]);
  });

  test('the bubble is under 10 kB, free of types, and other sites may load it', async () => {
    const response = await fetch(`${given.url}/widget.js`);
    const code = await response.text();
    expect(gzipSync(code).length).toBeLessThan(10_000);
    expect(code).not.toContain('HTMLIFrameElement |');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('the FAQ page', () => {
  test('shows every entry that has the language, with its anchor and its answer', async () => {
    const { text } = await page('/faq?lang=en');
    const entries = knowledge.entries.filter((entry) => entry.kind === 'faq' && entry.texts.en !== undefined);
    expect(entries.length).toBeGreaterThan(50);
    expect(entries.filter(({ id }) => !text.includes(`id="${id}"`))).toEqual([]);
    expect(text).toContain('<strong>2-4 working days</strong>');
  });

  test('shows an entry within its dates and on its channels, and escapes what an editor wrote', async () => {
    const before = knowledge;
    const entry = knowledge.entries.find((each): each is FaqEntry => each.id === 'delivery-time')!;
    const entryWith = (changes: Partial<FaqEntry>): FaqEntry => ({ ...entry, ...changes });
    const hostile = {
      question: 'Is <img src=x onerror=alert(1)> safe?',
      examples: [],
      answers: [
        '<script>alert(1)</script> [click](javascript:alert(1)) ![p](https://evil.example/p.png) [ok](https://ok.example)',
      ],
      tests: [],
      patterns: [],
    };
    knowledge = {
      ...before,
      revision: 'hostile',
      entries: [
        entryWith({ id: 'today', validFrom: '2026-12-24', validTo: '2026-12-24' }),
        entryWith({ id: 'over', validTo: '2026-12-23' }),
        entryWith({ id: 'to-come', validFrom: '2026-12-25' }),
        entryWith({ id: 'elsewhere', channels: ['teams'] }),
        entryWith({ id: 'hostile', texts: { en: hostile } }),
        entryWith({ id: 'own-topic', topic: 'gift-ideas' }),
      ],
    };
    const { text } = await page('/faq?lang=en');
    knowledge = before;
    expect([...text.matchAll(/<details id="([^"]+)"/g)].map((found) => found[1])).toEqual([
      'today',
      'hostile',
      'own-topic',
    ]);
    expect(text).toContain('Gift ideas');
    expect(text).toContain('Is &lt;img src=x onerror=alert(1)&gt; safe?');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).toContain('<a href="https://ok.example" rel="noopener">ok</a>');
    expect(text).not.toMatch(/<a href="javascript|<img src="https:\/\/evil/);
  });
});
