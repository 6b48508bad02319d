import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/*
 * The desk that tests open is the one of these sources: it is built once before all tests, and only when a source, a setting or a
 * library has changed since.
 */

const root = resolve(import.meta.dirname, '..');
const mark = join(root, 'dist/desk/.sources');

/** Builds the desk's pages when they are older than their sources. */
export async function setup(): Promise<void> {
  const sources = hashOfSources();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === sources) return;
  const { build } = await import('vite');
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn', mode: 'production' });
  writeFileSync(mark, sources);
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  const files = [
    'vite.config.ts',
    'package-lock.json',
    ...globSync('bot/{domain,web/desk-app}/**/*.*', { cwd: root }).sort(),
  ];
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}
