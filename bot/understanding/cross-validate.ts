import type { Corpus, Entry, Phrasing } from '../domain/knowledge.ts';
import { languages, type Language } from '../domain/language.ts';
import { buildUnderstand } from './build.ts';

/*
 * What the matching would say of messages that it has not learned. The corpus is learned several times, each time without a
 * part of the examples and without a part of the entries. The examples left out, and the editors' tests, are asked; those of an
 * entry left out stand for messages that no entry answers. Examples left out are harder than what customers write, since
 * editors make them unlike each other; tests are about as hard.
 */
/** What became of one message that was not learned. */
export interface Trial {
  readonly language: Language;
  readonly kind: 'test' | 'example';
  /** Some entry answers it. */
  readonly inScope: boolean;
  /** The best match is its entry. */
  readonly right: boolean;
  /** Its entry is among the best three. */
  readonly offered: boolean;
  /** Of the best match, 0..1. */
  readonly confidence: number;
  /** How far (0..1) the best match leads the second. */
  readonly lead: number;
}

/** Asks every example and test of a corpus once; learns the corpus `parts` times. */
export function crossValidate(corpus: Corpus, parts = 5): readonly Trial[] {
  const ids = corpus.entries.map(({ id }) => id).toSorted();
  return Array.from({ length: parts }, (_, part) => part).flatMap((part) => {
    const gone = new Set(ids.filter((_, at) => at % parts === part));
    const entries = corpus.entries.filter(({ id }) => !gone.has(id)).map((entry) => without(entry, part, parts));
    if (entries.length === 0) return [];
    const understand = buildUnderstand({ ...corpus, entries });
    return messagesOf(corpus.entries, part, parts).map(({ id, language, kind, text }): Trial => {
      const { matches } = understand(text, { language, channel: 'webchat', date: '' });
      const [best, second] = matches;
      const inScope = !gone.has(id);
      return {
        language,
        kind,
        inScope,
        right: inScope && best?.id === id,
        offered: inScope && matches.slice(0, 3).some((match) => match.id === id),
        confidence: best?.confidence ?? 0,
        lead: (best?.confidence ?? 0) - (second?.confidence ?? 0),
      };
    });
  });
}

/** The entry without a part of its examples, and used everywhere and always. */
function without(entry: Entry, part: number, parts: number): Entry {
  const { validFrom: _from, validTo: _to, channels: _channels, ...rest } = entry;
  const texts: Partial<Record<Language, Phrasing>> = {};
  for (const language of languages) {
    const text = entry.texts[language];
    if (text !== undefined)
      texts[language] = { ...text, examples: text.examples.filter((_, at) => at % parts !== part) };
  }
  return { ...rest, texts };
}

interface Message {
  readonly id: string;
  readonly language: Language;
  readonly kind: Trial['kind'];
  readonly text: string;
}

function messagesOf(entries: readonly Entry[], part: number, parts: number): readonly Message[] {
  return entries.flatMap(({ id, texts }) =>
    languages.flatMap((language) => {
      const own = (kind: Trial['kind'], all: readonly string[] = []): readonly Message[] =>
        all.filter((_, at) => at % parts === part).map((text) => ({ id, language, kind, text }));
      return [...own('example', texts[language]?.examples), ...own('test', texts[language]?.tests)];
    }),
  );
}
