import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file that a command was asked for, and the folders above it that are missing. Rejects with a sentence that says what to do. */
export async function writeAskedFile(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`${path} cannot be written (${code}). Name another file, or mend its folder's permissions.`, {
      cause: error,
    });
  }
}
