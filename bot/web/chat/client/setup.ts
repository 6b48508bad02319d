/** What the server tells the chat's code. */
export interface ChatSetup {
  readonly language: 'it' | 'en';
  readonly place: 'page' | 'frame';
  readonly begins: 'at-once' | 'when-told';
  readonly botInitials: string;
  readonly texts: { readonly anew: string; readonly placeholder: string };
}

/** Reads the setup out of the page. */
export function readSetup(): ChatSetup {
  return JSON.parse(document.querySelector('#setup')!.textContent) as ChatSetup;
}
