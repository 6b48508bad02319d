import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '../../bot/service/http.ts';
import { echo, post, raw, serving, type Given } from './given.ts';

const secret = 'the password is swordfish';
const routes: readonly Route[] = [
  echo,
  { method: 'get', path: '/ok', handle: async () => ({ status: 200, body: { ok: true } }) },
  { method: 'get', path: '/boom', handle: () => Promise.reject(new Error(secret)) },
  {
    method: 'get',
    path: '/circle',
    async handle() {
      const circle: Record<string, unknown> = {};
      circle['again'] = circle;
      return { status: 200, body: circle };
    },
  },
  {
    method: 'get',
    path: '/long',
    handle: async () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<p>word</p>'.repeat(500) }),
  },
  {
    method: 'get',
    path: '/cut',
    handle: async () => ({
      status: 200,
      async stream(write) {
        write('half of');
        return 'cut';
      },
    }),
  },
];

let given: Given;
beforeAll(async () => {
  given = await serving(routes);
});
afterAll(() => given.server.close());

describe('a request', () => {
  test('reaches its route with parameters, query, body, address and origin', async () => {
    const response = await post(`${given.url}/echo/per%C3%B2?a=1&a=2`, '{"text":"città"}');
    expect([response.status, await response.json()]).toEqual([
      200,
      {
        params: { name: 'però' },
        query: [
          ['a', '1'],
          ['a', '2'],
        ],
        body: { text: 'città' },
        address: '127.0.0.1',
        origin: given.url,
      },
    ]);
  });

  test('any JSON arrives as it was sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ noUnicodeString: false }), async (value) => {
        const sent = JSON.stringify(value);
        if (/"(?:__proto__|constructor)":/.test(sent)) return;
        const response = await post(`${given.url}/echo/x`, sent);
        expect(((await response.json()) as { body: unknown }).body).toEqual(JSON.parse(sent));
      }),
      { numRuns: 60 },
    );
  });

  test('without a body has none, whatever its type', async () => {
    const response = await post(`${given.url}/echo/x`, '');
    expect(await response.json()).not.toHaveProperty('body');
  });

  test('a last slash makes no difference', async () => {
    expect((await fetch(`${given.url}/ok/`)).status).toBe(200);
  });
});

describe('a bad request is told what is wrong', () => {
  const cases: readonly [string, string | Uint8Array, Record<string, string>, number, string][] = [
    ['broken JSON', '{"text":', {}, 400, 'bad-json'],
    ['bytes that are no UTF-8', Uint8Array.of(0x22, 0xff, 0xfe, 0x22), {}, 400, 'bad-json'],
    ['a body that reaches for prototypes', '{"a":[{"__proto__":{"admin":true}}]}', {}, 400, 'bad-json'],
    ['the same, escaped', '{"\\u005f_proto__":{"admin":true}}', {}, 400, 'bad-json'],
    ['a constructor with a prototype', '{"constructor":{"prototype":{"admin":true}}}', {}, 400, 'bad-json'],
    ['a form', 'text=hello', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported-media-type'],
    ['JSON that says it is compressed', '{}', { 'content-encoding': 'gzip' }, 415, 'unsupported-media-type'],
    ['2 MB', JSON.stringify('x'.repeat(2_000_000)), {}, 413, 'too-large'],
  ];
  test.each(cases)('%s', async (_, body, headers, status, code) => {
    const response = await post(`${given.url}/echo/x`, body, headers);
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect([response.status, error.code]).toEqual([status, code]);
    expect(error.message).toMatch(/\.$/);
    expect((await fetch(`${given.url}/ok`)).status).toBe(200);
  });

  test('an address where nothing is', async () => {
    const response = await fetch(`${given.url}/nothing/here`);
    expect([response.status, await response.json()]).toEqual([
      404,
      { error: { code: 'not-found', message: 'There is nothing at this address. Check its spelling.' } },
    ]);
  });

  test('and a browser gets a page of it, in both languages', async () => {
    const response = await fetch(`${given.url}/nothing`, { headers: { accept: 'text/html' } });
    const page = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page).toContain('Questa pagina non c’è.');
    expect(page).toContain('This page does not exist.');
  });

  test('a method that the address does not take', async () => {
    const response = await fetch(`${given.url}/ok`, { method: 'DELETE' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test.each([
    ['a Host that is none', 'GET /ok HTTP/1.1\r\nHost: a b[\r\nConnection: close\r\n\r\n', '400'],
    ['a broken escape', 'GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '404'],
    ['a path up and out', 'GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '404'],
    ['two slashes and a host', 'GET //evil.example/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '404'],
    ['a NUL in the path', 'GET /o%00k HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '404'],
    ['no HTTP at all', '\u0016\u0003\u0001 hello\r\n\r\n', '400'],
    ['a header of 20 kB', `GET /ok HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`, '431'],
  ])('%s', async (_, bytes, status) => {
    expect((await raw(given.port, bytes)).split(' ')[1]).toBe(status);
    expect((await fetch(`${given.url}/ok`)).status).toBe(200);
  });
});

describe('a failure of ours', () => {
  test.each(['/boom', '/circle'])('at %s is a number to the customer, and its reason in the log', async (path) => {
    const response = await fetch(given.url + path);
    const text = await response.text();
    const { error } = JSON.parse(text) as { error: { id: string } };
    expect(response.status).toBe(500);
    expect(text).not.toContain(secret);
    expect(given.log.find(({ facts }) => facts['id'] === error.id)).toMatchObject({ facts: { route: path } });
  });
});

describe('every reply', () => {
  test.each(['/ok', '/boom', '/nothing'])(
    'of %s says what a browser may do with it, and not what serves it',
    async (path) => {
      const { headers } = await fetch(given.url + path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
      expect([headers.get('server'), headers.get('x-powered-by')]).toEqual([null, null]);
    },
  );

  test('of some length is compressed as the browser likes', async () => {
    const encodings = ['br, gzip', 'gzip', 'br;q=0', 'identity'];
    const replies = await Promise.all(
      encodings.map(async (accepted) => {
        const response = await fetch(`${given.url}/long`, { headers: { 'accept-encoding': accepted } });
        return [response.headers.get('content-encoding'), (await response.text()).length];
      }),
    );
    expect(replies).toEqual([
      ['br', 5500],
      ['gzip', 5500],
      [null, 5500],
      [null, 5500],
    ]);
  });

  test('that is cut short does not look whole', async () => {
    await expect(fetch(`${given.url}/cut`).then((response) => response.text())).rejects.toThrow('terminated');
  });

  test('to HEAD has the headers and no body', async () => {
    const response = await fetch(`${given.url}/ok`, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '11', '']);
  });
});

describe('behind a proxy', () => {
  const forwarded = {
    'x-forwarded-for': '6.6.6.6, 203.0.113.7',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'care.example',
  };

  async function seen(settings: Parameters<typeof serving>[1]): Promise<unknown> {
    const { url, server } = await serving([echo], settings);
    const { address, origin } = (await (await post(`${url}/echo/x`, '', forwarded)).json()) as Record<string, string>;
    await server.close();
    return { address, origin: origin === url ? 'as requested' : origin };
  }

  test('its word is taken only when it is trusted, and only the last that it wrote', async () => {
    expect(await seen({ trustProxy: false })).toEqual({ address: '127.0.0.1', origin: 'as requested' });
    expect(await seen({ trustProxy: true })).toEqual({ address: '203.0.113.7', origin: 'https://care.example' });
  });

  test('the public address of the settings comes first', async () => {
    const settings = { trustProxy: true, publicUrl: 'https://bottega.example' };
    expect(await seen(settings)).toEqual({ address: '203.0.113.7', origin: 'https://bottega.example' });
  });

  test('over https, a browser is told to stay there', async () => {
    const told = async (publicUrl: string) => {
      const { url, server } = await serving(routes, { publicUrl });
      const header = (await fetch(`${url}/ok`)).headers.get('strict-transport-security');
      await server.close();
      return header;
    };
    expect([await told('https://bottega.example'), await told('http://bottega.example')]).toEqual([
      'max-age=31536000',
      null,
    ]);
  });
});
