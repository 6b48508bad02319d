import { hexOf } from '../../colour.ts';

/* What the script's own tag says: <script src="https://care.example/widget.js" data-language="it" async></script>. */

/** The tag's attributes, read once; what is amiss is told in the console and counts as not said. */
export interface Options {
  /** The server that this script came from. */
  readonly home: string;
  readonly language: 'it' | 'en';
  readonly side: 'left' | 'right';
  readonly colour: string | undefined;
  readonly title: string | undefined;
  /** Words beside the bubble's picture. */
  readonly label: string | undefined;
  readonly greeting: Greeting | undefined;
  readonly open: 'at-once' | 'when-asked';
  readonly identity: string | undefined;
}

export interface Greeting {
  /** Undefined: our own words. */
  readonly text: string | undefined;
  readonly afterSeconds: number;
  /** Paths on which it is shown; undefined = on all. */
  readonly on: RegExp | undefined;
}

const known = [
  'language',
  'side',
  'color',
  'title',
  'label',
  'greeting',
  'greeting-after',
  'greeting-on',
  'open',
  'identity',
];

export function readOptions(tag: HTMLScriptElement): Options {
  for (const name of tag.getAttributeNames()) if (name.startsWith('data-')) doubt(name.slice(5));
  const { language, side, color, title, label, open, identity } = tag.dataset;
  const colour = color === undefined ? undefined : hexOf(color);
  if (color !== undefined && colour === undefined) complain('data-color', color, 'a colour such as #0a6e5c');
  if (side !== undefined && side !== 'left' && side !== 'right') complain('data-side', side, 'left or right');
  return {
    home: new URL(tag.src).origin,
    language: languageOf(language),
    side: side === 'left' ? 'left' : 'right',
    colour,
    title: textOf(title),
    label: textOf(label),
    greeting: greetingOf(tag.dataset),
    open: open !== undefined && open !== 'false' ? 'at-once' : 'when-asked',
    identity: identity === '' ? undefined : identity,
  };
}

/** Tells of an attribute that is nearly one of ours; of any other it is not known whose it is. */
function doubt(name: string): void {
  if (known.includes(name)) return;
  const meant = known
    .map((each) => ({ each, edits: editsBetween(name, each) }))
    .filter(({ each, edits }) => (edits <= 2 && name.length > 3) || each.slice(0, 4) === name.slice(0, 4))
    .sort((one, other) => one.edits - other.edits)[0];
  if (meant !== undefined)
    console.warn(`Sportello: data-${name} is not known and is passed over; is data-${meant.each} meant?`);
}

/** Letters to add, leave out or change. */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: one.length + 1 }, (_, place) => place);
  for (let line = 0; line < other.length; line += 1) {
    const next = [line + 1];
    for (let place = 0; place < one.length; place += 1) {
      next.push(Math.min(row[place + 1]! + 1, next[place]! + 1, row[place]! + Number(one[place] !== other[line])));
    }
    row = next;
  }
  return row[one.length]!;
}

function languageOf(said: string | undefined): 'it' | 'en' {
  if (said !== undefined && !['it', 'en', 'auto'].includes(said)) complain('data-language', said, 'it, en or auto');
  return [said, document.documentElement.lang, navigator.language].map(spoken).find(Boolean) ?? 'it';
}

function spoken(tag = ''): 'it' | 'en' | undefined {
  const primary = tag.toLowerCase().split('-')[0];
  return primary === 'it' || primary === 'en' ? primary : undefined;
}

const usualSeconds = 10;

function greetingOf({ greeting, greetingAfter, greetingOn }: DOMStringMap): Greeting | undefined {
  if (greeting === undefined && greetingAfter === undefined && greetingOn === undefined) return undefined;
  const seconds = greetingAfter === undefined || greetingAfter === '' ? usualSeconds : Number(greetingAfter);
  const sensible = seconds >= 0 && seconds <= 3600;
  if (!sensible) complain('data-greeting-after', greetingAfter ?? '', 'seconds, from 0 to 3600');
  return {
    text: textOf(greeting),
    afterSeconds: sensible ? seconds : usualSeconds,
    on: greetingOn === undefined || greetingOn.trim() === '' ? undefined : pathPattern(greetingOn),
  };
}

/** `/cart* /checkout`: paths separated by blanks or commas, in which * is anything. */
function pathPattern(patterns: string): RegExp {
  const each = patterns.split(/[\s,]+/).filter(Boolean);
  const escaped = each.map((one) => one.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*'));
  return new RegExp(`^(?:${escaped.join('|')})$`);
}

/** Longer ones have no place. */
function textOf(said: string | undefined): string | undefined {
  const text = said?.trim().slice(0, 200);
  return text === '' ? undefined : text;
}

function complain(attribute: string, said: string, wanted: string): void {
  console.warn(`Sportello: ${attribute}="${said}" is not understood and is passed over; it takes ${wanted}.`);
}
