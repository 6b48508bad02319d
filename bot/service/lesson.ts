import { parseKnowledge } from '../content/parse.ts';
import type { Corpus } from '../domain/knowledge.ts';
import { learnCorpus, type Model } from '../understanding/model.ts';
import type { KnowledgeFiles, Learner, Lesson, ModelCache } from './ports.ts';

/** Reads files and learns what they hold; takes what was learned of the same before from the cache where there is one. */
export function lessonOf({ files, problems }: KnowledgeFiles, known?: string, cache?: ModelCache): Lesson {
  const parsed = parseKnowledge(files, problems);
  if (!parsed.ok) return { kind: 'refused', problems: parsed.problems };
  if (parsed.value.revision === known) return { kind: 'same' };
  return { kind: 'learned', knowledge: parsed.value, model: modelOf(parsed.value, cache) };
}

/** The model of a corpus, from the cache where it can be. */
export function modelOf(corpus: Corpus, cache?: ModelCache): Model {
  const kept = cache?.load(corpus);
  if (kept !== undefined) return kept;
  const model = learnCorpus(corpus);
  cache?.save(corpus, model);
  return model;
}

/** Learns on the calling thread; for tests and commands. */
export const learnHere: Learner = {
  learn: async (files, known) => lessonOf(files, known),
  close: async () => {},
};
