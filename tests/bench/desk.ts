import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

import { filesOfDesk } from '../../bot/web/desk-build.ts';

const build = resolve(import.meta.dirname, '../../dist/desk');

/** What a browser fetches, in bytes after gzip, until whoever signed in sees the first page of the desk. */
export function firstLoad(): number {
  const { scripts, styles } = filesOfDesk(['main.tsx', 'pages/inbox/inbox-page.tsx']);
  return [...scripts, ...styles].reduce((sum, file) => sum + gzipSync(readFileSync(resolve(build, file))).length, 0);
}

export function tellDeskSize(): void {
  console.log(`${'the desk'.padEnd(16)} first load ${(firstLoad() / 1024).toFixed(0)} kB gzip (aim: under 350)`);
}
