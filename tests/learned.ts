import { mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { Corpus } from '../bot/domain/knowledge.ts';
import { modelOf } from '../bot/service/lesson.ts';
import { modelCache } from '../bot/store/model-cache.ts';
import type { Model } from '../bot/understanding/model.ts';

/*
 * What one test has learned of a corpus, the next one need not learn again: tests share a cache as the starts of one Sportello do.
 * A model's name is a hash of the corpus and of all of bot/understanding, so none of them can be an old one.
 */

const models = resolve(import.meta.dirname, '../dist/test-models');

/** The model of a corpus, learned by the first test that asks. */
export function learned(corpus: Corpus): Model {
  return modelOf(
    corpus,
    modelCache(models, (_, event, facts) => {
      throw new Error(`${event} ${JSON.stringify(facts)}`);
    }),
  );
}

/** Lets a Sportello whose database is in this folder have the models of all tests. */
export function shareModels(folder: string): void {
  mkdirSync(models, { recursive: true });
  symlinkSync(models, join(folder, 'cache'));
}
