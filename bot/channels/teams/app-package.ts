import { colourIcon, outlineIcon } from './icon.ts';
import { type AppFacts, languageFile, localizationOf, manifestOf, otherLanguages } from './manifest.ts';
import { zip } from './zip.ts';

/** The app package that is uploaded to Teams: manifest, texts in the other languages, icons. The same facts give the same bytes. */
export function appPackage(facts: AppFacts): Buffer {
  return zip([
    { path: 'manifest.json', bytes: json(manifestOf(facts)) },
    ...otherLanguages.map((language) => ({
      path: languageFile(language),
      bytes: json(localizationOf(facts, language)),
    })),
    { path: 'color.png', bytes: colourIcon() },
    { path: 'outline.png', bytes: outlineIcon() },
  ]);
}

function json(value: object): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8');
}
