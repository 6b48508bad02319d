import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(import.meta.dirname, '..');

export interface Running {
  readonly url: string;
  /** From the start of the process to its first URL, in milliseconds. */
  readonly readyMs: number;
  /** What it has printed on standard output so far. */
  printed(): string;
  /** Resident memory in MB, now. */
  memory(): number;
  /** Ends it as a supervisor would, and resolves to its exit code. */
  stop(): Promise<number | null>;
  /** Ends it with SIGKILL. */
  kill(): Promise<void>;
}

/** Starts the product as its command does, on a free port, with the given settings. */
export function runSportello(environment: Readonly<Record<string, string>>): Promise<Running> {
  const settings = { PORT: '0', HOST: '127.0.0.1', KNOWLEDGE_DIR: root, ...environment };
  return started(join(root, 'bot/cli/sportello'), ['start'], settings);
}

/** Starts a program of Node and resolves when it prints a URL on a line; rejects when it ends before. */
export function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Running> {
  return started(process.execPath, args, environment);
}

async function started(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Running> {
  const startedAt = performance.now();
  const child = spawn(command, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((done) => {
    child.once('exit', done);
  });
  const lines: string[] = [];
  const url = await firstUrl(child, lines, args);
  const readyMs = performance.now() - startedAt;
  return {
    url,
    readyMs,
    printed: () => lines.join('\n'),
    memory: () => residentMegabytes(child.pid ?? 0),
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function firstUrl(child: ChildProcess, lines: string[], args: readonly string[]): Promise<string> {
  return new Promise((found, failed) => {
    child.once('exit', (code) => failed(new Error(`${args.join(' ')} ended with ${code} before it was ready.`)));
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      const url = /http:\/\/[\w.]+:\d+/.exec(line)?.[0];
      if (url !== undefined) found(url);
    });
  });
}

function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
