import type { Language } from '../domain/language.ts';
import type { Coverage } from './coverage.ts';
import { isContent } from './function-words.ts';

/*
 * Nothing that is learned from whole sentences says how much a single word is worth. When a message holds only one content
 * (or asking) word that the corpus knows, an entry can be no surer than the share of that word's examples that are its own,
 * (own + 1/4) / (all + 1 + unknown): an estimate with a prior of one example, a quarter of it for the entry; each content
 * word that the corpus does not know counts as one more example of something else. So "ordine", which belongs to many
 * entries, leads to asking back, and "paypal", which belongs to one, to its answer. The ceiling is not pressed below what
 * asking back needs, since the word does name a topic; it is as low when all content words are unknown.
 */
/** How sure (0..1) an entry, by its class, may at most be of a message that is neither an example nor fits a pattern. */
export function ceilingOf(
  words: readonly string[],
  stems: readonly string[],
  coverage: Coverage,
  language: Language,
): (of: number) => number {
  const content = new Set(stems.filter((_, at) => isContent(words[at]!, language)));
  const known = [...content].filter((stem) => coverage.count(stem) > 0);
  const [only] = known;
  if (content.size === 0 || known.length > 1) return () => highest;
  if (only === undefined) return () => worthAsking;
  const all = coverage.count(only) + 1 + content.size - known.length;
  return (of) => Math.max(worthAsking, Math.min(highest, (coverage.inClass(only, of) + 0.25) / all));
}

/** Only a pattern is certain. */
const highest = 0.99;
const worthAsking = 0.4;
