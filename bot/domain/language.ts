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

/** The language that an Accept-Language header prefers among those that Sportello speaks; undefined when it names none. */
export function acceptedLanguage(header: string | undefined): Language | undefined {
  return (header ?? '')
    .split(',')
    .map((range) => {
      const [tag, ...settings] = range.split(';').map((part) => part.trim().toLowerCase());
      const quality = settings.find((setting) => setting.startsWith('q='))?.slice(2);
      return { language: languageOf(tag), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ language, quality }) => language !== undefined && quality > 0)
    .toSorted((one, other) => other.quality - one.quality)[0]?.language;
}
