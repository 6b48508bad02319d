import type { Entry } from '../domain/knowledge.ts';
import type { Language } from '../domain/language.ts';
import { matches as fits } from '../domain/pattern.ts';
import { ceilingOf } from './ceiling.ts';
import { leadOf, shareKnown, type Evidence } from './evidence.ts';
import { learn } from './learn.ts';
import { nearestFinder } from './nearest.ts';
import { reasonsIn, type Reason } from './reasons.ts';
import { settings } from './settings.ts';
import type { Vocabulary } from './vocabulary.ts';

/** All that was learned from the corpus in one language. */
export interface Matcher {
  readonly language: Language;
  readonly vocabulary: Vocabulary;
  /** Candidates for the words of a message, best first, among the entries that `usable` admits. */
  readonly match: (view: View, usable: (entry: Entry) => boolean) => readonly Candidate[];
}

/** The words to be matched, and how certain each is to be what the customer meant: 1 as written, less when mended. */
export interface View {
  readonly words: readonly string[];
  readonly certainty: readonly number[];
}

export interface Candidate {
  readonly entry: Entry;
  /** 0..1 */
  readonly confidence: number;
  readonly evidence: Evidence;
  /** The example, or the pattern, that came nearest; worked out when asked for. */
  readonly example: () => string;
  /** How it was found: `pattern` and `example` mean that the message is just that. */
  readonly by: 'pattern' | 'example' | 'score';
  /** Words of the message that spoke for it, strongest first; worked out when asked for. */
  readonly reasons: () => readonly Reason[];
}

/** Learns one language of a corpus; undefined when no entry has texts in it. */
export function matcherOf(entriesInAnyOrder: readonly Entry[], language: Language): Matcher | undefined {
  const entries = entriesInAnyOrder.filter((entry) => entry.texts[language] !== undefined).sort(byId);
  if (entries.length === 0) return undefined;
  const { vocabulary, space, classifier, rows, labels, members, coverage, exact, examples, patterns, confidence } =
    learn(entries, language);
  const nearest = nearestFinder(rows, space.size);

  function match({ words, certainty }: View, usable: (entry: Entry) => boolean): readonly Candidate[] {
    if (words.length === 0) return [];
    const occurrences = space.occurrences(words);
    const message = space.vector(occurrences);
    const scores = classifier.scores(message);
    const ranking = [...entries.keys()]
      .filter((of) => usable(entries[of]!))
      .sort((a, b) => scores[b]! - scores[a]! || a - b);
    const fitting = patterns.filter(({ of, pattern }) => usable(entries[of]!) && fits(pattern, words));
    const same = (exact.get(words.join(' ')) ?? []).filter((row) => usable(entries[labels[row]!]!));
    const sharing = new Set(same.map((row) => labels[row]!));
    const weighed = coverage.weigh(words);
    const shown = new Set([...fitting.map(({ of }) => of), ...sharing, ...ranking.slice(0, shownAtMost)]);
    const ceiling = ceilingOf(words, weighed.stems, coverage, language);
    let reasons: ReturnType<typeof reasonsIn> | undefined;
    const found = [...shown].map((of) => {
      const own = shareKnown(weighed, (stem, index) => (coverage.inClass(stem, of) > 0 ? certainty[index]! : 0));
      const evidence = { score: scores[of]!, lead: leadOf(scores, of, ranking), own, mass: weighed.total };
      const pattern = fitting.find((each) => each.of === of);
      const row = same.find((each) => labels[each] === of);
      const just =
        pattern !== undefined ? 1 : row !== undefined ? (settings.exact * Math.min(...certainty)) / sharing.size : 0;
      return {
        of,
        entry: entries[of]!,
        evidence,
        confidence: Math.max(just, confidence(evidence)),
        most: Math.max(just, ceiling(of)),
        by:
          pattern !== undefined ? ('pattern' as const) : row !== undefined ? ('example' as const) : ('score' as const),
        example: () => pattern?.pattern.source ?? examples[row ?? nearest(message, members[of]!) ?? 0]!,
        reasons: () => (reasons ??= reasonsIn(occurrences, message, classifier))(of),
      };
    });
    let most = 1;
    return found
      .sort((a, b) => b.confidence - a.confidence || scores[b.of]! - scores[a.of]! || a.of - b.of)
      .map((candidate) => {
        most = Math.min(most, candidate.most);
        return { ...candidate, confidence: Math.min(most, candidate.confidence) };
      });
  }

  return { language, vocabulary, match };
}

const shownAtMost = 10;

function byId(a: Entry, b: Entry): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
