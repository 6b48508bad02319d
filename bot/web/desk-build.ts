import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Assets } from './assets.ts';

/* The desk's pages are built before the server starts, into dist/desk, with a manifest of what begins with what. */

const folder = new URL('../../dist/desk/', import.meta.url);

/** What a document of the desk begins with, as addresses. */
export interface DeskBuild {
  readonly script: string;
  /** Modules that the script imports, for the browser to fetch at the same time. */
  readonly imports: readonly string[];
  readonly styles: readonly string[];
}

/** One file of Vite's manifest, by the name of its source. */
interface Chunk {
  readonly file: string;
  /** Names of other chunks. */
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/** Takes all files of the build into what is served; throws when there is none. */
export function deskBuild(assets: Assets): DeskBuild {
  const { scripts, styles } = filesOfDesk(['main.tsx']);
  const files = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  const addresses = new Map(files.map(({ name }) => [name, assets.addBuilt(new URL(name, folder))]));
  const addressOf = (file: string) => {
    const address = addresses.get(file);
    if (address === undefined) throw new Error(missing(`${file} is not there`));
    return address;
  };
  const [script = '', ...imports] = scripts.map(addressOf);
  return { script, imports, styles: styles.map(addressOf) };
}

/** The files that a browser fetches for these sources of desk-app/, those of the first source first; throws when the desk was not built. */
export function filesOfDesk(sources: readonly string[]): { scripts: readonly string[]; styles: readonly string[] } {
  const manifest = readManifest();
  const found = new Set<Chunk>();
  const take = (name: string) => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(missing(`its manifest has no ${name}`));
    if (found.has(chunk)) return;
    found.add(chunk);
    chunk.imports?.forEach(take);
  };
  sources.forEach(take);
  const chunks = [...found];
  return {
    scripts: chunks.map(({ file }) => file),
    styles: [...new Set(chunks.flatMap(({ css = [] }) => css))],
  };
}

function readManifest(): Readonly<Record<string, Chunk>> {
  const file = new URL('.vite/manifest.json', folder);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Chunk>;
  } catch (error) {
    throw new Error(missing(`${fileURLToPath(file)} cannot be read`), { cause: error });
  }
}

function missing(why: string): string {
  return `The pages of the desk are not built: ${why}. Run: npm run build`;
}
