import { languages, type Language, type Localized } from '../domain/language.ts';
import type { FaqEntry, Intent, Link, Phrasing } from '../domain/knowledge.ts';
import type { RawFaqEntry, RawIntent, RawPhrasing } from './entry-schema.ts';

/** Makes an entry of what stands in faq/<topic>.yaml. */
export function toFaqEntry(raw: RawFaqEntry, topic: string): FaqEntry {
  return { kind: 'faq', topic, ...shared(raw) };
}

/** Makes an intent of what stands in intents/*.yaml. */
export function toIntent(raw: RawIntent): Intent {
  return { kind: 'intent', does: raw.does, ...shared(raw) };
}

function shared(raw: RawFaqEntry) {
  return {
    id: raw.id,
    texts: textsOf(raw),
    related: raw.related ?? [],
    links: (raw.links ?? []).map(toLink),
    ...(raw.valid_from !== undefined && { validFrom: raw.valid_from }),
    ...(raw.valid_to !== undefined && { validTo: raw.valid_to }),
    ...(raw.channels !== undefined && { channels: raw.channels }),
    ...(raw.min_confidence !== undefined && { minConfidence: raw.min_confidence }),
  };
}

function textsOf(raw: RawFaqEntry): Partial<Record<Language, Phrasing>> {
  const texts: Partial<Record<Language, Phrasing>> = {};
  for (const language of languages) {
    const phrasing = raw[language];
    if (phrasing !== undefined) texts[language] = toPhrasing(phrasing);
  }
  return texts;
}

function toPhrasing(raw: RawPhrasing): Phrasing {
  const answers = typeof raw.answer === 'string' ? [raw.answer] : raw.answer;
  return {
    question: raw.question.trim(),
    examples: (raw.examples ?? []).map((each) => each.trim()),
    answers: answers.map((each) => each.trim()),
    tests: (raw.tests ?? []).map((each) => each.trim()),
    patterns: raw.patterns ?? [],
  };
}

/** A set in one language may name its links in that one only. */
function toLink({ it, en, url }: NonNullable<RawFaqEntry['links']>[number]): Link {
  const label: Localized<string> = { it: it ?? en ?? url, en: en ?? it ?? url };
  return { label, url };
}
