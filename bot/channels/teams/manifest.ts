import { languages, type Language, type Localized } from '../../domain/language.ts';
import { accentColour } from './icon.ts';

/** What a Teams app says of itself. */
export interface AppFacts {
  /** The app id (a GUID) of the Azure Bot; Teams' own name for the app too. */
  readonly appId: string;
  /** MAJOR.MINOR.PATCH; Teams takes a changed package only with a higher one. */
  readonly version: string;
  /** How customers reach Sportello: an https origin. */
  readonly url: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
  /** The bot's name, 30 characters at most. */
  readonly name: string;
  readonly shop: string;
  /** What a customer may choose from the command menu; chosen, it is written to the bot as it stands. 12 at most. */
  readonly commands: readonly Localized<string>[];
}

/** The version of Microsoft's schema that the manifest is written for: the newest that was public in August 2026. */
export const manifestVersion = '1.30';
const schemas = `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}`;

/** The language of the manifest itself; the others are in files of their own. */
export const manifestLanguage: Language = 'it';

/** The app manifest, for manifest.json. */
export function manifestOf(facts: AppFacts): object {
  const { appId, version, url, privacyUrl, termsUrl, name, shop, commands } = facts;
  const scopes = ['personal', 'team', 'groupChat'];
  return {
    $schema: `${schemas}/MicrosoftTeams.schema.json`,
    manifestVersion,
    version,
    id: appId,
    developer: { name: cut(shop, 32), websiteUrl: url, privacyUrl, termsOfUseUrl: termsUrl },
    localizationInfo: {
      defaultLanguageTag: manifestLanguage,
      additionalLanguages: otherLanguages.map((language) => ({ languageTag: language, file: languageFile(language) })),
    },
    name: { short: name, full: fullName(facts) },
    description: descriptionOf(facts, manifestLanguage),
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: accentColour,
    bots: [
      {
        botId: appId,
        scopes,
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [
          {
            scopes,
            commands: commands.map((command) => ({
              title: cut(command[manifestLanguage], 128),
              description: cut(command[manifestLanguage], 128),
            })),
          },
        ],
      },
    ],
    defaultInstallScope: 'personal',
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [new URL(url).host],
  };
}

/** Languages that have a file beside the manifest. */
export const otherLanguages = languages.filter((language) => language !== manifestLanguage);

export function languageFile(language: Language): string {
  return `${language}.json`;
}

/** The manifest's texts in another language. */
export function localizationOf(facts: AppFacts, language: Language): object {
  const { short, full } = descriptionOf(facts, language);
  const commands = facts.commands.flatMap((command, place) => {
    const text = cut(command[language], 128);
    const path = `bots[0].commandLists[0].commands[${place}]`;
    return [
      [`${path}.title`, text],
      [`${path}.description`, text],
    ];
  });
  return {
    $schema: `${schemas}/MicrosoftTeams.Localization.schema.json`,
    'name.short': facts.name,
    'name.full': fullName(facts),
    'description.short': short,
    'description.full': full,
    ...Object.fromEntries(commands),
  };
}

function fullName({ name, shop }: AppFacts): string {
  return cut(name === shop ? name : `${name} - ${shop}`, 100);
}

function descriptionOf(
  { name, shop }: AppFacts,
  language: Language,
): { readonly short: string; readonly full: string } {
  const { short, full } = descriptions[language];
  return { short: cut(short(shop), 80), full: cut(full(name, shop), 4000) };
}

const descriptions: Localized<{ short: (shop: string) => string; full: (name: string, shop: string) => string }> = {
  it: {
    short: (shop) => `L'assistenza clienti di ${shop}, con una persona quando serve.`,
    full: (name, shop) =>
      `${name} è l'assistente automatico di ${shop}. Risponde alle domande frequenti, chiede quando non ha capito e passa la conversazione a una persona quando lo chiedi o quando non è sicuro.\n\nScrivi la tua domanda nella chat personale; in una chat di gruppo o in un canale menziona @${name}. Puoi chiedere una persona in ogni momento.`,
  },
  en: {
    short: (shop) => `Customer care of ${shop}, with a person when you need one.`,
    full: (name, shop) =>
      `${name} is the automatic assistant of ${shop}. It answers frequent questions, asks back when it has not understood, and hands over to a person when you ask for one or when it is not sure.\n\nWrite your question in the personal chat; in a group chat or a channel mention @${name}. You can ask for a person at any time.`,
  },
};

/** At most so many characters (UTF-16 units, as the schema counts them or fewer), with an ellipsis where something is left out. */
function cut(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
