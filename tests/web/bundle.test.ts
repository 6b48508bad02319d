import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { bundle } from '../../bot/web/bundle.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sportello-bundle-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function bundled(files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return bundle(pathToFileURL(join(folder, 'main.ts')));
}

test('modules become one script in which each keeps its names to itself', () => {
  const script = bundled({
    'main.ts': `import { double, factor as times } from './double.ts';\nimport { name } from './name.ts';\nconst own: number = 21;\nsaid.push(name, double(own), times);`,
    'double.ts': `import { name } from './name.ts';\n/** Twice. */\nexport const factor = 2;\nconst own = 0;\nexport function double(value: number): number {\n  said.push(name);\n  return value * factor + own;\n}`,
    'name.ts': `// Read once.\nsaid.push('read');\nexport const name = 'https://a.example';`,
  });
  const said: unknown[] = [];
  runInNewContext(script, { said });
  expect(said).toEqual(['read', 'https://a.example', 'https://a.example', 42, 2]);
  expect(script).not.toMatch(/Twice|Read once|number/);
});

test('what cannot be bundled is told at the start', () => {
  expect(() => bundled({ 'main.ts': `export default 1;` })).toThrow(/main\.ts: "export default 1;" can't be bundled/);
  expect(() => bundled({ 'main.ts': `import { a } from './a.ts';`, 'a.ts': `import { b } from './main.ts';` })).toThrow(
    'imports itself',
  );
});

test('the bubble takes less than 10 kB until it is opened', () => {
  const widget = bundle(new URL('../../bot/web/widget/client/widget.ts', import.meta.url));
  expect(gzipSync(widget, { level: 6 }).length).toBeLessThan(10_000);
});
