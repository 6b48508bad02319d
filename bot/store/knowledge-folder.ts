import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

import type { Fault } from '../content/finding.ts';
import { wholeFile, type Place, type Problem } from '../content/problem.ts';
import type { SourceFile } from '../content/yaml-file.ts';
import type { KnowledgeFiles, KnowledgeSource } from '../service/ports.ts';

/*
 * The knowledge as files: <root>/faq/*.yaml and <root>/intents/*.yaml. Changes are found by looking at the folder again and
 * again, which costs some twenty system calls and, unlike the notices of the operating system, also works on network
 * drives and in containers, and with editors that replace a file or a checkout that replaces the folder.
 */

const folders = ['faq', 'intents'] as const;

/** Bytes that a file may have; the largest set that was ever measured has half a million. */
const maxBytes = 5_000_000;

/** Reads and watches a knowledge folder; a change is told when two looks, `every` milliseconds apart, see the same. */
export function knowledgeFolder(root: string, every = 400): KnowledgeSource {
  let known = '';
  return {
    read: async () => {
      known = await fingerprint(root);
      return await readFolder(root);
    },
    watch: (changed) => {
      let last = known;
      let ended = false;
      let timer = setTimeout(() => void look(), every).unref();
      async function look() {
        const now = await fingerprint(root);
        if (ended) return;
        if (now !== known && now === last) {
          known = now;
          changed();
        }
        last = now;
        timer = setTimeout(() => void look(), every).unref();
      }
      return () => {
        ended = true;
        clearTimeout(timer);
      };
    },
  };
}

async function readFolder(root: string): Promise<KnowledgeFiles> {
  const listings = await Promise.all(folders.map((folder) => list(root, folder)));
  const missing = listings.filter((listing) => listing.kind === 'missing');
  if (missing.length === folders.length) return { files: [], problems: [folderMissing(root)] };
  const files: SourceFile[] = [];
  const problems: Problem[] = listings.flatMap((listing) => (listing.kind === 'failed' ? [listing.problem] : []));
  for (const path of listings.flatMap((listing) => (listing.kind === 'listed' ? listing.paths : []))) {
    const read = isMisplaced(path) ? misplaced(path) : await readSource(root, path);
    if ('code' in read) problems.push(read);
    else files.push(read);
  }
  return { files, problems };
}

type Listing =
  | { readonly kind: 'listed'; readonly paths: readonly string[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Paths of YAML files under a folder, with `/`; hidden files and folders are an editor's or a container's own. */
async function list(root: string, folder: string): Promise<Listing> {
  try {
    const found = await readdir(join(root, folder), { recursive: true });
    const paths = found
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\.ya?ml$/i.test(path) && !path.split('/').some((part) => part.startsWith('.')));
    return { kind: 'listed', paths: paths.toSorted() };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { kind: 'missing' };
    return { kind: 'failed', problem: unreadable(folder, error) };
  }
}

async function readSource(root: string, path: string): Promise<SourceFile | Problem> {
  try {
    const { size } = await stat(join(root, path));
    if (size > maxBytes) return tooLarge(path, size);
    const bytes = await readFile(join(root, path));
    const text = bytes.toString('utf8');
    const again = Buffer.from(text);
    if (!again.equals(bytes)) return notUtf8(path, bytes, again, text);
    return { path, text };
  } catch (error) {
    return unreadable(path, error);
  }
}

/** What tells two states of the folder apart without reading the files. */
async function fingerprint(root: string): Promise<string> {
  const listings = await Promise.all(folders.map((folder) => list(root, folder)));
  const paths = listings.flatMap((listing) => (listing.kind === 'listed' ? listing.paths : [listing.kind]));
  const facts = await Promise.all(
    paths.map(async (path) => {
      const found = await stat(join(root, path)).catch(() => undefined);
      return [path, found?.ino, found?.size, found?.mtimeMs, found?.ctimeMs].join(' ');
    }),
  );
  return facts.join('\n');
}

function isMisplaced(path: string): boolean {
  return !/^[^/]+\/[^/]+\.yaml$/.test(path);
}

function misplaced(path: string): Problem {
  const [folder = ''] = path.split('/');
  const right = `${folder}/${basename(path).replace(/\.ya?ml$/i, '')}.yaml`;
  const message = { it: 'Il file non è dove si leggono le voci.', en: 'The file is not where entries are read.' };
  const help = { it: `Rinominalo o spostalo in ${right}.`, en: `Rename or move it to ${right}.` };
  return problem(path, { code: 'file-misplaced', message, help });
}

function folderMissing(root: string): Problem {
  const message = {
    it: `In ${root} non c’è né faq/ né intents/.`,
    en: `There is neither faq/ nor intents/ in ${root}.`,
  };
  const help = {
    it: 'Indica la cartella che li contiene con --knowledge o KNOWLEDGE_DIR.',
    en: 'Name the folder that holds them with --knowledge or KNOWLEDGE_DIR.',
  };
  return problem('.', { code: 'folder-missing', message, help });
}

function tooLarge(path: string, size: number): Problem {
  const message = {
    it: `Il file ha ${size} byte; se ne leggono ${maxBytes} al massimo.`,
    en: `The file has ${size} bytes; ${maxBytes} is the most that is read.`,
  };
  const help = {
    it: 'Dividilo in più file, uno per argomento.',
    en: 'Divide it into several files, one for each topic.',
  };
  return problem(path, { code: 'file-too-large', message, help });
}

function unreadable(path: string, error: unknown): Problem {
  const code = codeOf(error);
  const message = {
    it: `Il file non si può leggere (${code ?? 'motivo sconosciuto'}).`,
    en: `The file cannot be read (${code ?? 'unknown reason'}).`,
  };
  const help = {
    it: 'Dai all’utente con cui gira Sportello il permesso di leggerlo, o togli il file.',
    en: 'Give the user that runs Sportello the right to read it, or remove it.',
  };
  return problem(path, { code: 'file-unreadable', message, help });
}

/** Bytes that are not UTF-8 do not survive being read and written again; the first that changes is the first bad one. */
function notUtf8(path: string, bytes: Buffer, again: Buffer, text: string): Problem {
  const at = bytes.findIndex((byte, index) => byte !== again[index]);
  const before = bytes.subarray(0, at).toString('utf8').split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  const sourceLine = (text.split('\n')[before.length - 1] ?? '').replace(/\r$/, '');
  const place = { line: before.length, column, endColumn: column + 1, sourceLine };
  const message = { it: 'Il file non è salvato in UTF-8.', en: 'The file is not saved as UTF-8.' };
  const help = {
    it: 'Salvalo di nuovo con la codifica UTF-8.',
    en: 'Save it again with the encoding UTF-8.',
  };
  return problem(path, { code: 'not-utf8', message, help }, place);
}

function problem(file: string, fault: Fault, place: Place = wholeFile): Problem {
  return { file, ...fault, ...place };
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
