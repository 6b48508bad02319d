import { randomUUID } from 'node:crypto';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { KnowledgeWriter } from '../service/ports.ts';

/*
 * A file is written beside its place and then put there in one step, so that nobody ever reads half of it and a full disk leaves the
 * old one. Its rights stay as they were.
 */

/** Paths that may be written: the files that `knowledgeFolder` reads, and no way out of the folder. */
const allowed = /^(?:faq|intents)\/[a-z0-9][a-z0-9._-]*\.yaml$/i;

/** Writes files of a knowledge folder. */
export function knowledgeWriter(root: string): KnowledgeWriter {
  return {
    async write(path, before, after) {
      if (!allowed.test(path)) throw new Error(`${path} is not a file of the knowledge: name one in faq/ or intents/.`);
      // A link stays a link: what it names is changed.
      const target = await realpath(join(root, path)).catch(() => join(root, path));
      if ((await textOf(target)) !== before) return { kind: 'changed' };
      const mode = before === '' ? undefined : (await stat(target)).mode;
      const beside = `${target}.${randomUUID()}.new`;
      try {
        const file = await open(beside, 'wx', mode);
        try {
          await file.writeFile(after);
          if (mode !== undefined) await file.chmod(mode);
          await file.sync();
        } finally {
          await file.close();
        }
        if ((await textOf(target)) !== before) return { kind: 'changed' };
        await rename(beside, target);
        return { kind: 'written' };
      } catch (error) {
        return { kind: 'unwritable', why: codeOf(error) };
      } finally {
        await rm(beside, { force: true });
      }
    },
  };
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
}
