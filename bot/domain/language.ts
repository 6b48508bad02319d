/** The languages that Sportello speaks, the first being the shop's own. */
export const languages = ['it', 'en'] as const;

export type Language = (typeof languages)[number];

/** One value for each language. */
export type Localized<T> = Readonly<Record<Language, T>>;

/** The language of a BCP 47 tag such as `it-IT`; undefined when Sportello does not speak it. */
export function languageOf(tag: string | undefined): Language | undefined {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === primary);
}
