import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Desk, openDesk, workingHours } from '../../channels/open-desk.ts';

/* The chat page's own code, against the real server: what a browser keeps, and what it comes back to. */

const hour = 3_600_000;
let desk: Desk;
let ahead = 0;

beforeAll(async () => {
  const clock = workingHours();
  desk = await openDesk({ clock: { ...clock, now: () => clock.now() + ahead } });
});
afterAll(() => desk.close());
beforeEach(() => {
  vi.stubGlobal('location', { origin: desk.url });
  vi.stubGlobal('localStorage', browserStorage());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

function browserStorage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const forbidden = () => {
  throw new Error('The browser forbids storage.');
};

/** The module as a page that was just opened has it. */
async function openPage() {
  vi.resetModules();
  return import('../../../bot/web/chat/client/pass.ts');
}

/** Begins a chat as a page does: the pass is kept when Web Chat is connected. */
async function chat(page: Awaited<ReturnType<typeof openPage>>) {
  const kept = await page.renewKept();
  const pass = typeof kept === 'object' ? kept : await page.newPass('it-IT');
  const headers = { authorization: `Bearer ${pass.token}` };
  await fetch(`${desk.url}/v3/directline/conversations`, { method: 'POST', headers });
  page.keep(pass);
  const stored = await desk.store.load(`webchat:${pass.conversationId}`);
  return {
    kept: typeof kept === 'object' ? 'good' : kept,
    id: pass.conversationId,
    customer: stored?.conversation.thread.customer.id,
  };
}

describe('a browser that comes back', () => {
  test('after days goes on in its conversation, and after a week without a visit begins another', async () => {
    const first = await chat(await openPage());
    expect(first.kept).toBe('none');
    for (let visit = 0; visit < 3; visit += 1) {
      ahead += 6 * 24 * hour;
      expect(await chat(await openPage())).toEqual({ ...first, kept: 'good' });
    }
    ahead += 7 * 24 * hour;
    const later = await chat(await openPage());
    expect(later).toEqual({ kept: 'over', id: expect.any(String), customer: first.customer });
    expect(later.id).not.toBe(first.id);
  });

  test('wakes after a night in the page itself, with a token that is good', async () => {
    const page = await openPage();
    const pass = await page.newPass('it-IT');
    ahead += 9 * hour;
    const renewed = await page.renew(pass);
    expect(renewed?.conversationId).toBe(pass.conversationId);
    const { status } = await fetch(`${desk.url}/v3/directline/conversations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${renewed?.token}` },
    });
    expect(status).toBe(201);
  });

  test('is the same customer in a new conversation; another browser is another one', async () => {
    const page = await openPage();
    const first = await chat(page);
    page.forget();
    const second = await chat(await openPage());
    expect(second.id).not.toBe(first.id);
    expect(second.customer).toBe(first.customer);
    expect(first.customer).toMatch(/^dl_[0-9a-f]{32}$/);
    vi.stubGlobal('localStorage', browserStorage());
    expect((await chat(await openPage())).customer).not.toBe(first.customer);
  });

  test('and forbids storage has its conversation and its id while the page is open', async () => {
    vi.stubGlobal('localStorage', { getItem: forbidden, setItem: forbidden, removeItem: forbidden });
    const page = await openPage();
    const first = await chat(page);
    ahead += 2 * hour;
    expect(await chat(page)).toEqual({ ...first, kept: 'good' });
    page.forget();
    expect((await chat(page)).customer).toBe(first.customer);
  });

  test.each([
    ['is no JSON', '{'],
    ['is of another shape', '{"conversationId": 7}'],
    ['is nothing', 'null'],
  ])('begins anew when what it kept %s', async (_, kept) => {
    localStorage.setItem('sportello-chat', kept);
    localStorage.setItem('sportello-customer', 'dl_<script>');
    const { kept: found, customer } = await chat(await openPage());
    expect(found).toBe('none');
    expect(customer).toMatch(/^dl_[0-9a-f]{32}$/);
  });
});
