import { foldWord } from './fold.ts';
import { allFunctionWords } from './function-words.ts';

/*
 * One message may ask two things ("quanto costa la spedizione? e accettate paypal?"). A sentence asks when it ends with a
 * question mark, or, since customers leave that out, when it begins as questions do; what is told around it does not. Sentences
 * end at . ! ? or the end of a line. A sentence is divided as well where a conjunction or a comma is followed by the beginning of
 * a question ("quanto costa la spedizione e come faccio un reso?"), if what follows asks something without what stands before
 * ("e quanto costa?" does not), and what stands before is not the beginning alone ("quando e come pago?").
 */
/** The sentences of a message that ask, in their order; none unless they are two or three. */
export function askedIn(text: string): readonly string[] {
  const asked = text
    .split(ends)
    .flatMap(divide)
    .map((sentence) => sentence.trim())
    .filter(asks);
  return asked.length >= 2 && asked.length <= most ? asked : [];
}

/**
 * The words of clauses, as far as commas and the like part them, in which somebody who asks in another clause tells how it is: "I'm
 * in hospital, can I change the day?" asks nothing about hospitals. None where nothing is asked.
 */
export function toldIn(text: string, keysOf: (clause: string) => readonly string[]): ReadonlySet<string> {
  const clauses = text.split(clauseEnds).map((clause) => clause.trim());
  const tells = (clause: string): boolean => {
    const [first = '', ...others] = clause.match(word) ?? [];
    return !asks(clause) && others.length + 1 >= fewestTold && !naming.has(first.toLowerCase());
  };
  if (!clauses.some(asks)) return new Set();
  const asked = new Set(clauses.filter((clause) => !tells(clause)).flatMap(keysOf));
  return new Set(clauses.filter(tells).flatMap(keysOf)).difference(asked);
}

function divide(sentence: string): readonly string[] {
  const found = Array.from(sentence.matchAll(word), ({ 0: written, index }) => ({ written, index }));
  const keys = found.map(({ written }) => foldWord(written));
  const borders: number[] = [];
  let from = 0;
  for (const [at, { written, index }] of found.entries()) {
    if (at === from || (at - from < fewest && beginsAt(keys, from))) continue;
    const before = found[at - 1];
    const comma = sentence.slice((before?.index ?? 0) + (before?.written.length ?? 0), index).includes(',');
    if (!comma && !conjunctions.has(written.toLowerCase())) continue;
    let start = at;
    while (joining.has(keys[start] ?? '')) start++;
    if (comma && start === at && relative.has(keys[at] ?? '')) continue;
    if (!beginsAt(keys, start) || leans(keys.slice(start))) continue;
    borders.push(index);
    from = start;
  }
  return [0, ...borders].map((border, at) => sentence.slice(border, borders[at]));
}

/** "E quanto costa?", "and how long does it take?" ask about what stands before them. */
function leans(keys: readonly string[]): boolean {
  if (keys.some((key, at) => leaning.has(key) && keys[at + 1] !== 'possible')) return true;
  const naming = keys.filter((key) => !allFunctionWords.it.has(key) && !allFunctionWords.en.has(key));
  return keys.length < fewestAfter && naming.length < fewest;
}

function asks(sentence: string): boolean {
  const words = (sentence.match(word) ?? []).map(foldWord);
  if (words.length < fewest) return false;
  if (sentence.endsWith('?')) return true;
  return beginsAt(
    words,
    words.findIndex((each) => !joining.has(each)),
  );
}

function beginsAt(words: readonly string[], start: number): boolean {
  return beginnings.some((beginning) => beginning.every((each, at) => words[start + at] === each));
}

const ends = /(?<=[.!…])\s+|(?<=\?)(?![?!])|\n+/u;
const clauseEnds = /(?<=[.!?…,;:])\s+|\n+/u;
const word = /[\p{L}\p{N}]+/gu;
/** One word asks nothing by itself; two may ("accettate paypal?"). */
const fewest = 2;
/** So many words name something by themselves ("come faccio un reso"), fewer when two of them do ("accettate paypal"). */
const fewestAfter = 4;
const most = 3;
/** Fewer only name what is asked about ("Netflix, how do I cancel?"). */
const fewestTold = 3;
/** So do clauses that begin with these ("for my Netflix, how do I cancel?"). */
const naming = new Set('per riguardo for about regarding concerning'.split(' '));

/** Words that join a question to the one before. */
const joining = new Set('e ed o oppure poi inoltre anche ma invece and or also then but plus'.split(' '));

/** Those that divide a sentence; as they are written, since "è" is none. */
const conjunctions = new Set('e ed o oppure and or'.split(' '));

/** After a bare comma these tell more of what was named. */
const relative = new Set('che chi which who'.split(' '));

/** Words that stand for what was named before. */
const leaning = new Set('ci ne it they them'.split(' '));

/** How questions begin, where nothing else would begin so. */
const beginnings = (
  'dove|dov|quando|quanto|quanta|quanti|quante|quale|quali|qual|come|perche|chi|che|cosa|posso|possiamo|potete|si puo|possibile|avete|accettate|fate|spedite|consegnate|vendete|offrite|' +
  'c e|ci sono|esiste|vorrei sapere|volevo sapere|mi potete dire|mi dite|' +
  'where|when|how|which|what|why|who|can i|can we|can you|could i|could we|could you|do i|do you|does|is|are|will|would you|i would like to know|i d like to know'
)
  .split('|')
  .map((beginning) => beginning.split(' '));
