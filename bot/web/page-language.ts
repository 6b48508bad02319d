import { acceptedLanguage, languageOf, languages, type Language } from '../domain/language.ts';
import type { Call } from '../service/http.ts';

/* The language of a page: the one chosen with ?lang=, else the one chosen before, else the one that the browser prefers. */

const cookie = 'sportello-language';

/** The language in which a page is shown; the shop's own when nothing else is asked for. */
export function pageLanguage(call: Call): Language {
  return chosen(call) ?? remembered(call) ?? acceptedLanguage(call.headers['accept-language']) ?? languages[0];
}

/** Headers that go with a page in a language: a choice is kept for a year. */
export function languageHeaders(call: Call): Readonly<Record<string, string>> {
  const headers = { vary: 'accept-language, cookie' };
  const choice = chosen(call);
  if (choice === undefined) return headers;
  return { ...headers, 'set-cookie': `${cookie}=${choice}; Path=/; Max-Age=31536000; SameSite=Lax` };
}

function chosen({ query }: Call): Language | undefined {
  return languageOf(query.get('lang') ?? undefined);
}

function remembered({ headers }: Call): Language | undefined {
  const pair = (headers.cookie ?? '').split(';').find((each) => each.trim().startsWith(`${cookie}=`));
  return languageOf(pair?.split('=')[1]?.trim());
}
