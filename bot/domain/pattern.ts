/*
 * A pattern describes whole messages: words that must stand there in this order, `(a|b)` for one of several wordings, `*`
 * for any words or none. It must fit the message from its first word to its last; a `*` at the start or the end allows more.
 * It is compiled to a small machine that is run on all positions at once, so a match takes time proportional to
 * words x steps whatever the pattern; nothing is ever tried again.
 */

import type { Localized } from './language.ts';

export interface Pattern {
  readonly kind: 'pattern';
  readonly source: string;
  readonly steps: readonly Step[];
}

export interface PatternError {
  readonly kind: 'error';
  /** What is wrong, as the end of a sentence that begins with the pattern. */
  readonly message: Localized<string>;
  /** Offset in the source, from 0. */
  readonly at: number;
}

/** One instruction of the machine; numbers are positions in `steps`. */
type Step =
  | { readonly does: 'word'; readonly word: string }
  | { readonly does: 'any-words' }
  | { readonly does: 'fork'; readonly to: readonly number[] }
  | { readonly does: 'end' };

const maxLength = 500;
const maxDepth = 10;

/**
 * Reads `(a|b) * c`. `wordsOf` turns what stands between the signs into words as messages are turned into words (default:
 * lower case). Groups may hold several words and other groups, ten deep at most; a pattern has 500 characters at most.
 */
export function parsePattern(
  source: string,
  wordsOf: (literal: string) => readonly string[] = (literal) => [literal.toLowerCase()],
): Pattern | PatternError {
  if (source.length > maxLength)
    return fault(`ha più di ${maxLength} caratteri`, `is longer than ${maxLength} characters`, 0);
  const tokens = tokensOf(source);
  if (!tokens.some((token) => token.sign === 'word')) return fault('non contiene parole', 'has no word in it', 0);
  const steps: Step[] = [];
  const reader: Reader = { tokens, next: 0, depth: 0, steps, wordsOf, end: source.length };
  const error = readSequence(reader);
  if (error !== undefined) return error;
  const left = tokens[reader.next];
  if (left?.sign === ')') return fault('ha una ")" senza "(" prima', 'has a ")" without a "(" before it', left.at);
  if (left !== undefined) return fault('ha una "|" fuori da "( )"', 'has a "|" outside of "( )"', left.at);
  steps.push({ does: 'end' });
  return { kind: 'pattern', source, steps };
}

/** Tells whether the words of a whole message fit. Linear in the number of words. */
export function matches({ steps }: Pattern, words: readonly string[]): boolean {
  let places = reach(steps, [0]);
  for (const word of words) {
    const next: number[] = [];
    for (const place of places) {
      const step = steps[place];
      if (step?.does === 'any-words') next.push(place);
      if (step?.does === 'word' && step.word === word) next.push(place + 1);
    }
    places = reach(steps, next);
    if (places.size === 0) return false;
  }
  return [...places].some((place) => steps[place]?.does === 'end');
}

/** All places that are reached without reading a word. */
function reach(steps: readonly Step[], from: readonly number[]): Set<number> {
  const places = new Set<number>();
  const open = [...from];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (places.has(place)) continue;
    places.add(place);
    const step = steps[place];
    if (step?.does === 'fork') open.push(...step.to);
    if (step?.does === 'any-words') open.push(place + 1);
  }
  return places;
}

interface Token {
  readonly sign: '(' | ')' | '|' | '*' | 'word';
  readonly text: string;
  readonly at: number;
}

interface Reader {
  readonly tokens: readonly Token[];
  readonly steps: Step[];
  readonly wordsOf: (literal: string) => readonly string[];
  readonly end: number;
  next: number;
  depth: number;
}

function tokensOf(source: string): Token[] {
  return [...source.matchAll(/[()|*]|[^\s()|*]+/gu)].map(({ 0: text, index: at }) => {
    const sign = text === '(' || text === ')' || text === '|' || text === '*' ? text : 'word';
    return { sign, text, at };
  });
}

/** Reads up to a `)`, a `|` or the end. */
function readSequence(reader: Reader): PatternError | undefined {
  for (let token = reader.tokens[reader.next]; token !== undefined; token = reader.tokens[reader.next]) {
    switch (token.sign) {
      case ')':
      case '|':
        return undefined;
      case '*':
        reader.steps.push({ does: 'any-words' });
        reader.next += 1;
        break;
      case 'word': {
        if (!/[\p{L}\p{N}]/u.test(token.text))
          return fault(`ha "${token.text}", che non è una parola`, `has "${token.text}", which is no word`, token.at);
        for (const word of reader.wordsOf(token.text)) reader.steps.push({ does: 'word', word });
        reader.next += 1;
        break;
      }
      case '(': {
        const error = readGroup(reader, token);
        if (error !== undefined) return error;
        break;
      }
    }
  }
  return undefined;
}

/** Lays the alternatives one after another, a fork before them, and after each a fork to what follows the group. */
function readGroup(reader: Reader, opening: Token): PatternError | undefined {
  if (reader.depth >= maxDepth)
    return fault(
      `ha gruppi dentro gruppi, più di ${maxDepth} livelli`,
      `has groups within groups, more than ${maxDepth} deep`,
      opening.at,
    );
  const { steps, tokens } = reader;
  const starts: number[] = [];
  const exits: number[] = [];
  const fork = steps.push({ does: 'fork', to: starts }) - 1;
  reader.depth += 1;
  let closing: Token | undefined;
  do {
    reader.next += 1;
    const first = reader.next;
    starts.push(steps.length);
    const error = readSequence(reader);
    if (error !== undefined) return error;
    closing = tokens[reader.next];
    if (closing === undefined)
      return fault('ha una "(" senza ")" dopo', 'has a "(" without a ")" after it', opening.at);
    if (reader.next === first)
      return fault('non ha niente tra due segni di "( | )"', 'has nothing between two signs of "( | )"', closing.at);
    exits.push(steps.push({ does: 'fork', to: [] }) - 1);
  } while (closing.sign === '|');
  reader.next += 1;
  reader.depth -= 1;
  steps[fork] = { does: 'fork', to: starts };
  for (const exit of exits) steps[exit] = { does: 'fork', to: [steps.length] };
  return undefined;
}

function fault(it: string, en: string, at: number): PatternError {
  return { kind: 'error', message: { it, en }, at };
}
