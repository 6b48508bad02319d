import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStore } from '../../bot/store/open.ts';
import { storeContract } from './store.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'sportello-store-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

storeContract('SQLite in memory', () => openStore('file::memory:'));
storeContract('SQLite in a file', () => openStore(`file:${join(folder, `${++files}.db`)}`));
