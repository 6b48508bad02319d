import type { Corpus, Entry } from '../domain/knowledge.ts';
import { languages, type Language, type Localized } from '../domain/language.ts';
import type { Context, Match, Understand } from '../domain/understanding.ts';
import { decide, type Ground } from './decide.ts';
import { explain } from './explain.ts';
import { languageEvidence } from './language-evidence.ts';
import { allFunctionWords } from './function-words.ts';
import { matcherOf, type Candidate, type Matcher } from './matcher.ts';
import { readingOf, type Reading } from './reading.ts';
import { courtesiesOf, withoutIdentifiers } from './set-aside.ts';
import { wordsOf } from './words.ts';

/*
 * From a message to a decision, in this order: identifiers are set aside; the message is read in each language (words, chat spelling
 * written out, unknown words mended, courtesies set aside); each language's matcher proposes candidates with
 * their confidences; function words weigh the languages against each other; the policy decides; the explanation tells it.
 */
/** Learns a corpus; the returned function is pure and gives the same for the same corpus in whatever order. */
export function buildUnderstand(corpus: Corpus): Understand {
  const entries = new Map(corpus.entries.map((entry) => [entry.id, entry]));
  const tongues = languages.flatMap((language) => {
    const matcher = matcherOf(corpus.entries, language);
    if (matcher === undefined) return [];
    const names = corpus.names.map((name) => wordsOf(name, language).map(({ key }) => key));
    return [{ language, matcher, courtesies: courtesiesOf(language, names) }];
  });
  const knows = Object.fromEntries(
    languages.map((language) => {
      const matcher = tongues.find((each) => each.language === language)?.matcher;
      return [language, (word: string) => (matcher?.vocabulary.count(word) ?? 0) > 0];
    }),
  ) as unknown as Localized<(word: string) => boolean>;
  const isWord = (word: string): boolean =>
    languages.some((each) => knows[each](word) || allFunctionWords[each].has(word));

  return (text, context) => {
    const { text: rest, found: identifiers } = withoutIdentifiers(text.slice(0, maximumLength));
    const raw = Object.fromEntries(
      languages.map((each) => [each, wordsOf(rest, each).map(({ key }) => key)]),
    ) as Localized<string[]>;
    const { language, foreign } = languageEvidence(raw, knows);
    const readings = tongues.map((tongue) => {
      const reading = readingOf(rest, tongue.language, tongue.matcher.vocabulary, tongue.courtesies, isWord);
      return { ...tongue, reading, share: shareOf(tongue.language, language, foreign, context) };
    });
    const noise = !readings.some(({ reading }) => reading.known > 0);
    const found = noise ? [] : readings.flatMap((each) => matchesOf(each, context));
    const bests = bestOfEachEntry(found).slice(0, shown);
    const matches = bests.map(({ match }) => match);
    const { decision, ground } = decide(matches, entries, corpus.policy.thresholds);
    const told = readings.find(({ language: each }) => each === (matches[0]?.language ?? language)) ?? readings[0];
    const reading = told?.reading;
    return {
      text,
      language,
      noise,
      matches,
      decision,
      explanation: explain({
        matches,
        ground: noise ? noiseGround : ground,
        language,
        foreign,
        found: bests[0]?.by,
        mended: reading?.mended ?? [],
        expanded: reading === undefined ? [] : expandedIn(reading),
        setAside: [...identifiers, ...(reading === undefined ? [] : asideIn(reading))],
      }),
    };
  };
}

/** Characters of a message that are read; what follows does not change what it is about. */
const maximumLength = 4000;
const shown = 10;
const noiseGround: Ground = { kind: 'noise' };

interface Found {
  readonly match: Match;
  readonly by: Candidate['by'];
}

/** How far candidates of one language are believed, given the language of the message. */
function shareOf(of: Language, message: Language | undefined, foreign: boolean, context: Context): number {
  if (foreign) return 0.15;
  if (message !== undefined) return of === message ? 1 : 0.3;
  return of === context.language ? 1 : 0.95;
}

function matchesOf(
  { matcher, reading, language, share }: { matcher: Matcher; reading: Reading; language: Language; share: number },
  context: Context,
): readonly Found[] {
  const usable = (entry: Entry): boolean =>
    (entry.validFrom === undefined || entry.validFrom <= context.date) &&
    (entry.validTo === undefined || context.date <= entry.validTo) &&
    (entry.channels === undefined || entry.channels.includes(context.channel));
  const views = reading.core.length === reading.whole.length ? [reading.core] : [reading.core, reading.whole];
  return views.flatMap((words) => {
    const from = words === reading.core ? reading.from : 0;
    return matcher.match(words, usable).map((candidate) => ({
      by: candidate.by,
      match: {
        id: candidate.entry.id,
        language,
        title: candidate.entry.texts[language]?.question ?? candidate.entry.id,
        confidence: candidate.confidence * share,
        example: candidate.example,
        words: namedWords(matcher.reasons(words, candidate), reading, from),
      },
    }));
  });
}

function namedWords(reasons: ReturnType<Matcher['reasons']>, reading: Reading, from: number): Match['words'] {
  const sums = new Map<string, number>();
  for (const { index, weight } of reasons) {
    const word = reading.whole[index + from] ?? '';
    sums.set(word, (sums.get(word) ?? 0) + weight);
  }
  return [...sums].sort((a, b) => b[1] - a[1]).map(([word, weight]) => ({ word, weight }));
}

function bestOfEachEntry(found: readonly Found[]): readonly Found[] {
  const best = new Map<string, Found>();
  for (const each of found) {
    const other = best.get(each.match.id);
    if (other === undefined || each.match.confidence > other.match.confidence) best.set(each.match.id, each);
  }
  return [...best.values()].sort(
    (a, b) => b.match.confidence - a.match.confidence || (a.match.id < b.match.id ? -1 : 1),
  );
}

function expandedIn({ words }: Reading): readonly { readonly from: string; readonly to: string }[] {
  const expanded: { from: string; to: string }[] = [];
  let last: { from: string; to: string } | undefined;
  words.forEach(({ key, written, expanded: yes }, index) => {
    if (!yes) last = undefined;
    else if (last !== undefined && last.from === written && words[index - 1]?.written === written) last.to += ` ${key}`;
    else expanded.push((last = { from: written, to: key }));
  });
  return expanded;
}

/** The words before and after the core, as they were written. */
function asideIn({ words, core, from }: Reading): readonly string[] {
  const phrase = (part: Reading['words']): string => [...new Set(part.map(({ written }) => written))].join(' ');
  return [phrase(words.slice(0, from)), phrase(words.slice(from + core.length))].filter((each) => each !== '');
}
