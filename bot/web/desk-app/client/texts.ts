import type { Solved } from '../../../domain/conversation.ts';
import type { DeskReason } from '../../../service/desk-line.ts';
import type { Failure } from './api.ts';
import { en } from './texts-en.ts';
import { it } from './texts-it.ts';

export type Language = 'it' | 'en';

/** Every sentence of the desk in one language. */
export interface Texts {
  readonly title: string;
  readonly desk: string;
  readonly skip: string;
  readonly languages: string;
  readonly signIn: {
    readonly heading: string;
    readonly login: string;
    readonly password: string;
    readonly submit: string;
    readonly lost: string;
    readonly ended: string;
    readonly showPassword: string;
  };
  /** What is wrong in one field of a form. */
  readonly field: {
    readonly missing: string;
    readonly tooShort: (least: number, now: number) => string;
  };
  readonly welcome: {
    readonly heading: string;
    readonly intro: string;
    readonly name: string;
    readonly nameHint: string;
    readonly loginHint: string;
    readonly passwordHint: string;
    readonly submit: string;
    readonly expiredHeading: string;
    readonly expired: string;
    readonly toSignIn: string;
  };
  readonly signOut: string;
  readonly conversations: string;
  readonly tickets: string;
  readonly waiting: string;
  readonly mine: string;
  readonly others: string;
  readonly nobodyWaits: string;
  readonly noneMine: string;
  readonly noneOthers: string;
  readonly waitsFor: string;
  readonly unanswered: string;
  readonly heldBy: (name: string) => string;
  readonly customer: string;
  readonly noQuestion: string;
  readonly reason: (reason: DeskReason) => string;
  readonly channels: Readonly<Record<string, string>>;
  readonly languageNames: Readonly<Record<string, string>>;
  readonly newWaiting: (count: number, reason: string) => string;
  readonly newMessage: (who: string) => string;
  readonly connectionLost: string;
  readonly loading: string;
  readonly pick: string;
  readonly pickMore: string;
  readonly back: string;
  readonly claim: string;
  readonly release: string;
  readonly resolve: string;
  readonly claimHint: string;
  readonly released: string;
  readonly resolved: string;
  readonly heldByOther: (name: string) => string;
  readonly heldByBot: string;
  readonly closed: (solved: Solved | undefined) => string;
  readonly compose: string;
  readonly composeHint: string;
  readonly send: string;
  readonly transcript: string;
  readonly authors: { readonly customer: string; readonly bot: string; readonly system: string; readonly you: string };
  readonly offered: string;
  readonly brief: string;
  readonly briefOf: {
    readonly reason: string;
    readonly waiting: string;
    readonly language: string;
    readonly channel: string;
    readonly customer: string;
    readonly opened: string;
    readonly questions: string;
    readonly noQuestions: string;
    readonly candidates: string;
    readonly why: string;
    readonly knowledgeChanged: string;
  };
  readonly became: Readonly<Record<'answer' | 'clarify' | 'handoff' | 'noise', string>>;
  readonly confidence: string;
  readonly noTickets: string;
  readonly pickTicket: string;
  readonly ticket: string;
  readonly contact: string;
  readonly question: string;
  readonly left: string;
  readonly markDone: string;
  readonly toDo: string;
  readonly done: string;
  readonly doneBy: (name: string, when: string) => string;
  readonly failure: (error: Failure, ago: (at: number) => string) => string;
}

const all: Readonly<Record<Language, Texts>> = { it, en };

/** As the server chose it for this page: by the choice made before, else by the browser's language. */
let current: Language = document.documentElement.lang === 'it' ? 'it' : 'en';

export function language(): Language {
  return current;
}

export function texts(): Texts {
  return all[current];
}

/** Changes the language of the page, and remembers it for all pages of Sportello for a year. */
export function choose(wanted: Language): void {
  current = wanted;
  document.cookie = `sportello-language=${wanted}; Path=/; Max-Age=31536000; SameSite=Lax`;
}
