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
  /**
   * Where two or three of its sentences each ask something, what each is understood as by itself, in the order asked; else none.
   * `matches` and `decision` are of the whole message, whatever is said here.
   */
  readonly apart: () => readonly Understanding[];
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
  readonly words: readonly WeighedWord[];
}

export interface WeighedWord {
  readonly word: string;
  /** 0..1 */
  readonly weight: number;
}

/** Why the decision fell so: facts only. `understanding/tell.ts` makes sentences of them, in either language. */
export interface Explanation {
  /** Of the message, where it is plain. */
  readonly language: Language | undefined;
  /** The message reads as neither Italian nor English. */
  readonly foreign: boolean;
  /** Words read as another because they were misspelt. */
  readonly mended: readonly Change[];
  /** Chat spellings written out: cmq -> comunque. */
  readonly expanded: readonly Change[];
  /** Words that counted as another one of the best match's examples, by the editors' synonyms. */
  readonly synonyms: readonly Change[];
  /** Greetings, names, order numbers and the like that were not matched. */
  readonly setAside: readonly string[];
  /** Words that say that the message is about another's matters: it is asked back about at most. */
  readonly elsewhere: readonly string[];
  /** The match that came first, and how it was found; undefined when there is none. */
  readonly best: (Match & { readonly by: FoundBy; readonly example: string }) | undefined;
  /** Words of the message that spoke for the first match, strongest first; weights add up to about 1. */
  readonly words: readonly WeighedWord[];
  /** The match that came second; undefined when there is none. */
  readonly runnerUp: Match | undefined;
  /** Words that spoke clearly more for the first match than for the second, with how much more; at most three. */
  readonly difference: readonly WeighedWord[];
  readonly ground: Ground;
  /** What spoke for each match, in their order. */
  readonly reasons: readonly Reasons[];
}

export interface Change {
  readonly from: string;
  readonly to: string;
}

/** `pattern` and `example`: the message is just that; `score`: it resembles what was learned. */
export type FoundBy = 'pattern' | 'example' | 'score';

/** What of the policy and the matches made the decision. */
export type Ground =
  /** No known word. */
  | { readonly kind: 'noise' }
  /** No match at all. */
  | { readonly kind: 'nothing' }
  /** Sure enough, and clear of the next different answer. `needed`: what an answer needs, 0..1. */
  | { readonly kind: 'sure'; readonly needed: number; readonly next: Match | undefined }
  /** Below what an answer needs. */
  | { readonly kind: 'unsure'; readonly needed: number }
  /** Sure enough but for a rival with another answer. */
  | { readonly kind: 'close'; readonly next: Match }
  /** Below what asking back needs. */
  | { readonly kind: 'low' };
