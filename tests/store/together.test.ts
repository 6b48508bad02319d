import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { temporary } from './folder.ts';

test('processes that start together on a new database all come up, with the same secret', async () => {
  const url = `file:${temporary('data/care.db')}`;
  const open = resolve(import.meta.dirname, '../../bot/store/open.ts');
  const script = `
    const { openStore } = await import(${JSON.stringify(open)});
    const store = await openStore(${JSON.stringify(url)});
    console.log(await store.secret('key', () => 'made by ' + process.pid));
    await store.close();`;
  const answers = await Promise.all(['a', 'b', 'c', 'd'].map(() => run(script)));
  expect(answers).toEqual(answers.map(() => ({ code: 0, said: answers[0]?.said })));
  expect(answers[0]?.said).toMatch(/^made by \d+\n$/);
});

async function run(script: string): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}
