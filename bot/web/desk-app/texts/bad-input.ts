import type { Language, Localized } from '../../../domain/language.ts';

/** Says which fields are wrong and why, of the `wrong` of an answer: `text too-long 300; login form`. */
export function badInput(wrong: string, language: Language): string {
  const t = texts[language];
  const said = wrong
    .split('; ')
    .filter((each) => each !== '')
    .map((each) => {
      const [field = '', why = '', limit = ''] = each.split(' ');
      return `${t.fields[field] ?? field}: ${(t.whys[why] ?? t.whys['form'])?.(limit)}`;
    });
  return said.length === 0 ? `${t.wrong}.` : `${t.wrong} (${said.join('; ')}).`;
}

interface Texts {
  readonly wrong: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly whys: Readonly<Record<string, (limit: string) => string>>;
}

const texts: Localized<Texts> = {
  it: {
    wrong: 'Qualcosa non va in quello che hai scritto',
    fields: {
      text: 'testo',
      question: 'domanda',
      answer: 'risposta',
      examples: 'esempi',
      entry: 'voce',
      file: 'file',
      id: 'nome breve',
      login: 'nome utente',
      name: 'nome',
      password: 'password',
      old: 'password attuale',
      roles: 'ruoli',
      guest: 'per chi',
      period: 'periodo',
      channel: 'canale',
      language: 'lingua',
      handledBy: 'chi ha risposto',
      to: 'a chi',
      at: 'quando',
      '?': 'richiesta',
    },
    whys: {
      missing: () => 'manca',
      'too-short': (limit) => `almeno ${limit} caratteri`,
      'too-long': (limit) => `al massimo ${limit} caratteri`,
      form: () => 'non va bene così',
    },
  },
  en: {
    wrong: 'Something is wrong in what you entered',
    fields: {
      id: 'short name',
      login: 'user name',
      old: 'current password',
      guest: 'for whom',
      handledBy: 'handled by',
      to: 'to whom',
      at: 'when',
      '?': 'request',
    },
    whys: {
      missing: () => 'is missing',
      'too-short': (limit) => `at least ${limit} characters`,
      'too-long': (limit) => `at most ${limit} characters`,
      form: () => 'cannot be like this',
    },
  },
};
