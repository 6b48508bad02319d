import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

import { languageOf, type Language, type Localized } from '../../../domain/language.ts';

/*
 * Every page has its texts in a dictionary of its own, `texts/<page>.ts`: the Italian one gives the type, so that an English one
 * with a text missing does not compile.
 */

interface LanguageChoice {
  readonly language: Language;
  /** Remembers it for all pages of Sportello for a year. */
  readonly choose: (language: Language) => void;
}

const Chosen = createContext<LanguageChoice>({ language: 'it', choose() {} });

/** Begins with the language that the server chose for this page: by the choice made before, else by the browser's. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => languageOf(document.documentElement.lang) ?? 'it');
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo(
    () => ({
      language,
      choose(wanted: Language) {
        document.cookie = `sportello-language=${wanted}; Path=/; Max-Age=31536000; SameSite=Lax`;
        setLanguage(wanted);
      },
    }),
    [language],
  );
  return <Chosen value={choice}>{children}</Chosen>;
}

export function useLanguage(): LanguageChoice {
  return useContext(Chosen);
}

/** The one of these values that is in the page's language. */
export function useTexts<T>(both: Localized<T>): T {
  return both[useLanguage().language];
}
