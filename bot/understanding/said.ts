/*
 * The first sentences of an answer say in the shop's own words what the question is about, and hold words that no example has.
 * They are learned beside the examples, but are never held out, nor shown as what a customer asked.
 */
/** The first two sentences (3 words or more each) of an answer in Markdown, without its marks and addresses. */
export function saidFirst(answer: string): readonly string[] {
  return answer
    .replace(addresses, ' ')
    .replace(marks, ' ')
    .split(ends)
    .filter((sentence) => sentence.trim().split(/\s+/).length >= fewest)
    .slice(0, most);
}

const addresses = /\]\([^)]*\)/g;
const marks = /[*_#`[\]>|]/g;
const ends = /(?<=[.!?:;])\s+|\n+/;
const fewest = 3;
const most = 2;
