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

export function readOptions(tag: HTMLScriptElement): Options {
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
