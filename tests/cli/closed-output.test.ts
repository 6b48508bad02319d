import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

test('a command whose reader has gone, as with head, ends without a fault', async () => {
  const command = spawn(resolve(import.meta.dirname, '../../bot/cli/sportello'), ['--help'], { stdio: 'pipe' });
  let told = '';
  command.stderr.on('data', (text: Buffer) => (told += text.toString()));
  command.stdout.destroy();
  const code = await new Promise((ended) => {
    command.once('close', ended);
  });
  expect({ code, told }).toEqual({ code: 0, told: '' });
});
