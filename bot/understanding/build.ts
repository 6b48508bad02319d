import type { Corpus } from '../domain/knowledge.ts';
import { languages, type Language, type Localized } from '../domain/language.ts';
import { thresholdsFor } from '../domain/policy.ts';
import type { Explanation, Understand } from '../domain/understanding.ts';
import { askedIn, toldIn } from './asked.ts';
import { decide, type Decided } from './decide.ts';
import { explain } from './explain.ts';
import { findMatches, reasonsFor, toMatch, type Tongue } from './find.ts';
import { allFunctionWords, isContent } from './function-words.ts';
import { languageEvidence } from './language-evidence.ts';
import { entriesIn, makingMatcher } from './matcher.ts';
import { mendingIn } from './mending.ts';
import { learnCorpus, type Model } from './model.ts';
import { expandedIn, readingOf, setAsideIn } from './reading.ts';
import { courtesiesOf, isCourtesy, withoutIdentifiers } from './set-aside.ts';
import { partsOf } from './parts.ts';
import { atOnce, type Making } from './steps.ts';
import { borrowedIn, stemmerOf, synonymsIn, type Borrowed } from './synonyms.ts';
import { wordsOf, type Word } from './words.ts';

/*
 * From a message to a decision, in this order: identifiers are set aside; the message is read in each language that it may be in
 * (words, chat spelling written out, unknown words mended, courtesies set aside); each language's matcher proposes
 * entries with their confidences; the policy decides; the explanation tells it. docs/understanding.md describes the method.
 */
/** Learns a corpus. The returned function is pure, and the same whatever the order of the entries. */
export function buildUnderstand(corpus: Corpus): Understand {
  return understandWith(corpus, learnCorpus(corpus));
}

/** The same from what was learned of just this corpus before. */
export function understandWith(corpus: Corpus, model: Model): Understand {
  return atOnce(makingUnderstand(corpus, model));
}

/** The same in steps, between which the thread may do something else: with many examples all of them at once take a while. */
export function* makingUnderstand(corpus: Corpus, model: Model): Making<Understand> {
  const { policy } = corpus;
  const entries = new Map(corpus.entries.map((entry) => [entry.id, entry]));
  const tongues: Tongue[] = [];
  for (const language of languages) {
    const learned = model[language];
    if (learned === undefined) continue;
    const stemmed = stemmerOf(language, corpus.synonyms);
    const synonyms = synonymsIn(language, corpus.synonyms);
    yield;
    const entriesOfIt = entriesIn(corpus.entries, language);
    const matcher = yield* makingMatcher(entriesOfIt, language, learned, { stemmed, synonyms });
    const names = corpus.names.map((name) => wordsOf(name, language).map(({ key }) => key));
    const borrowed = borrowedIn(language, corpus.synonyms, matcher.vocabulary.count);
    tongues.push({ language, matcher, borrowed, courtesies: courtesiesOf(language, names) });
    yield;
  }
  const vocabularyOf = (language: Language) => tongues.find((each) => each.language === language)?.matcher.vocabulary;
  const vocabularies = { it: vocabularyOf('it'), en: vocabularyOf('en') };
  const knows = {
    it: (word: string) => (vocabularies.it?.count(word) ?? 0) > 0,
    en: (word: string) => (vocabularies.en?.count(word) ?? 0) > 0,
  };
  const isWord = (word: string): boolean =>
    knows.it(word) || knows.en(word) || allFunctionWords.it.has(word) || allFunctionWords.en.has(word);

  const understand: Understand = (text, context) => {
    const { text: rest, found: identifiers } = withoutIdentifiers(text.slice(0, maximumLength));
    const words: Localized<readonly Word[]> = { it: wordsOf(rest, 'it'), en: wordsOf(rest, 'en') };
    const { language, foreign, only } = languageEvidence(words, knows);
    const spoken = tongues.filter((tongue) => only === undefined || tongue.language === only);
    const readings = (spoken.length > 0 ? spoken : tongues).flatMap((tongue) => {
      const { borrowed, courtesies, matcher } = tongue;
      const reader = {
        vocabulary: matcher.vocabulary,
        mend: mendingIn(matcher.vocabulary),
        // A word of the other language is borrowed only where the words around it are of this one.
        borrowed: tongue.language === language ? borrowed : nothingBorrowed,
        courtesies,
        isWord,
        told: toldIn(rest, (clause) => wordsOf(clause, tongue.language).map(({ key }) => key)),
      };
      const read = (said: readonly Word[]) => readingOf(said, reader);
      const whole = { tongue, reading: read(words[tongue.language]), weight: 1 };
      const parts = partsOf(rest).flatMap((part) => {
        const said = wordsOf(part.text, tongue.language);
        const content = said.filter(({ key }) => isContent(key, tongue.language)).length;
        const idle =
          content < fewestInPart ||
          isCourtesy(
            said.map(({ key }) => key),
            courtesies,
          );
        return idle ? [] : [{ tongue, reading: read(said), weight: part.weight }];
      });
      return [whole, ...parts];
    });
    const found = findMatches(readings, { language, foreign }, context).slice(0, shown);
    const known = readings.some(({ reading }) => reading.known > 0);
    const matches = found.map(toMatch);
    const [likeliest] = matches;
    const sure = likeliest !== undefined && likeliest.confidence >= thresholdsFor(policy, likeliest.language).answer;
    const noise = !known && !sure;
    const { decision, ground } = noise ? nothingToDecideOn : decide(matches, entries, policy);
    const told = (): Explanation => {
      const [first] = found;
      const reading = (first ?? readings[0])?.reading;
      return explain({
        matches,
        reasons: reasonsFor(found),
        ground,
        language,
        foreign,
        by: first?.candidate.by.kind,
        mended: reading?.mended ?? [],
        synonyms: first === undefined ? [] : first.tongue.matcher.synonyms(first.view, first.candidate),
        expanded: reading === undefined ? [] : expandedIn(reading),
        // What fits a pattern or is an example is answered whatever else it holds.
        elsewhere: first?.candidate.by.kind === 'score' ? first.tongue.matcher.elsewhere(first.view) : [],
        setAside: [...identifiers, ...(reading === undefined ? [] : setAsideIn(reading))],
      });
    };
    const apart = () =>
      askedIn(text).map((part) => understand(part, { ...context, language: language ?? context.language }));
    return { text, language, noise, matches, decision, apart, explain: told };
  };
  return understand;
}

/** Characters of a message that are read; what follows does not change what it is about. */
const maximumLength = 4000;
const shown = 10;
/** Content words without which a sentence says nothing by itself. */
const fewestInPart = 2;
const nothingBorrowed: Borrowed = () => undefined;
const nothingToDecideOn: Decided = { decision: { kind: 'handoff' }, ground: { kind: 'noise' } };
