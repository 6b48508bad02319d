import { fileURLToPath } from 'node:url';

/** Where SQLite keeps the data that a DATABASE_URL names: a path, or `:memory:`. Throws for what is not supported. */
export function locationOf(databaseUrl: string): string {
  const path = /^file:(?!\/\/)(.+)$/s.exec(databaseUrl)?.[1];
  if (databaseUrl.startsWith('file://')) return fromUrl(databaseUrl);
  if (path === undefined || path.includes('?') || path.includes('\0')) throw unsupported(databaseUrl);
  return path;
}

function fromUrl(databaseUrl: string): string {
  try {
    return fileURLToPath(databaseUrl);
  } catch (error) {
    throw unsupported(databaseUrl, error);
  }
}

/** Says the scheme only: what follows it may hold a password. */
function unsupported(databaseUrl: string, cause?: unknown): Error {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(databaseUrl)?.[0];
  const what = scheme === undefined ? 'has no scheme' : `begins with "${scheme}" and cannot be used`;
  return new Error(
    `DATABASE_URL ${what}. Supported is SQLite: "file:" and the path of a file, such as file:data/sportello.db ` +
      '(without options), or file::memory: to keep nothing.',
    { cause },
  );
}
