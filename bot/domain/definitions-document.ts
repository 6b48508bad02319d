import type { Definition } from './definition.ts';
import { definitions } from './definitions.ts';
import { languages, type Language } from './language.ts';

/** The text of docs/figures.md: the definitions in both languages, as Markdown. */
export function definitionsDocument(): string {
  const parts = languages.map((language) => {
    const groups = definitions.map(({ title, definitions: each }) =>
      [`### ${title[language]}`, ...each.map((definition) => entryOf(definition, language))].join('\n\n'),
    );
    return [`## ${headings[language].title}`, headings[language].intro, ...groups].join('\n\n');
  });
  return `${['# Le cifre / The figures', ...parts].join('\n\n')}\n`;
}

const headings = {
  it: {
    title: 'Italiano',
    intro:
      'Che cosa vogliono dire le cifre della panoramica, della pagina dei contenuti e di `npx sportello report`. La stessa pagina è allo sportello, in `/desk/definitions`.',
    formula: 'Formula',
    exclusions: 'Esclusi',
    source: 'Fonte',
  },
  en: {
    title: 'English',
    intro:
      'What the figures of the overview, of the content page and of `npx sportello report` mean. The same page is at the desk, at `/desk/definitions`.',
    formula: 'Formula',
    exclusions: 'Left out',
    source: 'Source',
  },
};

function entryOf({ name, meaning, formula, exclusions, source }: Definition, language: Language): string {
  const words = headings[language];
  const lines = [
    ...(formula === undefined ? [] : [`- ${words.formula}: ${formula[language]}`]),
    ...(exclusions === undefined ? [] : [`- ${words.exclusions}: ${exclusions[language]}`]),
    ...(source === undefined ? [] : [`- ${words.source}: ${source[language]}`]),
  ];
  return [`**${name[language]}.** ${meaning[language]}`, ...(lines.length === 0 ? [] : [lines.join('\n')])].join(
    '\n\n',
  );
}
