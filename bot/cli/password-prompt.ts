import type { ReadStream } from 'node:tty';

import type { Output } from './output.ts';

/**
 * The password that was given, or else the one typed twice on the terminal, which shows none of it. Undefined, having
 * said why, when there is no terminal or the two are not the same.
 */
export async function askPassword(given: string | undefined, out: Output): Promise<string | undefined> {
  if (given !== undefined && given !== '') return given;
  if (!process.stdin.isTTY) {
    out.error('There is no terminal to ask for the password. Set it in the variable SPORTELLO_PASSWORD.');
    return undefined;
  }
  const first = await readHidden(process.stdin, 'Password (at least 12 characters): ');
  const second = first === undefined ? undefined : await readHidden(process.stdin, 'Once more: ');
  if (first === undefined || second === undefined) {
    out.error('Stopped; nothing was changed.');
    return undefined;
  }
  if (first === second) return first;
  out.error('The two passwords are not the same; nothing was changed. Try again.');
  return undefined;
}

/** Raw mode: the terminal echoes nothing, and the keys that it would handle are ours to handle. */
function readHidden(terminal: ReadStream, question: string): Promise<string | undefined> {
  process.stderr.write(question);
  terminal.setRawMode(true);
  terminal.setEncoding('utf8');
  terminal.resume();
  return new Promise((resolve) => {
    let typed: string[] = [];
    terminal.on('data', take);

    function take(keys: string): void {
      for (const key of keys) {
        if (key === '\r' || key === '\n') return end(typed.join(''));
        // Ctrl+C and Ctrl+D.
        if (key === '\u0003' || key === '\u0004') return end(undefined);
        if (key === '\u007f' || key === '\b') typed = typed.slice(0, -1);
        // Ctrl+U: begin again.
        else if (key === '\u0015') typed = [];
        else if (key >= ' ') typed.push(key);
      }
    }

    function end(password: string | undefined): void {
      terminal.off('data', take);
      terminal.setRawMode(false);
      terminal.pause();
      process.stderr.write('\n');
      resolve(password);
    }
  });
}
