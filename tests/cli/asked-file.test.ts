import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeAskedFile } from '../../bot/cli/asked-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'sportello-asked-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a file is written where it was asked for, also into folders that are not there yet', async () => {
  const path = join(folder, 'this', 'and', 'that.zip');
  await writeAskedFile(path, 'first');
  await writeAskedFile(path, 'second');
  expect(readFileSync(path, 'utf8')).toBe('second');
});

test('a place where no file can be is named, with what to do', async () => {
  await writeAskedFile(join(folder, 'file'), '');
  const path = join(folder, 'file', 'below.svg');
  await expect(writeAskedFile(path, '')).rejects.toThrow(
    /below\.svg cannot be written \(\w+\)\. Name another file, or mend its folder's permissions\./,
  );
});
