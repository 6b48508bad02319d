import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';

import { readIdentity } from '../../bot/channels/directline/identity.ts';

/* What docs/widget.*.md tell is true of the code. */

const root = resolve(import.meta.dirname, '../..');
const secret = 'a secret of thirty-two characters';
const customer = { id: '4711', name: 'Anna Però', email: 'anna@shop.example' };
const hasPython = spawnSync('python3', ['--version']).status === 0;

describe.each(['en', 'it'])('docs/widget.%s.md', (language) => {
  const text = page(language);

  test('signs in Node as Sportello reads it', () => {
    const code = block(text, 'js', 'function identity').replace(/^import .*$/m, '');
    const context = { createHmac, Buffer, customer, secret };
    const signed = runInNewContext(`${code}; identity(customer, secret)`, context) as string;
    expect(readIdentity(signed, secret, Date.now())).toEqual({ kind: 'signed', identity: customer, expired: false });
  });

  test('tells every attribute that the line takes, and no other', () => {
    const code = readFileSync(resolve(root, 'bot/web/widget/client/options.ts'), 'utf8');
    const read = [...code.matchAll(/const \{([^}]*)\} = tag\.dataset|greetingOf\(\{([^}]*)\}/g)].flatMap((found) =>
      `${found[1] ?? found[2]}`
        .split(',')
        .map((name) => `data-${name.trim().replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`),
    );
    const told = [...text.matchAll(/^\| `(data-[a-z-]+)`/gm)].map((found) => found[1]);
    expect(new Set(told)).toEqual(new Set(read));
  });
});

// Where there is no Python there is nothing to try it with.
test.runIf(hasPython)('docs/widget.en.md signs in Python as Sportello reads it', () => {
  const code = `${block(page('en'), 'python', 'def identity')}\nprint(identity(${JSON.stringify(customer)}, ${JSON.stringify(secret)}))`;
  const signed = spawnSync('python3', ['-'], { input: code, encoding: 'utf8' }).stdout.trim();
  expect(readIdentity(signed, secret, Date.now())).toEqual({ kind: 'signed', identity: customer, expired: false });
});

function page(language: string): string {
  return readFileSync(resolve(root, `docs/widget.${language}.md`), 'utf8');
}

/** The code of a kind that holds these words. */
function block(text: string, kind: string, marked: string): string {
  const blocks = [...text.matchAll(new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    (found) => found[1] ?? '',
  );
  return blocks.find((code) => code.includes(marked)) ?? '';
}
