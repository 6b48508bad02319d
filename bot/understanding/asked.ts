import { foldWord } from './fold.ts';

/*
 * One message may ask two things ("quanto costa la spedizione? e accettate paypal?"). A sentence asks when it ends with a
 * question mark, or, since customers leave that out, when it begins as questions do; what is told around it does not. Sentences
 * end at . ! ? or the end of a line.
 */
/** The sentences of a message that ask, in their order; none unless they are two or three. */
export function askedIn(text: string): readonly string[] {
  const asked = text
    .split(ends)
    .map((sentence) => sentence.trim())
    .filter(asks);
  return asked.length >= 2 && asked.length <= most ? asked : [];
}

function asks(sentence: string): boolean {
  const words = (sentence.match(word) ?? []).map(foldWord);
  if (words.length < fewest) return false;
  if (sentence.endsWith('?')) return true;
  const start = words.findIndex((each) => !joining.has(each));
  return beginnings.some((beginning) => beginning.every((each, at) => words[start + at] === each));
}

const ends = /(?<=[.!…])\s+|(?<=\?)(?![?!])|\n+/u;
const word = /[\p{L}\p{N}]+/gu;
/** One word asks nothing by itself; two may ("accettate paypal?"). */
const fewest = 2;
const most = 3;

/** Words that join a question to the one before. */
const joining = new Set('e ed poi inoltre anche ma invece and also then but plus'.split(' '));

/** How questions begin, where nothing else would begin so. */
const beginnings = (
  'dove|dov|quando|quanto|quanta|quanti|quante|quale|quali|qual|come|perche|chi|che|cosa|posso|possiamo|potete|si puo|avete|accettate|fate|' +
  'c e|ci sono|esiste|vorrei sapere|volevo sapere|mi potete dire|mi dite|' +
  'where|when|how|which|what|why|who|can i|can we|can you|could you|do i|do you|does|is|are|will|would you|i would like to know|i d like to know'
)
  .split('|')
  .map((beginning) => beginning.split(' '));
