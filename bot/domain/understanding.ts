import type { Channel } from './conversation.ts';
import type { Language } from './language.ts';

/** What is known beside the text when a message is understood. */
export interface Context {
  /** The conversation's language; decides where the message itself does not. */
  readonly language: Language;
  readonly channel: Channel;
  /** Today in the shop's time zone, `YYYY-MM-DD`; entries outside their dates are not used. */
  readonly date: string;
}

/** Matches a message against the corpus. Pure; fast enough to run in every turn. */
export type Understand = (text: string, context: Context) => Understanding;

export interface Understanding {
  readonly text: string;
  /** Of the message, where it is plain; undefined for "ok", "tracking", a number. */
  readonly language: Language | undefined;
  /** No letters, or no known word: nothing to decide on. */
  readonly noise: boolean;
  /** Best first, at most ten, one for each entry. */
  readonly matches: readonly Match[];
  readonly decision: Decision;
  /** Works out why; a turn does not need it, and it costs more than the decision. */
  readonly explain: () => Explanation;
}

export type Decision =
  | { readonly kind: 'answer'; readonly id: string }
  /** Two or three ids, best first; one when only one is plausible. */
  | { readonly kind: 'clarify'; readonly ids: readonly string[] }
  | { readonly kind: 'handoff' };

export interface Match {
  readonly id: string;
  /** In which language it matched, and so in which it is answered. */
  readonly language: Language;
  /** The entry's question. */
  readonly title: string;
  /** 0..1, 1 is certain. */
  readonly confidence: number;
}

/** What spoke for one match. */
export interface Reasons {
  /** The example, or the pattern, that came nearest. */
  readonly example: string;
  /** Words of the message that spoke for it, strongest first; weights add up to about 1. */
  readonly words: readonly { readonly word: string; readonly weight: number }[];
}

/** Why the decision fell so: facts for pages, and sentences for people. */
export interface Explanation {
  /** Words read as another because they were misspelt. */
  readonly mended: readonly { readonly from: string; readonly to: string }[];
  /** Chat spellings written out: cmq -> comunque. */
  readonly expanded: readonly { readonly from: string; readonly to: string }[];
  /** Words that counted as another one of the best match's examples, by the editors' synonyms. */
  readonly synonyms: readonly { readonly from: string; readonly to: string }[];
  /** Greetings, names and the like that were not matched. */
  readonly setAside: readonly string[];
  /** One for each match, in their order. */
  readonly reasons: readonly Reasons[];
  /** Plain English sentences, in the order in which a person would tell them. */
  readonly sentences: readonly string[];
}
