/* What was begun and not sent; it outlives a reload of the page, and never the session of whoever wrote it. */

const mark = 'draft ';

/** Drafts of one agent, by what they are about, such as the id of a conversation. */
export function draftsOf(agentId: string) {
  const key = (about: string) => `${mark}${agentId} ${about}`;
  return {
    get: (about: string): string => sessionStorage.getItem(key(about)) ?? '',
    set(about: string, text: string): void {
      if (text === '') sessionStorage.removeItem(key(about));
      else sessionStorage.setItem(key(about), text);
    },
  };
}

/** Leaves nothing of anybody's drafts to whoever signs in next. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(mark)) sessionStorage.removeItem(key);
}
