/** What the server tells the chat's code. */
export interface ChatSetup {
  readonly language: 'it' | 'en';
  readonly place: 'page' | 'frame';
  readonly begins: 'at-once' | 'when-told';
  readonly botInitials: string;
  readonly texts: { readonly anew: string; readonly lost: string; readonly stranger: string };
  /** What Web Chat says, by its own names. */
  readonly words: Readonly<Record<string, string>>;
  /** Where the shop's own mail addresses are. */
  readonly mailDomain?: string;
}

/** Reads the setup out of the page. */
export function readSetup(): ChatSetup {
  return JSON.parse(document.querySelector('#setup')!.textContent) as ChatSetup;
}
