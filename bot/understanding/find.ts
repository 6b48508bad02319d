import type { Entry } from '../domain/knowledge.ts';
import type { Language } from '../domain/language.ts';
import type { Context, Match, Reasons } from '../domain/understanding.ts';
import { isContent } from './function-words.ts';
import type { Candidate, Matcher, View } from './matcher.ts';
import type { Reading } from './reading.ts';
import type { Courtesies } from './set-aside.ts';
import type { Borrowed } from './synonyms.ts';

/** One language that the corpus has entries in. */
export interface Tongue {
  readonly language: Language;
  readonly matcher: Matcher;
  readonly courtesies: Courtesies;
  readonly borrowed: Borrowed;
}

export interface ReadIn {
  readonly tongue: Tongue;
  readonly reading: Reading;
  /** How much (0..1) what is found in this reading counts. */
  readonly weight: number;
}

/** An entry that was found, with the reading in which it was. */
export interface Found {
  readonly candidate: Candidate;
  readonly confidence: number;
  readonly reading: Reading;
  readonly tongue: Tongue;
  /** The words that were matched. */
  readonly view: View;
}

/*
 * Where courtesies were set aside, the words between them are matched; and the whole message too when hardly anything is left
 * ("grazie per l'aiuto" is still thanks), or when it is an example as it stands. After a request for help only what it is
 * about is matched; after an inquiry both, since "I'd like to know ..." may be part of what is asked. Each entry
 * keeps the better of its confidences, so a greeting around a question costs nothing.
 */
/** The entries found in all readings of a message, best first, one for each entry. */
export function findMatches(
  readings: readonly ReadIn[],
  message: { readonly language: Language | undefined; readonly foreign: boolean },
  context: Context,
): readonly Found[] {
  const usable = (entry: Entry): boolean =>
    (entry.validFrom === undefined || entry.validFrom <= context.date) &&
    (entry.validTo === undefined || context.date <= entry.validTo) &&
    (entry.channels === undefined || entry.channels.includes(context.channel));
  const best = new Map<string, Found>();
  for (const { tongue, reading, weight } of readings) {
    const trust = weight * trustIn(tongue.language, message, context.language);
    for (const view of new Set([reading.core, reading.beside])) {
      const dressed =
        view !== reading.core &&
        reading.request === undefined &&
        reading.core.words.filter((word) => isContent(word, tongue.language)).length > 1;
      for (const candidate of tongue.matcher.match(view, usable)) {
        if (dressed && candidate.by.kind !== 'example') continue;
        const confidence = candidate.confidence * trust;
        const other = best.get(candidate.entry.id);
        const found = { candidate, confidence, reading, tongue, view };
        if (other === undefined || isBetter(found, other, message.language ?? context.language))
          best.set(candidate.entry.id, found);
      }
    }
  }
  // The sort is stable: what is equal stays in the order of the matchers.
  return [...best.values()].sort((a, b) => b.confidence - a.confidence);
}

/** Of the same entry in two languages, the one of the customer's language is taken where it is about as good. */
function isBetter(found: Found, other: Found, usual: Language): boolean {
  const lead = found.confidence - other.confidence;
  if (found.tongue === other.tongue) return lead > 0;
  return found.tongue.language === usual ? lead > -aboutAsGood : lead > aboutAsGood;
}

const aboutAsGood = 0.2;

export function toMatch({ candidate: { entry }, confidence, tongue: { language } }: Found): Match {
  return { id: entry.id, language, title: entry.texts[language]?.question ?? entry.id, confidence };
}

/** What spoke for each of the found. */
export function reasonsFor(found: readonly Found[]): readonly Reasons[] {
  const reasons = new Map<Found, Reasons>();
  for (const [view, those] of Map.groupBy(found, (each) => each.view)) {
    const told = those[0]!.tongue.matcher.reasons(
      view,
      those.map(({ candidate }) => candidate),
    );
    those.forEach((each, at) => reasons.set(each, told[at]!));
  }
  return found.map((each) => reasons.get(each)!);
}

/** The factor by which candidates of one language are believed, given the language of the message, or else of the conversation. */
function trustIn(
  of: Language,
  message: { readonly language: Language | undefined; readonly foreign: boolean },
  usual: Language,
): number {
  if (message.foreign) return 0.15;
  if (message.language !== undefined) return of === message.language ? 1 : 0.3;
  return of === usual ? 1 : 0.95;
}
