import { lessonOf, rehearse } from '../bot/service/lesson.ts';
import type { Learner, ModelCache } from '../bot/service/ports.ts';
import { matterOf, type Model } from '../bot/understanding/model.ts';

const models = new Map<string, Model>();
const cache: ModelCache = {
  load: (corpus) => models.get(matterOf(corpus)),
  save: (corpus, model) => void models.set(matterOf(corpus), model),
};

/** Learns on the calling thread, each corpus once. */
export const learnHere: Learner = {
  learn: async (files, known) => lessonOf(files, known, cache),
  rehearse: async (wanted) => rehearse(wanted, cache),
  close: async () => {},
};
