import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { lessonOf, modelOf } from '../../bot/service/lesson.ts';
import type { Log } from '../../bot/service/ports.ts';
import { threadLearner } from '../../bot/store/learner.ts';
import { cacheFolderOf, modelCache } from '../../bot/store/model-cache.ts';
import { understandWith } from '../../bot/understanding/build.ts';
import { learnCorpus } from '../../bot/understanding/model.ts';
import { smallFiles, smallReplacing } from '../content/sample.ts';
import { italian, shop, told } from '../understanding/shop.ts';

let folder = '';
let logged: string[] = [];
const log: Log = (level, event) => void logged.push(`${level} ${event}`);
const files = { files: smallFiles(), problems: [] };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sportello-learner-'));
  logged = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the thread that learns', () => {
  test('learns what is learned without it, from the files or from the cache', async () => {
    const learner = threadLearner(log, folder);
    const plain = lessonOf(files);
    expect(await learner.learn(files)).toEqual(plain);
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.model$/)]);
    expect(await learner.learn(files)).toEqual(plain);
    expect(logged).toEqual([]);
  });

  test('tells Problems, and knowledge that is known already', async () => {
    const learner = threadLearner(log);
    const broken = { files: smallReplacing('intents/bot.yaml', 'name: Aurora', 'nam: Aurora'), problems: [] };
    expect(await learner.learn(broken)).toEqual(lessonOf(broken));
    const plain = lessonOf(files);
    if (plain.kind !== 'learned') throw new Error('The sample has problems.');
    expect(await learner.learn(files, plain.knowledge.revision)).toEqual({ kind: 'same' });
  });

  test('tells what its cache has to complain of', async () => {
    const notAFolder = join(folder, 'file');
    writeFileSync(notAFolder, '');
    expect((await threadLearner(log, notAFolder).learn(files)).kind).toBe('learned');
    expect(logged).toEqual(['warn model-cache-unwritable']);
  });

  test('closed while it learns, it gives up', async () => {
    const learner = threadLearner(log);
    const lesson = learner.learn(files);
    await Promise.all([expect(lesson).rejects.toThrow('ended before it was done'), learner.close()]);
  });
});

describe('the cache of models', () => {
  test('gives back what was learned, which understands the same', () => {
    const cache = modelCache(folder, log);
    const fresh = modelOf(shop, cache);
    const kept = cache.load(shop);
    expect(kept).toEqual(fresh);
    const questions = ["dov'è il mio pacco", 'ordine', 'rimbroso non arrivato', 'can I pay with paypal', 'ciao'];
    const understood = [fresh, kept!].map((model) => {
      const understand = understandWith(shop, model);
      return questions.map((text) => told(understand(text, italian)));
    });
    expect(understood[1]).toEqual(understood[0]);
    expect(logged).toEqual([]);
  });

  test('keeps a model for what is learned alone: another test or another link needs none, another example does', () => {
    const cache = modelCache(folder, log);
    modelOf(shop, cache);
    const [first, ...rest] = shop.entries;
    const it = first!.texts.it!;
    const answered = {
      ...shop,
      entries: [...rest, { ...first!, texts: { ...first!.texts, it: { ...it, tests: ['x'] } } }],
    };
    const asked = {
      ...shop,
      entries: [...rest, { ...first!, texts: { ...first!.texts, it: { ...it, examples: ['x'] } } }],
    };
    const named = { ...shop, synonyms: [{ it: ['pacco', 'collo'] }] };
    expect([answered, asked, named].map((corpus) => cache.load(corpus) !== undefined)).toEqual([true, false, false]);
  });

  test.each<[string, (whole: Buffer) => Buffer]>([
    ['cut short', (whole) => whole.subarray(0, whole.length - 100)],
    ['empty', () => Buffer.alloc(0)],
    ['foreign', () => Buffer.from('{"model": "of another program"}\n')],
    [
      'damaged in one bit',
      (whole) => {
        const other = Buffer.from(whole);
        other[other.length - 50]! ^= 4;
        return other;
      },
    ],
  ])('a file that is %s is told, removed, and made anew', (_, damage) => {
    const cache = modelCache(folder, log);
    modelOf(shop, cache);
    const path = join(folder, readdirSync(folder)[0]!);
    const whole = readFileSync(path);
    writeFileSync(path, damage(whole));
    expect(cache.load(shop)).toBeUndefined();
    expect([logged, readdirSync(folder)]).toEqual([['warn model-cache-damaged'], []]);
    expect(modelOf(shop, cache)).toEqual(learnCorpus(shop));
    // The same numbers may be written in other bytes (V8 keeps whole ones in two forms): what is read back is what counts.
    expect(cache.load(shop)).toEqual(learnCorpus(shop));
  });

  test('a model under the name of another is not taken', () => {
    const cache = modelCache(folder, log);
    const small = { ...shop, entries: shop.entries.slice(0, 3) };
    modelOf(shop, cache);
    const [name = ''] = readdirSync(folder);
    const other = join(folder, 'other');
    mkdirSync(other);
    modelOf(small, modelCache(other, log));
    writeFileSync(join(folder, name), readFileSync(join(other, readdirSync(other)[0]!)));
    expect(cache.load(shop)).toBeUndefined();
  });

  test('the newest four models are kept', () => {
    const cache = modelCache(folder, log);
    for (let count = 1; count <= 6; count++) modelOf({ ...shop, entries: shop.entries.slice(0, count) }, cache);
    expect(readdirSync(folder).length).toBe(4);
    expect(cache.load({ ...shop, entries: shop.entries.slice(0, 6) })).toBeDefined();
  });

  test('a file that another process has taken away in the meantime is in nobody’s way', () => {
    symlinkSync(join(folder, 'gone'), join(folder, 'other.1.draft'));
    modelOf(shop, modelCache(folder, log));
    expect([logged, readdirSync(folder).length]).toEqual([[], 2]);
  });

  test('it lies beside the database; a database that keeps nothing has none', () => {
    expect([cacheFolderOf('file:data/sportello.db'), cacheFolderOf('file::memory:')]).toEqual([
      'data/cache',
      undefined,
    ]);
  });
});
