/*
 * A long message tells its circumstances and asks in one of its sentences. Its sentences are matched apart and together; each
 * entry keeps the best of its confidences, those from single sentences weighed: a question, or what is said last, nearly as
 * much as the whole; the other sentences half as much. A sentence that says nothing by itself ("what can I do?") is left to the whole.
 */
export interface Part {
  readonly text: string;
  /** 0..1 */
  readonly weight: number;
}

/** The sentences of a message of 2 to 8; those of one or two words are left out. None when there is only one. */
export function partsOf(text: string): readonly Part[] {
  const sentences = text.split(ends).filter((sentence) => (sentence.match(word)?.length ?? 0) >= fewest);
  if (sentences.length < 2 || sentences.length > most) return [];
  const asks = sentences.some((sentence) => sentence.trimEnd().endsWith('?'));
  return sentences.map((sentence, at) => {
    const asked = asks ? sentence.trimEnd().endsWith('?') : at === sentences.length - 1;
    return { text: sentence, weight: asked ? weights.asked : weights.told };
  });
}

const ends = /(?<=[.!?…])\s+|\n+/u;
const word = /[\p{L}\p{N}]+/gu;
const fewest = 3;
const most = 8;
const weights = { asked: 0.95, told: 0.5 };
