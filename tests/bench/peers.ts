import { createRequire } from 'node:module';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';

import type { Corpus } from '../../bot/domain/knowledge.ts';
import type { Language } from '../../bot/domain/language.ts';
import type { Understand } from '../../bot/domain/understanding.ts';
import { buildUnderstand } from '../../bot/understanding/build.ts';
import { textsOf } from '../../bot/understanding/learn.ts';

/* The libraries that one would take instead, each as its manual says, on the same examples: one model a language. */

/** Tells the id of the best match of a message; undefined when there is none. */
export type Best = (text: string, language: Language) => string | undefined | Promise<string | undefined>;

export interface Peer {
  readonly name: string;
  readonly learn: (corpus: Corpus) => Best | Promise<Best>;
}

interface Example {
  readonly text: string;
  readonly id: string;
}

const require = createRequire(import.meta.url);

/** The best match of Sportello's. */
export function bestOf(understand: Understand): Best {
  return (text, language) => understand(text, { language, channel: 'webchat', date: '2026-11-21' }).matches[0]?.id;
}

export const peers: readonly Peer[] = [
  { name: 'Sportello', learn: (corpus) => bestOf(buildUnderstand(corpus)) },
  { name: 'nlp.js', learn: nlpjs },
  {
    name: 'natural Bayes',
    learn: eachLanguage((examples, language) => {
      const Bayes = require('natural/lib/natural/classifiers/bayes_classifier.js') as new (stemmer: unknown) => {
        addDocument(text: string, id: string): void;
        train(): void;
        classify(text: string): string;
      };
      const file = language === 'it' ? 'porter_stemmer_it' : 'porter_stemmer';
      const bayes = new Bayes(require(`natural/lib/natural/stemmers/${file}.js`));
      for (const { text, id } of examples) bayes.addDocument(text, id);
      bayes.train();
      return (text) => bayes.classify(text);
    }),
  },
  {
    name: 'fuse.js',
    learn: eachLanguage((examples) => {
      const fuse = new Fuse([...examples], { keys: ['text'], ignoreLocation: true });
      return (text) => fuse.search(text.slice(0, 32), { limit: 1 })[0]?.item.id;
    }),
  },
  {
    name: 'MiniSearch',
    learn: eachLanguage((examples) => {
      const search = new MiniSearch<Example & { number: number }>({
        idField: 'number',
        fields: ['text'],
        storeFields: ['id'],
        searchOptions: { fuzzy: 0.2, prefix: true },
      });
      search.addAll(examples.map((example, number) => ({ ...example, number })));
      return (text) => search.search(text)[0]?.['id'] as string | undefined;
    }),
  },
];

function examplesIn({ entries }: Corpus, language: Language): readonly Example[] {
  return entries.flatMap((entry) => textsOf(entry, language).map((text) => ({ text, id: entry.id })));
}

function eachLanguage(
  learn: (examples: readonly Example[], language: Language) => (text: string) => string | undefined,
): Peer['learn'] {
  return (corpus) => {
    const learned = (['it', 'en'] as const).map((language) => {
      const examples = examplesIn(corpus, language);
      return [language, examples.length === 0 ? undefined : learn(examples, language)] as const;
    });
    const best = Object.fromEntries(learned);
    return (text, language) => best[language]?.(text);
  };
}

async function nlpjs(corpus: Corpus): Promise<Best> {
  const { dockStart } = require('@nlpjs/basic') as {
    dockStart: (settings: object) => Promise<{ get(name: 'nlp'): Nlp }>;
  };
  const dock = await dockStart({
    settings: { nlp: { forceNER: false, autoSave: false, autoLoad: false, modelFileName: '', log: false } },
    use: ['Basic'],
  });
  const nlp = dock.get('nlp');
  for (const language of ['it', 'en'] as const) {
    const examples = examplesIn(corpus, language);
    if (examples.length > 0) nlp.addLanguage(language);
    for (const { text, id } of examples) nlp.addDocument(language, text, id);
  }
  await nlp.train();
  return async (text, language) => (await nlp.process(language, text)).intent;
}

interface Nlp {
  addLanguage(language: string): void;
  addDocument(language: string, text: string, id: string): void;
  train(): Promise<void>;
  process(language: string, text: string): Promise<{ intent?: string }>;
}
