import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';

import { createOutbox, type Outbox } from '../../../bot/channels/mail/outbox.ts';
import type { MailServer } from '../../../bot/channels/mail/settings.ts';
import { smtpSender } from '../../../bot/channels/mail/smtp.ts';
import type { Store } from '../../../bot/service/ports.ts';
import type { NewMail, StoredMail } from '../../../bot/service/ticket-store.ts';
import { openStore } from '../../../bot/store/open.ts';
import { aConversation, anEntry, aTurn } from '../../store/given.ts';
import { temporary } from '../../store/folder.ts';
import { mailServer, type MailServerGiven } from './mail-server.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function serving(...given: Parameters<typeof mailServer>): Promise<MailServerGiven> {
  const server = await mailServer(...given);
  closing.push(server.close);
  return server;
}

/** A store in which tickets wait for their mails to these addresses. */
async function storeWith(mails: readonly (Partial<NewMail> & { to: string })[], url = 'file::memory:'): Promise<Store> {
  const store = await openStore(url);
  for (const [index, mail] of mails.entries()) {
    const conversation = aConversation({ threadId: `t${index}` });
    const number = `261121-${index}`;
    const ticket = { number, conversationId: conversation.id, contact: mail.to, question: 'q', at: 1, remindAt: 2 };
    await store.commit(aTurn(conversation, { ticket, mail: aMail(number, mail) }));
  }
  return store;
}

function aMail(ticket: string, given: Partial<NewMail> & { to: string }): NewMail {
  return {
    id: `ticket-${ticket}`,
    ticket,
    kind: 'ticket',
    subject: `La tua richiesta ${ticket}`,
    text: 'Ciao!\nPerché no?\n',
    messageId: `<ticket-${ticket}@shop.example>`,
    at: 1_000,
    ...given,
  };
}

const from = { name: 'Bottega Aurora', address: 'ciao@shop.example' };
const replyTo = { name: '', address: 'risposte@shop.example' };

function outboxOf(store: Store, server: Partial<MailServer> & { port: number }, given: { lease?: number } = {}) {
  const log: string[] = [];
  const send = smtpSender({ server: { host: '127.0.0.1', secure: false, ...server }, from, replyTo });
  const outbox = createOutbox({
    store,
    clock: { now: () => Date.now() },
    log: (level, event, facts) => log.push(JSON.stringify({ level, event, ...facts })),
    send,
    changed: () => {},
    backoff: { first: 20, longest: 40, tries: 4 },
    sweepEvery: 10,
    ...given,
  });
  closing.push(async () => {
    await outbox.close();
    await store.close();
  });
  outbox.start();
  return { outbox, log };
}

/** The mail of a ticket once it is as told. */
async function mailOnce(store: Store, ticket: string, holds: (mail: StoredMail) => boolean): Promise<StoredMail> {
  for (;;) {
    const [mail] = await store.ticketMails(ticket);
    if (mail !== undefined && holds(mail)) return mail;
    await sleep(5);
  }
}
const settled = ({ status }: StoredMail) => status !== 'waiting';

describe('a mail that waits', () => {
  test('is sent with its headers, and says that no person wrote it', async () => {
    const server = await serving();
    const store = await storeWith([{ to: 'marta@example.it' }]);
    outboxOf(store, server);
    const [taken] = await server.has(1);
    expect([taken?.from, taken?.to]).toEqual(['ciao@shop.example', ['marta@example.it']]);
    expect(taken?.mail).toMatchObject({
      from,
      to: [{ address: 'marta@example.it', name: '' }],
      replyTo: [replyTo],
      subject: 'La tua richiesta 261121-0',
      messageId: '<ticket-261121-0@shop.example>',
      date: '1970-01-01T00:00:01.000Z',
      text: 'Ciao!\nPerché no?\n',
    });
    expect(taken?.mail.html).toBeUndefined();
    const headers = Object.fromEntries(taken?.mail.headers.map(({ key, value }) => [key, value]) ?? []);
    expect([headers['auto-submitted'], headers['x-auto-response-suppress']]).toEqual(['auto-generated', 'All']);
    expect((await mailOnce(store, '261121-0', settled)).status).toBe('sent');
  });

  test('that an agent wrote follows the one before, and is no automatic one', async () => {
    const server = await serving();
    const store = await storeWith([{ to: 'marta@example.it', kind: 'answer', inReplyTo: '<ticket-1@shop.example>' }]);
    outboxOf(store, server);
    const [taken] = await server.has(1);
    expect([taken?.mail.inReplyTo, taken?.mail.references]).toEqual([
      '<ticket-1@shop.example>',
      '<ticket-1@shop.example>',
    ]);
    expect(taken?.mail.headers.some(({ key }) => key === 'auto-submitted')).toBe(false);
  });

  test('has no header and no recipient that a customer wrote', async () => {
    const server = await serving();
    const evil = 'ciao\r\nBcc: altri@example.it\r\n\r\n<script>';
    const store = await storeWith([{ to: 'marta@example.it', subject: evil, text: `${evil}\r\n.\r\nRSET\r\n` }]);
    outboxOf(store, server);
    const [taken] = await server.has(1);
    expect(taken?.to).toEqual(['marta@example.it']);
    expect([taken?.mail.bcc, taken?.mail.subject]).toEqual([undefined, 'ciao Bcc: altri@example.it  <script>']);
    expect(taken?.mail.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(taken?.mail.text).toContain('\n.\nRSET\n');
  });

  test('to what is no address goes to nobody', async () => {
    const server = await serving();
    const store = await storeWith([{ to: 'a@example.it, b@example.it' }, { to: 'good@example.it' }]);
    outboxOf(store, server);
    expect((await server.has(1)).map(({ to }) => to)).toEqual([['good@example.it']]);
    expect(await mailOnce(store, '261121-0', settled)).toMatchObject({ status: 'failed', fault: 'mailbox' });
  });
});

describe('a mail that is refused', () => {
  test('for good is given up at once, and those after it go on', async () => {
    const server = await serving({ nobody: [550, '5.1.1 User unknown'] });
    const store = await storeWith([{ to: 'nobody@example.it' }, { to: 'marta@example.it' }]);
    const { log } = outboxOf(store, server);
    await server.has(1);
    const mail = await mailOnce(store, '261121-0', settled);
    expect(mail).toMatchObject({ status: 'failed', tries: 1, fault: 'mailbox' });
    expect(mail.said).toContain('User unknown');
    expect(log.some((line) => line.includes('mail-given-up') && line.includes('mailbox'))).toBe(true);
    expect(log.join()).not.toContain('nobody@example.it');
  });

  test('for now is tried again until it is taken', async () => {
    const answers: Record<string, readonly [number, string] | undefined> = {
      grey: [451, 'Greylisted, come back later'],
    };
    const server = await serving(answers);
    const store = await storeWith([{ to: 'grey@example.it' }]);
    outboxOf(store, server);
    const delayed = await mailOnce(store, '261121-0', ({ tries }) => tries > 0);
    expect(delayed).toMatchObject({ status: 'waiting', fault: 'unreachable' });
    delete answers['grey'];
    await server.has(1);
    expect(await mailOnce(store, '261121-0', settled)).not.toHaveProperty('fault');
  });

  test('for its content is given up, and not called an unknown mailbox', async () => {
    const onData: NonNullable<Parameters<typeof mailServer>[1]>['onData'] = (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => done(Object.assign(new Error('Looks like spam'), { responseCode: 554 })));
    };
    const server = await serving({}, { onData });
    const store = await storeWith([{ to: 'marta@example.it' }]);
    outboxOf(store, server);
    expect(await mailOnce(store, '261121-0', settled)).toMatchObject({ status: 'failed', fault: 'refused' });
  });
});

describe('a mail server', () => {
  test('that is down loses nothing, and gets the mail when it is there', async () => {
    const { port, close } = await mailServer();
    await close();
    const store = await storeWith([{ to: 'marta@example.it' }]);
    outboxOf(store, { port });
    expect(await mailOnce(store, '261121-0', ({ tries }) => tries > 0)).toMatchObject({ fault: 'unreachable' });
    const server = await serving({}, {}, port);
    await server.has(1);
  });

  test('that stays down is given up after so many tries, and the desk may have it sent again', async () => {
    const { port, close } = await mailServer();
    await close();
    const store = await storeWith([{ to: 'marta@example.it' }]);
    const { outbox } = outboxOf(store, { port });
    expect(await mailOnce(store, '261121-0', settled)).toMatchObject({
      status: 'failed',
      tries: 4,
      fault: 'unreachable',
    });
    const server = await serving({}, {}, port);
    const event = { at: Date.now(), by: { id: 'a', name: 'A' }, kind: 'sent-again' } as const;
    await store.sendMailAgain({ ticket: '261121-0', mail: 'ticket-261121-0', event, audit: anEntry() });
    outbox.wake();
    await server.has(1);
  });

  test('that does not know the password is told apart, and the password is in no line of the log', async () => {
    const server = await serving(
      {},
      {
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: ({ password }, _session, done) =>
          password === 'right' ? done(null, { user: 'u' }) : done(new Error('Invalid credentials')),
      },
    );
    const store = await storeWith([{ to: 'marta@example.it' }]);
    const { log } = outboxOf(store, { port: server.port, login: { user: 'u', pass: 'hunter2' } });
    const mail = await mailOnce(store, '261121-0', ({ tries }) => tries > 0);
    expect(mail).toMatchObject({ fault: 'sign-in' });
    expect(JSON.stringify([mail, log])).not.toContain('hunter2');
  });

  test('whose certificate nobody vouches for gets no mail', async () => {
    const server = await serving({}, { secure: true });
    const store = await storeWith([{ to: 'marta@example.it' }]);
    outboxOf(store, { port: server.port, secure: true });
    expect(await mailOnce(store, '261121-0', settled)).toMatchObject({ status: 'failed', fault: 'encryption' });
    expect(server.taken).toEqual([]);
  });
});

describe('a crash', () => {
  test('between the yes of the mail server and the note of it sends the mail once more, under the same name', async () => {
    const server = await serving();
    const url = `file:${temporary('mails.db')}`;
    const before = await storeWith([{ to: 'marta@example.it' }], url);
    const [taken] = await before.takeMails(Date.now(), Date.now() + 60, 1);
    const send = smtpSender({ server: { host: '127.0.0.1', port: server.port, secure: false }, from });
    if (taken !== undefined) await send(taken);
    await before.close();

    const after = await openStore(url);
    outboxOf(after, server);
    const [first, second] = await server.has(2);
    expect(second?.mail.messageId).toBe(first?.mail.messageId);
    expect((await mailOnce(after, '261121-0', settled)).status).toBe('sent');
  });

  test('before anything was sent sends each mail once', async () => {
    const server = await serving();
    const url = `file:${temporary('waiting.db')}`;
    const addresses = ['uno@example.it', 'due@example.it', 'tre@example.it'];
    await (
      await storeWith(
        addresses.map((to) => ({ to })),
        url,
      )
    ).close();
    const after = await openStore(url);
    outboxOf(after, server);
    await server.has(3);
    for (const ticket of ['261121-0', '261121-1', '261121-2']) await mailOnce(after, ticket, settled);
    expect(new Set(server.taken.map(({ to }) => to[0]))).toEqual(new Set(addresses));
    expect(server.taken).toHaveLength(3);
  });
});

test('two that send from one store send each mail once', async () => {
  const server = await serving();
  const store = await storeWith(Array.from({ length: 4 }, (_, n) => ({ to: `a${n}@example.it` })));
  const outboxes: Outbox[] = [outboxOf(store, server).outbox, outboxOf(store, server).outbox];
  await server.has(4);
  await Promise.all(outboxes.map((outbox) => outbox.close()));
  expect(server.taken).toHaveLength(4);
});
