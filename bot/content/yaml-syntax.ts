import { visit, type Document, type ErrorCode, type Scalar, type YAMLError } from 'yaml';

import type { Localized } from '../domain/language.ts';
import type { Fault } from './finding.ts';

/*
 * What YAML itself finds wrong, in words for people who don't know YAML. After the first fault the rest of a file is not
 * judged, since one missing quote makes everything after it look wrong; keys that occur twice are told beside it.
 */

export interface SyntaxFault extends Fault {
  /** Offsets in the text, the second exclusive. */
  readonly span: readonly [number, number];
}

export const quoteIt: Localized<string> = {
  it: 'Se è un testo, mettilo tra virgolette ("..." oppure \'...\'): servono quando contiene ": " o " #", o comincia con un segno.',
  en: 'If this is text, put it in quotes: a text with ": " or " #" in it, or one that begins with a sign, needs them ("..." or \'...\').',
};

/** The faults of a document that has some. */
export function syntaxFaults(text: string, document: Document.Parsed): SyntaxFault[] {
  const sorted = document.errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const first = sorted.findIndex((error) => error.code !== 'DUPLICATE_KEY');
  const kept = first === -1 ? sorted : sorted.slice(0, first + 1);
  return kept.map((error) => faultOf(text, document, error));
}

function faultOf(text: string, document: Document.Parsed, { code, message, pos }: YAMLError): SyntaxFault {
  const tabAt = leadingTab(text, pos[0]);
  if (tabAt !== undefined) return { ...tab, span: [tabAt, tabAt + 1] };
  const stray = strayLine(text, code, message, pos[0]);
  if (stray !== undefined) return { ...strayWords, span: stray };
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return misplacedKey(text, document, pos);
  const known = wordsOf[code];
  if (known !== undefined) return { ...known, span: wordAt(text, pos) };
  if (code === 'MISSING_CHAR' && message.includes('quote')) return { ...unclosed, span: openQuote(document, pos) };
  if (code === 'BAD_DQ_ESCAPE') return { ...escape, span: wordAt(text, pos) };
  const sign = /(?:^|\s)(!\S*)\s*$/.exec(text.slice(lineStart(text, pos[0]), pos[0]))?.[1];
  if (sign !== undefined) {
    const at = text.lastIndexOf(sign, pos[0]);
    return { ...tagFault(sign), span: [at, at + sign.length] };
  }
  const before = text[pos[0] - 1];
  if (code === 'UNEXPECTED_TOKEN' && (before === "'" || before === '"')) {
    return { ...closedEarly, span: [pos[0] - 1, wordAt(text, pos)[1]] };
  }
  const sentence = message.replace(/[.:]$/, '');
  return {
    code: 'yaml-syntax',
    message: {
      it: `Qui non si riesce a leggere lo YAML (${sentence}).`,
      en: `YAML cannot be read here: ${sentence}.`,
    },
    help: quoteIt,
    span: wordAt(text, pos),
  };
}

/** Of a word that begins with an exclamation mark. */
export function tagFault(sign: string): Fault {
  const message = {
    it: `"${sign}" è un tag di YAML, che qui non si usa.`,
    en: `"${sign}" is a YAML tag, which is not used here.`,
  };
  return { code: 'yaml-tag', message, help: quoteIt };
}

export const depthFault: Fault = {
  code: 'yaml-depth',
  message: {
    it: 'Ci sono elenchi o blocchi uno dentro l’altro, troppi per essere letti.',
    en: 'Lists or blocks are nested too deep to be read.',
  },
  help: {
    it: 'Confronta il file con faq/delivery.yaml: una voce ha quattro livelli al massimo.',
    en: 'Compare the file with faq/delivery.yaml; an entry is nested four deep at most.',
  },
};

const tab: Fault = {
  code: 'yaml-tab',
  message: { it: 'La riga è rientrata con una tabulazione.', en: 'A tab is used to indent.' },
  help: { it: 'Usa spazi: due per ogni livello.', en: 'Use spaces: two for each level.' },
};

const badIndent: Fault = {
  code: 'yaml-indent',
  message: {
    it: 'Il rientro non si accorda con le righe vicine.',
    en: 'The indentation does not fit the lines around it.',
  },
  help: {
    it: 'Comincia le righe di uno stesso elenco o blocco nella stessa colonna, due spazi più a destra di ciò che le contiene; rientra anche le righe di un testo tra virgolette.',
    en: 'Begin lines of one list or block in the same column, two spaces further in than their parent; indent the lines of a quoted text too.',
  },
};

const unclosed: Fault = {
  code: 'yaml-quote',
  message: {
    it: 'Le virgolette che aprono questo testo non vengono mai chiuse.',
    en: 'The quote that opens this text is never closed.',
  },
  help: {
    it: 'Metti le stesse virgolette alla fine del testo; se il testo ha più righe, rientrale più della sua chiave.',
    en: 'Write the same quote at the end of the text; if the text has more lines, indent them further than its key.',
  },
};

const closedEarly: Fault = {
  code: 'yaml-quote',
  message: {
    it: 'Il testo tra virgolette finisce qui, ma la riga continua.',
    en: 'The text in quotes ends here, but more follows.',
  },
  help: {
    it: 'Un testo con l’apostrofo va tra "...", uno con le virgolette doppie tra \'...\': "dov\'è il pacco".',
    en: 'A text with an apostrophe goes in "...", one with double quotes in \'...\': "dov\'è il pacco".',
  },
};

const strayWords: Fault = {
  code: 'yaml-indent',
  message: {
    it: 'Qui dovrebbe esserci una chiave o l’elemento di un elenco, ma questa riga non è né l’una né l’altro.',
    en: 'This line stands where a key or an item would, but it is neither.',
  },
  help: {
    it: 'Se continua il testo di sopra, rientrala di due spazi più della chiave di quel testo; se è un elemento di un elenco, comincia con "- "; se è una chiave, scrivi ": " dopo di essa.',
    en: 'If it goes on with the text above it, indent it two spaces further than that text\'s key; if it is an item of a list, begin it with "- "; if it is a key, write ": " after it.',
  },
};

const secondKey: Fault = {
  code: 'yaml-syntax',
  message: {
    it: 'Qui comincia una chiave dove non può stare: dopo un’altra chiave.',
    en: 'A key begins where none can stand: after another key.',
  },
  help: {
    it: 'Se è un testo che contiene ": ", metti tutto il testo tra virgolette; se è una chiave, scrivila su una riga sua.',
    en: 'If this is text with ": " in it, put the whole text in quotes; if it is a key, write it on a line of its own.',
  },
};

const keyTooFarIn: Fault = {
  code: 'yaml-indent',
  message: {
    it: 'Qui comincia una chiave dove non può stare: la riga di sopra finisce con un testo, e questa è più rientrata.',
    en: 'A key begins where none can stand: the line above it ends with a text, and this one is indented further.',
  },
  help: {
    it: 'Se è una chiave, cominciala nella colonna delle altre chiavi del suo blocco; se continua il testo di sopra e contiene ": ", metti tutto quel testo tra virgolette.',
    en: 'If it is a key, begin it in the column of the other keys of its block; if it goes on with the text above and has ": " in it, put that whole text in quotes.',
  },
};

const escape: Fault = {
  code: 'yaml-quote',
  message: {
    it: 'Una barra rovesciata dentro "..." è seguita da un carattere davanti al quale non può stare.',
    en: 'A backslash within "..." is followed by a character that it cannot stand before.',
  },
  help: {
    it: 'Scrivi \\\\ per una barra rovesciata, o metti il testo tra \'...\' invece che tra "...".',
    en: 'Write \\\\ for a backslash, or put the text in \'...\' instead of "...".',
  },
};

const wordsOf: Partial<Record<ErrorCode, Fault>> = {
  TAB_AS_INDENT: tab,
  DUPLICATE_KEY: {
    code: 'duplicate-key',
    message: {
      it: 'Questa chiave sta due volte nello stesso blocco.',
      en: 'This key occurs twice in the same block.',
    },
    help: { it: 'Tienine una sola, o unisci i loro valori.', en: 'Keep one of them, or join their values.' },
  },
  BAD_INDENT: badIndent,
  RESOURCE_EXHAUSTION: depthFault,
  MULTIPLE_DOCS: {
    code: 'yaml-documents',
    message: {
      it: 'Il file contiene più documenti, divisi da "---".',
      en: 'The file holds several documents, divided by "---".',
    },
    help: {
      it: 'Togli la riga "---", o sposta ciò che segue in un altro file.',
      en: 'Remove the line "---", or move what follows to another file.',
    },
  },
};

/** A whole line of text that YAML takes for a key without a colon: mostly the second line of an answer that is not indented. */
function strayLine(text: string, code: ErrorCode, message: string, offset: number): [number, number] | undefined {
  const suspect =
    code === 'BAD_INDENT' ||
    code === 'MULTILINE_IMPLICIT_KEY' ||
    (code === 'MISSING_CHAR' && message.startsWith('Implicit map keys')) ||
    (code === 'UNEXPECTED_TOKEN' && message.startsWith('Unexpected scalar at node end'));
  const start = lineStart(text, offset);
  if (!suspect || text.slice(start, offset).trim() !== '') return undefined;
  const [, indent = '', line = ''] = /^( *)(.*)/.exec(text.slice(start)) ?? [];
  if (/^$|^-(?: |$)|:(?: |$)/.test(line.trimEnd())) return undefined;
  return [start + indent.length, start + indent.length + line.trimEnd().length];
}

/** Of a key on a line that is indented too far YAML shows the value before it; what helps is the key. */
function misplacedKey(text: string, document: Document.Parsed, [from, end]: readonly [number, number]): SyntaxFault {
  const lines = document.errors.find((error) => error.code === 'MULTILINE_IMPLICIT_KEY' && error.pos[0] >= from);
  const upToKey = lines?.pos[0] === from ? text.slice(from, lines.pos[1]) : '';
  const key = /\n *(.+)$/.exec(upToKey)?.[1];
  if (key !== undefined) {
    const keyEnd = from + upToKey.length;
    return { ...keyTooFarIn, span: [keyEnd - key.length, keyEnd] };
  }
  const span = wordAt(text, [from, end]);
  return text.slice(lineStart(text, from), span[0]).trim() === '' ? { ...badIndent, span } : { ...secondKey, span };
}

/** Where a tab stands among the spaces that begin the line of an offset. */
function leadingTab(text: string, offset: number): number | undefined {
  const start = lineStart(text, offset);
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const at = indent.indexOf('\t');
  return at === -1 ? undefined : start + at;
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** A fault of one character is shown with the word that it begins, spaces before it left out. */
function wordAt(text: string, [from, end]: readonly [number, number]): [number, number] {
  const start = from + (/^ */.exec(text.slice(from))?.[0].length ?? 0);
  const word = /^[^\s:,]+/.exec(text.slice(start))?.[0] ?? '';
  return [start, Math.max(end, start + word.length)];
}

/** A missing quote is noticed at the end of the file; what helps is where the text begins that it should close. */
function openQuote(document: Document.Parsed, [start, end]: readonly [number, number]): [number, number] {
  let opening = start;
  visit(document, {
    Scalar: (_key, node: Scalar) => {
      const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
      if (quoted && node.range && node.range[0] <= start) opening = node.range[0];
    },
  });
  return [opening, Math.max(end, opening + 1)];
}
