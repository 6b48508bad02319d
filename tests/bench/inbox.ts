import { alwaysOpen } from '../../bot/domain/hours.ts';
import { aConversation, aMessage, aTurn } from '../store/given.ts';
import { openDesk, simpleMind, type GivenDesk } from '../web/desk-given.ts';

/* The inbox with many open conversations, and the search in many closed ones: what two agents' pages wait for. */

const open = 2_000;
const changes = 50;

/** Prints how long a change takes to a second page, and what it and the whole queue weigh; then the search. */
export async function measureInbox(closed = 100_000): Promise<void> {
  const desk = await openDesk({ ...simpleMind(), hours: alwaysOpen });
  try {
    console.log('\nThe inbox');
    await news(desk);
    await search(desk, closed);
  } finally {
    await desk.close();
  }
}

async function news(desk: GivenDesk): Promise<void> {
  await fillInbox(desk);
  const pages = await Promise.all(
    ['anna', 'bruno'].map(async (login) => page(desk, (await desk.signIn(login)).cookie)),
  );
  const whole = await Promise.all(pages.map((each) => each.until('"queue"')));
  const [times, sizes]: [number[], number[]] = [[], []];
  for (let index = 0; index < changes; index += 1) {
    // At whatever moment of the pause in which changes are gathered.
    await new Promise((resolve) => setTimeout(resolve, index * 3));
    // Before the turn, so that what it and its commit take is counted with it.
    const begun = performance.now();
    const id = await desk.says(`Cliente ${index}`, 'vendete mongolfiere?');
    const [, second] = await Promise.all(pages.map((each) => each.until(id)));
    times.push(performance.now() - begun);
    sizes.push(second?.length ?? 0);
  }
  await Promise.all(pages.map((each) => each.close()));
  times.sort((a, b) => a - b);
  const [median, last] = [times[changes / 2] ?? 0, times.at(-1) ?? 0];
  const average = sizes.reduce((sum, each) => sum + each, 0) / changes;
  console.log(
    `  ${open} open: a change reaches the second page in ${median.toFixed(0)} ms, ${last.toFixed(0)} at most (aim: 300), ` +
      `${average.toFixed(0)} bytes; the whole queue is ${((whole[1]?.length ?? 0) / 1024).toFixed(0)} kB, once`,
  );
}

/** Lets 2,000 customers wait. */
export async function fillInbox(desk: GivenDesk): Promise<void> {
  await Promise.all(
    Array.from({ length: open }, async (_, index) => {
      const handoff = { reason: 'unsure', queuedAt: index, contactOffered: false, noted: false } as const;
      const given = { threadId: `open-${index}`, status: 'waiting', handoff, lastAt: Date.now() } as const;
      await desk.store.commit(aTurn(aConversation({ ...given, questions: [question(index)] })));
    }),
  );
}

function question(index: number) {
  const text = `Dov’è il mio pacco numero ${index}? Lo aspettavo lunedì e il corriere non risponde.`;
  return { text, at: index, decision: 'handoff' as const, candidates: [] };
}

/** A page that listens; `until` gives the text of the event that holds a word. */
async function page(desk: GivenDesk, cookie: string) {
  const response = await fetch(`${desk.origin}/desk/api/events`, { headers: { cookie } });
  const reader = (response.body ?? new ReadableStream<Uint8Array<ArrayBuffer>>()).getReader();
  const decoder = new TextDecoder();
  let text = '';
  return {
    close: () => reader.cancel(),
    async until(word: string): Promise<string> {
      for (;;) {
        const end = text.indexOf('\n\n');
        const event = end < 0 ? '' : text.slice(0, end);
        if (end >= 0) text = text.slice(end + 2);
        if (event.includes(word)) return event;
        if (end >= 0) continue;
        const { done, value } = await reader.read();
        if (done) throw new Error('The stream ended.');
        text += decoder.decode(value, { stream: true });
      }
    },
  };
}

async function search({ store }: GivenDesk, closed: number): Promise<void> {
  const [begun, batch] = [performance.now(), 500];
  for (let first = 0; first < closed; first += batch) {
    await Promise.all(Array.from({ length: batch }, (_, index) => close(store, first + index)));
  }
  const each = (performance.now() - begun) / closed;
  console.log(`  ${closed} closed: ${each.toFixed(2)} ms to save each, its words with it`);
  for (const words of [[], ['pacco'], ['pacco', 'rimb'], [`n${closed - 1}`], ['n7'], ['mongolfiera']]) {
    const asked = performance.now();
    const found = await store.closed({ words, limit: 30 });
    const took = (performance.now() - asked).toFixed(1);
    console.log(`    "${words.join(' ')}": ${found.length} in ${took} ms`);
  }
}

async function close(store: GivenDesk['store'], index: number): Promise<void> {
  const conversation = aConversation({
    threadId: `closed-${index}`,
    status: 'closed',
    closedAt: index,
    solved: 'agent',
  });
  const said = [`Dov’è il mio pacco n${index}?`, index % 1000 === 0 ? 'Vorrei un rimborso' : 'Grazie mille'];
  const messages = said.map((text, at) => aMessage(conversation, at + 1, { author: 'customer', text }));
  await store.commit(aTurn(conversation, { messages }));
}
