import type { Localized } from './language.ts';

/** What a figure means; docs/figures.md and the desk's page of definitions are made of these. */
export interface Definition {
  readonly id: string;
  readonly name: Localized<string>;
  /** In plain words. */
  readonly meaning: Localized<string>;
  readonly formula?: Localized<string>;
  /** What is left out, and why. */
  readonly exclusions?: Localized<string>;
  /** Where the practice is written down; titles of books, articles and standards stay as they are. */
  readonly source?: Localized<string>;
}

export interface DefinitionGroup {
  readonly id: string;
  readonly title: Localized<string>;
  readonly definitions: readonly Definition[];
}
