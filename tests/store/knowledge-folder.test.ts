import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { knowledgeFolder } from '../../bot/store/knowledge-folder.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sportello-knowledge-'));
  for (const folder of ['faq', 'intents']) mkdirSync(join(root, folder));
});

afterEach(() => rmSync(root, { recursive: true }));

const put = (path: string, text: string | Uint8Array) => writeFileSync(join(root, path), text);

describe('a knowledge folder', () => {
  test('gives every YAML file of faq/ and intents/, and leaves out the rest', async () => {
    put('faq/delivery.yaml', '- id: perché\n');
    put('intents/bot.yaml', '\uFEFFname: x\n');
    for (const path of ['faq/notes.md', 'faq/.#delivery.yaml', 'faq/delivery.yaml~', 'other.yaml']) put(path, 'no');
    expect(await knowledgeFolder(root).read()).toEqual({
      files: [
        { path: 'faq/delivery.yaml', text: '- id: perché\n' },
        { path: 'intents/bot.yaml', text: '\uFEFFname: x\n' },
      ],
      problems: [],
    });
  });

  test('may have one of the two folders, and files that are links', async () => {
    put('set.yaml', '- id: a\n');
    symlinkSync(join(root, 'set.yaml'), join(root, 'intents/set.yaml'));
    rmSync(join(root, 'faq'), { recursive: true });
    expect(await knowledgeFolder(root).read()).toEqual({
      files: [{ path: 'intents/set.yaml', text: '- id: a\n' }],
      problems: [],
    });
  });

  test('that is not there is a problem', async () => {
    const read = await knowledgeFolder(join(root, 'nowhere')).read();
    expect(read.problems.map(({ code }) => code)).toEqual(['folder-missing']);
  });

  test('tells of each file that cannot be read, and reads the others', async () => {
    put('faq/a.yaml', '- id: a\n');
    put('faq/latin.yaml', Buffer.from('- id: x\n  it: caff\xe8 nero\n', 'latin1'));
    put('faq/utf16.yaml', Buffer.from('\uFEFF- id: x\n', 'utf16le'));
    put('faq/huge.yaml', '');
    truncateSync(join(root, 'faq/huge.yaml'), 5_000_001);
    put('faq/old.yml', '- id: b\n');
    mkdirSync(join(root, 'faq/folder.yaml'));
    mkdirSync(join(root, 'faq/more'));
    put('faq/more/deep.yaml', '- id: c\n');
    symlinkSync(join(root, 'gone'), join(root, 'intents/gone.yaml'));
    const { files, problems } = await knowledgeFolder(root).read();
    expect(files).toEqual([{ path: 'faq/a.yaml', text: '- id: a\n' }]);
    expect(problems.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`)).toEqual([
      'file-unreadable faq/folder.yaml:1:1',
      'file-too-large faq/huge.yaml:1:1',
      'not-utf8 faq/latin.yaml:2:11',
      'file-misplaced faq/more/deep.yaml:1:1',
      'file-misplaced faq/old.yml:1:1',
      'not-utf8 faq/utf16.yaml:1:1',
      'file-unreadable intents/gone.yaml:1:1',
    ]);
    expect(problems.map(({ help }) => help.en)).toContain('Rename or move it to faq/deep.yaml.');
  });
});

describe('a watched knowledge folder', () => {
  /** Reads, watches, and gives a promise of the next change after something is done. */
  async function watched() {
    put('faq/a.yaml', '- id: a\n');
    const source = knowledgeFolder(root, 15);
    await source.read();
    let changes = 0;
    let waiting = () => {};
    const end = source.watch(() => {
      changes += 1;
      waiting();
    });
    const after = async (act: () => void) => {
      const changed = new Promise<void>((resolve) => {
        waiting = resolve;
      });
      act();
      await changed;
      return (await source.read()).files.map(({ path, text }) => `${path} ${text.trim()}`);
    };
    return { source, end, after, changes: () => changes };
  }

  test('tells of a file that is written, replaced by another, added, removed', async () => {
    const { end, after } = await watched();
    expect(await after(() => put('faq/a.yaml', '- id: b\n'))).toEqual(['faq/a.yaml - id: b']);
    const replaced = await after(() => {
      put('faq/.a.swp', '- id: c\n');
      renameSync(join(root, 'faq/.a.swp'), join(root, 'faq/a.yaml'));
    });
    expect(replaced).toEqual(['faq/a.yaml - id: c']);
    expect(await after(() => put('intents/b.yaml', '- id: d\n'))).toEqual([
      'faq/a.yaml - id: c',
      'intents/b.yaml - id: d',
    ]);
    expect(await after(() => rmSync(join(root, 'faq/a.yaml')))).toEqual(['intents/b.yaml - id: d']);
    end();
  });

  test('tells of a folder that is taken away and put back', async () => {
    const { end, after } = await watched();
    expect(await after(() => renameSync(join(root, 'faq'), join(root, 'away')))).toEqual([]);
    expect(await after(() => renameSync(join(root, 'away'), join(root, 'faq')))).toEqual(['faq/a.yaml - id: a']);
    end();
  });

  test('tells of a change that fell between the reading and the watching', async () => {
    put('faq/a.yaml', '- id: a\n');
    const source = knowledgeFolder(root, 15);
    await source.read();
    put('faq/a.yaml', '- id: between\n');
    await new Promise<void>((resolve) => {
      const end = source.watch(() => {
        end();
        resolve();
      });
    });
    expect((await source.read()).files).toEqual([{ path: 'faq/a.yaml', text: '- id: between\n' }]);
  });

  test('is silent when nothing changes, when a hidden file does, and once it is ended', async () => {
    const { end, changes } = await watched();
    put('faq/.hidden.yaml', 'x');
    await new Promise((resolve) => setTimeout(resolve, 150));
    end();
    put('faq/a.yaml', '- id: late\n');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(changes()).toBe(0);
  });
});
