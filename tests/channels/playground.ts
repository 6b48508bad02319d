import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { WebSocket } from 'ws';
import { until } from './open-desk.ts';

/* Microsoft's Agents Playground, which behaves as Teams does, without its page. */

export interface Playground {
  /** Microsoft Teams' personal chat with the bot begins: the app is installed. */
  install(): Promise<void>;
  say(text: string): Promise<void>;
  /** Presses a button of a card. */
  submit(card: Shown, data: unknown): Promise<void>;
  /** Waits for the first message, after those already awaited, that fits. */
  next(what: string, fits: (message: Shown) => boolean): Promise<Shown>;
  readonly shown: readonly Shown[];
  /** What was changed since it was shown. */
  readonly changed: readonly Shown[];
  close(): void;
}

export interface Shown {
  readonly messageId: string;
  readonly text?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: Card }[];
}

export interface Card {
  readonly version: string;
  readonly body: readonly { readonly text: string }[];
  readonly actions: readonly { readonly type: string; readonly title: string; readonly data: unknown }[];
}

export async function startPlayground(endpoint: string): Promise<Playground> {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-playground-'));
  const main = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json');
  const port = await freePort();
  const options = ['-e', endpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry'];
  const child = spawn(process.execPath, [join(dirname(main), 'cli.js'), 'start', ...options], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' },
  });
  const url = `http://127.0.0.1:${port}`;
  const { config } = await until('the playground', () =>
    fetch(`${url}/_internal/v1/config`).then(
      (response) => response.json() as Promise<{ config: { personalChat: { id: string } } }>,
      () => undefined,
    ),
  );
  const conversationId = config.personalChat.id;
  const shown: Shown[] = [];
  const changed: Shown[] = [];
  const socket = new WebSocket(`${url.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`);
  socket.on('message', (data: Buffer) => {
    const { action, message } = JSON.parse(data.toString()) as { action: string; message: Shown };
    if (action === 'createMessage') shown.push(message);
    if (action === 'updateMessage') changed.push(message);
  });
  await new Promise((opened) => socket.once('open', opened));
  let awaited = 0;

  async function post(path: string, body: object): Promise<void> {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }

  return {
    shown,
    changed,
    install: () => post(`/_debug/conversation/${conversationId}/installation`, {}),
    say: (text) =>
      post(`/_conversation/v1/conversations/${conversationId}/messages`, {
        type: 'text',
        text,
        textFormat: 'plain',
        from: { id: 'user-id-0' },
      }),
    submit: ({ messageId }, value) =>
      post('/_conversation/v1/submit', {
        conversation: { id: conversationId },
        from: { id: 'user-id-0' },
        replyToId: messageId,
        value,
      }),
    async next(what, fits) {
      const { found } = await until(what, () => {
        const found = shown.findIndex((message, at) => at >= awaited && fits(message));
        return found === -1 ? undefined : { found };
      });
      awaited = found + 1;
      return shown[found] as Shown;
    },
    close() {
      socket.terminate();
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
