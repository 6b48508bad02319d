import type { Context, Understand, Understanding } from '../domain/understanding.ts';

/** How many messages are remembered, and how many characters one may have for it. */
const most = 500;
const longest = 200;

/**
 * Remembers what the latest messages were understood as. Customers open with the same few sentences, and one message may be
 * read twice in a turn; the function is pure, so what was found once holds for as long as the mind does.
 */
export function remembered(understand: Understand): Understand {
  const known = new Map<string, Understanding>();
  return (text, context) => {
    if (text.length > longest) return understand(text, context);
    const key = keyOf(text, context);
    const found = known.get(key) ?? understand(text, context);
    // A Map keeps the order of insertion: what is used again becomes the newest, and the oldest leaves.
    known.delete(key);
    known.set(key, found);
    if (known.size > most) known.delete(known.keys().next().value ?? '');
    return found;
  };
}

function keyOf(text: string, { language, channel, date }: Context): string {
  return `${language} ${channel} ${date} ${text}`;
}
