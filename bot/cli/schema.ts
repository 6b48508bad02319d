import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { jsonSchemas } from '../content/json-schema.ts';
import { writeAskedFile } from './asked-file.ts';
import type { Output } from './output.ts';

const help = `Usage: npx sportello schema [--to DIR]

Writes the JSON Schemas by which editors complete and check the knowledge files. Default: docs/schema of the project.`;

/** Writes the JSON Schemas of the knowledge files. */
export async function schema(args: readonly string[], out: Output): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { to: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    out.line(help);
    return 0;
  }
  const folder = values.to ?? resolve(import.meta.dirname, '../../docs/schema');
  for (const [name, content] of Object.entries(jsonSchemas())) {
    const path = join(folder, `${name}.schema.json`);
    await writeAskedFile(path, `${JSON.stringify(content, null, 2)}\n`);
    out.line(path);
  }
  return 0;
}
