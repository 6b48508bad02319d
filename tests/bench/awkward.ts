import type { Corpus } from '../../bot/domain/knowledge.ts';
import { languages } from '../../bot/domain/language.ts';
import type { Understand } from '../../bot/domain/understanding.ts';

/*
 * Messages of 2,000 characters that a matching may take long for. Each is understood several times and the quickest counts, in
 * the processor's time: what else the machine does is no property of the message.
 */

export interface Worst {
  readonly what: string;
  readonly ms: number;
}

/** The slowest of them. */
export function worstOf(understand: Understand, corpus: Corpus): Worst {
  let worst: Worst = { what: '', ms: 0 };
  for (const [what, text] of awkwardMessages(corpus))
    for (const language of languages) {
      let quickest = Infinity;
      for (let time = 0; time < 5; time++) {
        const from = process.threadCpuUsage();
        understand(text, { language, channel: 'webchat', date: '2026-11-21' });
        const { user, system } = process.threadCpuUsage(from);
        quickest = Math.min(quickest, (user + system) / 1000);
      }
      if (quickest > worst.ms) worst = { what, ms: quickest };
    }
  return worst;
}

function awkwardMessages({ entries }: Corpus): readonly (readonly [what: string, text: string])[] {
  let state = 7;
  const next = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  const letters = (count: number): string =>
    String.fromCharCode(...Array.from({ length: count }, () => 97 + Math.floor(next() * 26)));
  const phrasings = entries.flatMap(({ texts }) => Object.values(texts));
  const examples = phrasings.flatMap((phrasing) => phrasing.examples);
  const long = [...new Set(examples.flatMap((each) => each.toLowerCase().split(/[^\p{L}]+/u)))].filter(
    (each) => each.length >= 6,
  );
  const one = (of: readonly string[]): string => of[Math.floor(next() * of.length)] ?? '';
  const swapped = (word: string): string => {
    const at = 1 + Math.floor(next() * (word.length - 2));
    return `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
  };
  const repeated = (make: () => string, length = 2000): string => {
    let text = '';
    while (text.length < length) text += make();
    return text.slice(0, length);
  };
  const sentences = (make: () => string): string =>
    `${Array.from({ length: 8 }, () => repeated(make, 240)).join('. ')}?`;
  const makers: Readonly<Record<string, () => string>> = {
    'unknown words of 3 letters': () => `${letters(3)} `,
    'unknown words of 8 letters': () => `${letters(8)} `,
    'unknown words of 12 letters': () => `${letters(12)} `,
    'unknown words of 40 letters': () => `${letters(40)} `,
    'words with one mistake': () => `${swapped(one(long))} `,
    'words with two mistakes': () => `${swapped(swapped(one(long)))} `,
    'words cut short': () => `${one(long).slice(0, 5)} `,
    'words that begin as known ones': () => `${one(long).slice(0, 6)}${letters(6)} `,
    'known words': () => `${one(long)} `,
    examples: () => `${one(examples)} `,
  };
  return [
    ['one word of 2,000 letters', letters(2000)],
    ['one letter 2,000 times', 'a'.repeat(2000)],
    ['emojis', '😀'.repeat(1000)],
    ['accents without letters', `e${'\u0301'.repeat(1999)}`],
    ['digits', repeated(() => `${Math.floor(next() * 1e6)} `)],
    ['half an address', 'a.b@'.repeat(500)],
    ['apostrophes', "l'".repeat(1000)],
    ['chat spelling', 'xké nn cmq '.repeat(182)],
    ['requests for help', 'please help me to '.repeat(111)],
    ...Object.entries(makers).map(([what, make]) => [what, repeated(make)] as const),
    ...Object.entries(makers).map(([what, make]) => [`8 sentences of ${what}`, sentences(make)] as const),
  ];
}
