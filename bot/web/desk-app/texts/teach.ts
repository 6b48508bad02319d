import type { Localized } from '../../../domain/language.ts';
import type { FailureSentences } from './failures.ts';

const it = {
  title: 'Insegna al bot',
  intro: 'Prima vedi che cosa cambia nel file e che cosa ne dicono i test; poi decidi se scriverlo.',
  kinds: { example: 'Un modo di chiedere', entry: 'Una voce nuova' },
  whichKind: 'Che cosa insegni',
  wording: 'Come l’ha detto il cliente',
  wordingHint: 'Togli nomi, numeri d’ordine e indirizzi: resta nel file, e il bot impara da qui.',
  wordingLanguage: 'In che lingua',
  languages: { it: 'Italiano', en: 'Inglese' },
  entry: 'È la domanda di questa voce',
  entryHint: 'Scrivi per cercare tra le voci.',
  openList: 'Apri l’elenco',
  noEntry: 'Nessuna voce si chiama così',
  topic: 'File',
  topicHint: 'Un file per argomento: scegline uno che c’è già, o scrivi un nome nuovo.',
  id: 'Nome breve (id)',
  idHint: 'Lettere minuscole, cifre e trattini; non cambia più.',
  inLanguage: { it: 'In italiano', en: 'In inglese' },
  question: 'Domanda',
  questionHint: 'Come la scriveresti tu: è anche il titolo.',
  answer: 'Risposta',
  answerHint: 'Markdown: **grassetto**, elenchi con - , collegamenti [testo](https://…).',
  missing: 'Scrivi qualcosa qui.',
  missingEntry: 'Scegli una voce dall’elenco.',
  badId: 'Solo lettere minuscole, cifre e trattini.',
  show: 'Mostra la modifica',
  showing: 'Sto provando la modifica…',
  proposal: 'La modifica',
  inFile: (path: string) => `Nel file ${path}`,
  lines: { '+': 'aggiunta', '-': 'tolta', ' ': '' },
  diff: 'Righe del file, prima e dopo',
  tests: 'I test delle voci',
  testsFine: (passed: number, total: number) =>
    `${passed} test su ${total} portano alla loro voce, e nessuno peggiora.`,
  testsBroken: (count: number) =>
    count === 1
      ? 'Un test che oggi riesce non riuscirebbe più:'
      : `${count} test che oggi riescono non riuscirebbero più:`,
  testsMended: (count: number) => (count === 1 ? 'Un test in più riesce.' : `${count} test in più riescono.`),
  asked: 'Che cosa risponderebbe',
  before: 'Adesso',
  after: 'Dopo',
  decisions: { answer: 'risponde', clarify: 'chiede quale intende', handoff: 'passa a una persona' },
  problems: 'Così la modifica non può essere scritta:',
  accept: 'Scrivi nel file',
  back: 'Cambia ancora',
  written: (path: string) => `Scritto in ${path}. Il bot lo impara entro qualche secondo.`,
  another: 'Insegna altro',
};

const en: typeof it = {
  title: 'Teach the bot',
  intro: 'First you see what changes in the file and what the tests say of it; then you decide whether to write it.',
  kinds: { example: 'Another way to ask', entry: 'A new entry' },
  whichKind: 'What you teach',
  wording: 'How the customer said it',
  wordingHint: 'Take out names, order numbers and addresses: it stays in the file, and the bot learns from it.',
  wordingLanguage: 'In which language',
  languages: { it: 'Italian', en: 'English' },
  entry: 'It asks for this entry',
  entryHint: 'Write to search among the entries.',
  openList: 'Open the list',
  noEntry: 'No entry is called that',
  topic: 'File',
  topicHint: 'One file a topic: choose one that there is, or write a new name.',
  id: 'Short name (id)',
  idHint: 'Lower-case letters, digits and hyphens; it never changes again.',
  inLanguage: { it: 'In Italian', en: 'In English' },
  question: 'Question',
  questionHint: 'As you would write it: it is the title too.',
  answer: 'Answer',
  answerHint: 'Markdown: **bold**, lists with - , links [text](https://…).',
  missing: 'Write something here.',
  missingEntry: 'Choose an entry from the list.',
  badId: 'Lower-case letters, digits and hyphens only.',
  show: 'Show the change',
  showing: 'Trying the change…',
  proposal: 'The change',
  inFile: (path: string) => `In the file ${path}`,
  lines: { '+': 'added', '-': 'removed', ' ': '' },
  diff: 'Lines of the file, before and after',
  tests: 'The tests of the entries',
  testsFine: (passed: number, total: number) => `${passed} of ${total} tests lead to their entry, and none gets worse.`,
  testsBroken: (count: number) =>
    count === 1
      ? 'One test that passes today would not pass any more:'
      : `${count} tests that pass today would not pass any more:`,
  testsMended: (count: number) => (count === 1 ? 'One test more passes.' : `${count} tests more pass.`),
  asked: 'What it would answer',
  before: 'Now',
  after: 'Then',
  decisions: { answer: 'answers', clarify: 'asks which one is meant', handoff: 'passes to a person' },
  problems: 'Like this the change cannot be written:',
  accept: 'Write it to the file',
  back: 'Change it again',
  written: (path: string) => `Written to ${path}. The bot will have learned it in a few seconds.`,
  another: 'Teach something else',
};

export const teachTexts: Localized<typeof it> = { it, en };

export const teachFailures: Localized<FailureSentences> = {
  it: {
    'knowledge-changed': () => 'Qualcuno ha cambiato i file nel frattempo: guarda di nuovo la modifica.',
    'knowledge-problems': ({ where, it: what }) =>
      `I file hanno già dei problemi, che vengono prima. ${where ?? ''}: ${what ?? ''} Li mostra tutti «npx sportello check».`,
    'knowledge-unwritable': ({ why }) =>
      `Sportello non può scrivere nei file (${why ?? ''}). Niente è cambiato: chiedi a chi gestisce il server.`,
    'no-proposal': () => 'Questa modifica non è più aperta: mostrala di nuovo.',
    'unknown-entry': () => 'Questa voce non c’è più nei file.',
    'no-such-language': () =>
      'La voce non ha ancora niente in questa lingua: aggiungi prima domanda e risposta nel file.',
    'unreadable-file': () => 'In questo file non si può aggiungere: non è un elenco di voci in ordine.',
  },
  en: {
    'knowledge-changed': () => 'Somebody changed the files meanwhile: look at the change again.',
    'knowledge-problems': ({ where, en: what }) =>
      `The files have problems already, which come first. ${where ?? ''}: ${what ?? ''} "npx sportello check" shows them all.`,
    'knowledge-unwritable': ({ why }) =>
      `Sportello may not write to the files (${why ?? ''}). Nothing was changed: ask whoever runs the server.`,
    'no-proposal': () => 'This change is not open any more: show it again.',
    'unknown-entry': () => 'This entry is no longer in the files.',
    'no-such-language': () =>
      'The entry has nothing in this language yet: add its question and answer in the file first.',
    'unreadable-file': () => 'This file cannot be added to: it is not a list of entries in good order.',
  },
};
