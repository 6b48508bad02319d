import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

/*
 * One plain script made of a module and all that it imports, for pages of others: `<script src async>` takes no module, and each file
 * more is a round trip before the bubble is there. Each module stays in a scope of its own. Only what our own code uses is
 * understood: imports and exports by name, no cycles; anything else is an error at the start.
 */

/** The script; its types, comments and indentation are left out. */
export function bundle(entry: URL): string {
  const names = new Map<string, string>();
  const parts: string[] = [];
  add(entry, names, parts, []);
  return `(() => {\n'use strict';\n${parts.join('\n')}\n})();\n`;
}

function add(file: URL, names: Map<string, string>, parts: string[], within: readonly string[]): string {
  const known = names.get(file.href);
  if (known !== undefined) return known;
  if (within.includes(file.href)) throw new Error(`${file.pathname} imports itself, by way of others. Take it apart.`);
  const imported = stripTypeScriptTypes(readFileSync(file, 'utf8')).replaceAll(
    /^import\s*\{([^}]*)\}\s*from\s*'(\.{1,2}\/[^']+)';/gm,
    (_, what: string, to: string) =>
      `const {${what.replaceAll(' as ', ': ')}} = ${add(new URL(to, file), names, parts, [...within, file.href])};`,
  );
  const exported: string[] = [];
  const code = imported.replaceAll(
    /^export ((?:async )?(?:function|const|class)) (\w+)/gm,
    (_, kind: string, name: string) => {
      exported.push(name);
      return `${kind} ${name}`;
    },
  );
  const strange = /^(?:import|export)\b.*$/m.exec(code);
  if (strange !== null)
    throw new Error(`${file.pathname}: "${strange[0]}" can't be bundled. Import and export by name.`);
  const name = `m${names.size}`;
  names.set(file.href, name);
  parts.push(`const ${name} = (() => {\n${smaller(code)}\nreturn { ${exported.join(', ')} };\n})();`);
  return name;
}

/** Our style has comments on lines of their own, and no text in which a line could look like one. */
function smaller(code: string): string {
  return code
    .replaceAll(/^\s*\/\*[\s\S]*?\*\/\s*$/gm, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/^[ \t]+/gm, '')
    .replaceAll(/\n{2,}/g, '\n');
}
