import type { WeighedWord } from '../domain/understanding.ts';
import type { Telling } from './tell.ts';

export const italian: Telling = {
  foreign: 'Il messaggio non sembra né italiano né inglese.',
  isIn: { it: 'Il messaggio è in italiano.', en: 'Il messaggio è in inglese.' },
  languageNotPlain: 'La lingua non è chiara: il messaggio è stato letto in italiano e in inglese.',
  setAside: (parts) => `Messo da parte prima del confronto: ${list(parts.map(quoted))}.`,
  expanded: ({ from, to }) => `${quoted(from)} è un’abbreviazione da chat per ${quoted(to)}.`,
  mended: ({ from, to }) => `${quoted(from)} non è una parola conosciuta; è stata letta come ${quoted(to)}.`,
  synonym: ({ from, to }) => `${quoted(from)} è valsa come ${quoted(to)}, secondo i sinonimi.`,
  elsewhere: (words) =>
    `${list(words.map(quoted))}: parola di faccende altrui che i contenuti non hanno, perciò il bot al massimo chiede di precisare. Se riguarda anche te, mettila in un esempio.`,
  first: ({ id, title, confidence, by, example }) => {
    const how = `Al primo posto ${id} (${quoted(title)}), con sicurezza ${percent(confidence)}`;
    switch (by) {
      case 'pattern':
        return `${how}: il messaggio corrisponde al suo pattern ${quoted(example)}.`;
      case 'example':
        return `${how}: il messaggio è parola per parola il suo esempio ${quoted(example)}.`;
      case 'score':
        return `${how}; il suo esempio più vicino è ${quoted(example)}.`;
    }
  },
  words: (words) => `A suo favore: ${list(words.map(weighed))}.`,
  second: ({ id, title, confidence }, difference) => {
    const words = difference.map(({ word }) => quoted(word));
    const because = words.length > 0 ? `; a favore del primo hanno contato di più: ${list(words)}` : '';
    return `Al secondo posto ${id} (${quoted(title)}), con ${percent(confidence)}${because}.`;
  },
  decision: (ground, best, foreign) => {
    switch (ground.kind) {
      case 'noise':
        return 'Decisione: passa a una persona, perché nel messaggio non c’è nessuna parola nota.';
      case 'nothing':
        return 'Decisione: passa a una persona, perché nessuna voce in uso qui oggi ha qualcosa in comune con il messaggio.';
      case 'sure': {
        const { needed, next } = ground;
        const clear =
          next === undefined
            ? ''
            : `, con un buon vantaggio sulla prima risposta diversa (${percent(next.confidence)})`;
        return `Decisione: risponde, perché ${percent(best)} raggiunge il ${percent(needed)} che serve per rispondere${clear}.`;
      }
      case 'unsure':
        return `Decisione: chiede di precisare, perché ${percent(best)} non raggiunge il ${percent(ground.needed)} che serve per rispondere.`;
      case 'close':
        return `Decisione: chiede di precisare, perché ${ground.next.id} darebbe un’altra risposta ed è troppo vicina (${percent(ground.next.confidence)} contro ${percent(best)}).`;
      case 'low':
        return foreign
          ? 'Decisione: passa a una persona, perché il bot non parla questa lingua.'
          : `Decisione: passa a una persona, perché ${percent(best)} è troppo poco anche per chiedere di precisare.`;
    }
  },
};

function weighed({ word, weight }: WeighedWord): string {
  return `${quoted(word)} (${percent(weight)})`;
}

function quoted(text: string): string {
  return `«${text}»`;
}

/** Never 100% for what is not certain. */
function percent(share: number): string {
  return `${share < 1 ? Math.min(99, Math.round(share * 100)) : 100}%`;
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} e ${parts.at(-1)}`;
}
