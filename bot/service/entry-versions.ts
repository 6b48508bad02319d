import { createHash } from 'node:crypto';
import type { Entry } from '../domain/knowledge.ts';
import { languages } from '../domain/language.ts';
import type { EntryVersion } from './report-store.ts';

/**
 * The version of each FAQ entry: a hash of what customers read of it, its answers and links in every language. A new example or
 * another title changes what finds it, not what it says, and is no new version.
 */
export function entryVersions(entries: readonly Entry[]): readonly EntryVersion[] {
  return entries
    .filter(({ kind }) => kind === 'faq')
    .map(({ id, texts, links }) => {
      const told = languages.map((language) => texts[language]?.answers ?? []);
      const hash = createHash('sha256')
        .update(JSON.stringify([told, links]))
        .digest('hex')
        .slice(0, 12);
      return { entry: id, hash };
    });
}
