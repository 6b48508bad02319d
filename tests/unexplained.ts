import type { Explanation } from '../bot/domain/understanding.ts';

/** What a stand-in for the understanding explains: nothing. */
export const unexplained: Explanation = {
  language: undefined,
  foreign: false,
  mended: [],
  expanded: [],
  synonyms: [],
  setAside: [],
  elsewhere: [],
  best: undefined,
  words: [],
  runnerUp: undefined,
  difference: [],
  ground: { kind: 'nothing' },
  reasons: [],
};
