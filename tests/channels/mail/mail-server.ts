import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as a real mail server took it. */
export interface Taken {
  readonly from: string;
  readonly to: readonly string[];
  readonly mail: Email;
  /** As it came. */
  readonly raw: string;
}

export interface MailServerGiven {
  readonly port: number;
  readonly taken: readonly Taken[];
  /** Resolves when it has taken so many. */
  readonly has: (count: number) => Promise<readonly Taken[]>;
  readonly close: () => Promise<void>;
}

/** What the server answers to a recipient, by the part before the `@`: a code and words; everybody else is welcome. */
export type Answers = Readonly<Record<string, readonly [number, string] | undefined>>;

/** Starts a real mail server on a free port (or the given one) that takes mail without signing in. */
export async function mailServer(
  answers: Answers = {},
  options: SMTPServerOptions = {},
  port = 0,
): Promise<MailServerGiven> {
  const taken: Taken[] = [];
  async function keep(came: Omit<Taken, 'mail'>, done: () => void): Promise<void> {
    taken.push({ ...came, mail: await PostalMime.parse(came.raw) });
    done();
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const [code, words] = answers[address.split('@')[0] ?? ''] ?? [];
      done(code === undefined ? null : Object.assign(new Error(words), { responseCode: code }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        void keep({ from, to: rcptTo.map(({ address }) => address), raw }, done);
      });
    },
    ...options,
  });
  // A client that gives up makes an error of the connection; it is the client's to tell.
  server.on('error', () => {});
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', () => ready()));
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    taken,
    async has(count) {
      while (taken.length < count) await sleep(5);
      return taken;
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
