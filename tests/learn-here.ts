import { lessonOf, rehearse } from '../bot/service/lesson.ts';
import type { Learner } from '../bot/service/ports.ts';

/** Learns on the calling thread. */
export const learnHere: Learner = {
  learn: async (files, known) => lessonOf(files, known),
  rehearse: async (wanted) => rehearse(wanted),
  close: async () => {},
};
