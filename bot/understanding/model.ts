import type { Corpus } from '../domain/knowledge.ts';
import { languages, type Language } from '../domain/language.ts';
import { learn, textsOf, type Learned } from './learn.ts';
import { entriesIn } from './matcher.ts';
import { stemmerOf } from './synonyms.ts';

/** What is learned from a corpus: plain data, made on any thread or read from disk. A language without entries is left out. */
export type Model = Readonly<Partial<Record<Language, Learned>>>;

/** Learns a corpus; the same whatever the order of its entries. */
export function learnCorpus(corpus: Corpus): Model {
  const model: Partial<Record<Language, Learned>> = {};
  for (const language of languages) {
    const entries = entriesIn(corpus.entries, language);
    if (entries.length > 0) model[language] = learn(entries, language, stemmerOf(language, corpus.synonyms));
  }
  return model;
}

/** All that a model depends on beside the method itself, as one text: what is the same here is learned the same. */
export function matterOf(corpus: Corpus): string {
  return JSON.stringify(
    languages.map((language) => [
      corpus.synonyms ?? [],
      entriesIn(corpus.entries, language).map((entry) => [entry.id, ...textsOf(entry, language)]),
    ]),
  );
}
