import type { Channel } from './conversation.ts';
import type { OpeningHours } from './hours.ts';
import type { Language, Localized } from './language.ts';
import type { Policy } from './policy.ts';
import type { Wording } from './wording.ts';

/** What an entry says in one language. */
export interface Phrasing {
  /** The question in the editor's own words; also the label of its button and its title on the FAQ page. */
  readonly question: string;
  /** Other ways to ask it; the matching learns from them and from `question`. */
  readonly examples: readonly string[];
  /** One or more variants of the answer, in Markdown. */
  readonly answers: readonly string[];
  /** Questions that must lead here; never learned from. */
  readonly tests: readonly string[];
  /** `(a|b) * c` over normalised words; a pattern that fits is a certain match. */
  readonly patterns: readonly string[];
}

export interface Link {
  readonly label: Localized<string>;
  readonly url: string;
}

interface EntryBase {
  /** Unique across faq/ and intents/, kebab-case. */
  readonly id: string;
  readonly texts: Readonly<Partial<Record<Language, Phrasing>>>;
  /** Ids offered as buttons after the answer. */
  readonly related: readonly string[];
  readonly links: readonly Link[];
  /** First and last date of use, `YYYY-MM-DD` in the shop's time zone, both inclusive; undefined = no limit. */
  readonly validFrom?: string;
  readonly validTo?: string;
  /** Where the entry is used; undefined = everywhere. */
  readonly channels?: readonly Channel[];
  /** 0..1; raises the answer threshold for a delicate answer. */
  readonly minConfidence?: number;
}

/** A question and its answer; `topic` is the name of its file, such as `delivery`. */
export interface FaqEntry extends EntryBase {
  readonly kind: 'faq';
  readonly topic: string;
}

export type IntentAct = 'reply' | 'handoff' | 'goodbye' | 'restart';

/** What a customer may want done. */
export interface Intent extends EntryBase {
  readonly kind: 'intent';
  readonly does: IntentAct;
}

export type Entry = FaqEntry | Intent;

/** Ids of intents that the conversation policy itself knows; a running bot needs all of them. */
export const knownIntents = {
  person: 'talk-to-human',
  complaint: 'complaint',
  greeting: 'greeting',
  thanks: 'thanks',
  goodbye: 'goodbye',
  restart: 'restart',
  affirm: 'affirm',
  deny: 'deny',
  notHelpful: 'not-helpful',
} as const;

/** Single words that mean the same in this shop, in one language or in both. */
export type SynonymSet = Readonly<Partial<Record<Language, readonly string[]>>>;

/** What the matching learns from: enough for `eval`, which needs no bot.yaml. */
export interface Corpus {
  readonly entries: readonly Entry[];
  /** Names by which customers call the bot or the shop; set aside before matching. */
  readonly names: readonly string[];
  readonly policy: Policy;
  /** Default: none. */
  readonly synonyms?: readonly SynonymSet[];
}

/** What agents say again and again: plain text, with `{name}` marks for what is filled in when it is chosen. */
export interface SavedReply {
  /** Unique among the replies, kebab-case. */
  readonly id: string;
  readonly texts: Localized<{ readonly title: string; readonly text: string }>;
}

/** All that an editor maintains. */
export interface Knowledge extends Corpus {
  readonly botName: string;
  readonly shopName: string;
  /** How else the shop is reached: a telephone number as it is read, an e-mail address. */
  readonly contact: { readonly phone?: string; readonly email?: string };
  readonly wording: Localized<Wording>;
  readonly hours: OpeningHours;
  readonly replies: readonly SavedReply[];
  /** Hash of the content; recorded with every answer given. 12 hexadecimal digits. */
  readonly revision: string;
}
