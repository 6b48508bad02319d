import { parseKnowledge } from '../content/parse.ts';
import type { Corpus } from '../domain/knowledge.ts';
import { dateIn } from '../domain/time.ts';
import { understandWith } from '../understanding/build.ts';
import { learnCorpus, type Model } from '../understanding/model.ts';
import { runTests } from './knowledge-tests.ts';
import type { KnowledgeFiles, Lesson, ModelCache, Performance, Rehearsal, Rehearsed } from './ports.ts';

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

/** Learns files as they are and as they would be, and asks both the same. */
export function rehearse({ before, after, questions, at }: Rehearsal, cache?: ModelCache): Rehearsed {
  return { before: perform(before), after: perform(after) };

  function perform(files: KnowledgeFiles): Performance {
    const lesson = lessonOf(files, undefined, cache);
    if (lesson.kind === 'refused') return lesson;
    if (lesson.kind === 'same') throw new Error('Nothing was known, so nothing can be the same.');
    const understand = understandWith(lesson.knowledge, lesson.model);
    const date = dateIn(lesson.knowledge.hours.zone, at);
    return {
      kind: 'tried',
      tests: runTests(lesson.knowledge, understand, at),
      answers: questions.map(({ text, language }) => {
        const { decision, matches } = understand(text, { language, channel: 'webchat', date });
        return { decision: decision.kind, matches: matches.slice(0, 3) };
      }),
    };
  }
}
