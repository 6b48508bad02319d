import type { WeighedWord } from '../domain/understanding.ts';
import type { Telling } from './tell.ts';

export const english: Telling = {
  foreign: 'The message reads as neither Italian nor English.',
  isIn: { it: 'The message is Italian.', en: 'The message is English.' },
  languageNotPlain: 'Its language is not plain, so it was read in Italian and in English.',
  setAside: (parts) => `Set aside before matching: ${list(parts.map(quoted))}.`,
  expanded: ({ from, to }) => `${quoted(from)} is chat spelling for ${quoted(to)}.`,
  mended: ({ from, to }) => `${quoted(from)} is not a word of the knowledge; it was read as ${quoted(to)}.`,
  synonym: ({ from, to }) => `${quoted(from)} counted as ${quoted(to)}, by the synonyms.`,
  elsewhere: (words) =>
    `${list(words.map(quoted))}: a word of others’ matters that the knowledge does not have, so the bot asks back at most. If it is yours, put it into an example.`,
  first: ({ id, title, confidence, by, example }) => {
    const how = `${id} ("${title}") came first with confidence ${percent(confidence)}`;
    switch (by) {
      case 'pattern':
        return `${how}: the message fits its pattern ${quoted(example)}.`;
      case 'example':
        return `${how}: the message is word for word its example ${quoted(example)}.`;
      case 'score':
        return `${how}; its nearest example is ${quoted(example)}.`;
    }
  },
  words: (words) => `What spoke for it: ${list(words.map(weighed))}.`,
  second: ({ id, title, confidence }, difference) => {
    const words = difference.map(({ word }) => quoted(word));
    const because = words.length > 0 ? `; what spoke more for the first: ${list(words)}` : '';
    return `${id} ("${title}") came second with ${percent(confidence)}${because}.`;
  },
  decision: (ground, best, foreign) => {
    switch (ground.kind) {
      case 'noise':
        return 'Decision: handoff, because the message holds no word that the knowledge knows.';
      case 'nothing':
        return 'Decision: handoff, because no entry is in use here today that shares anything with the message.';
      case 'sure': {
        const { needed, next } = ground;
        const clear =
          next === undefined ? '' : ` and it is well ahead of the next different answer (${percent(next.confidence)})`;
        return `Decision: answer, because ${percent(best)} reaches the ${percent(needed)} that an answer needs${clear}.`;
      }
      case 'unsure':
        return `Decision: ask back, because ${percent(best)} does not reach the ${percent(ground.needed)} that an answer needs.`;
      case 'close':
        return `Decision: ask back, because ${ground.next.id} would answer something else and is too close (${percent(ground.next.confidence)} against ${percent(best)}).`;
      case 'low':
        return foreign
          ? 'Decision: handoff, because the knowledge does not speak that language.'
          : `Decision: handoff, because ${percent(best)} is too little even to ask back.`;
    }
  },
};

function weighed({ word, weight }: WeighedWord): string {
  return `${quoted(word)} (${percent(weight)})`;
}

function quoted(text: string): string {
  return `“${text}”`;
}

/** Never 100 % for what is not certain. */
function percent(share: number): string {
  return `${share < 1 ? Math.min(99, Math.round(share * 100)) : 100} %`;
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
