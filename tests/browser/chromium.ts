import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/* One browser for every test and script: CHROMIUM_PATH, else an installed Chromium or Chrome, else the one in node_modules. */

/** Starts a headless Chromium that fetches nothing for itself; who starts it closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { path, env } = findChromium();
  return await chromium.launch({ executablePath: path, args: [...flags], env: { ...environment(), ...env } });
}

interface Found {
  readonly path: string;
  /** What this browser needs in its environment. */
  readonly env: Readonly<Record<string, string>>;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
] as const;

/** Finds the browser; throws when CHROMIUM_PATH leads nowhere. */
export function findChromium(): Found {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named))
      throw new Error(`CHROMIUM_PATH is ${named}, and there is no such file. Correct it or unset it.`);
    return { path: named, env: {} };
  }
  const installed = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
    .flatMap((name) => (process.env['PATH'] ?? '').split(':').map((folder) => join(folder, name)))
    .concat('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
    .find((path) => existsSync(path));
  return installed === undefined ? packaged() : { path: installed, env: {} };
}

/** The browser of @sparticuz/chromium, unpacked once a version into the temporary folder. */
function packaged(): Found {
  const folder = join(tmpdir(), `sportello-chromium-${packageVersion()}`);
  if (!existsSync(folder)) unpack(folder);
  const path = join(folder, 'chromium');
  const env = { FONTCONFIG_PATH: join(folder, 'fonts') };
  return lacksLibraries(path)
    ? { path, env: { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } }
    : { path, env };
}

function packageVersion(): string {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const manifest = JSON.parse(readFileSync(join(dirname(main), '..', '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

/**
 * Unpacks beside and renames, so that test files that start together never see half a browser. The package unpacks its
 * libraries (libnss3 and others) only where it believes itself on Amazon Linux, so it is told so, in a process of its own.
 */
function unpack(folder: string): void {
  const beside = mkdtempSync(`${folder}-`);
  try {
    execFileSync(
      process.execPath,
      ['--input-type=module', '-e', "await (await import('@sparticuz/chromium')).default.executablePath()"],
      {
        cwd: import.meta.dirname,
        env: { ...environment(), TMPDIR: beside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    writeFileSync(join(beside, 'fonts', 'fonts.conf'), fontsIn(folder));
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** The machine's fonts first; the package's own font is all that a bare machine has. */
function fontsIn(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

function lacksLibraries(path: string): boolean {
  try {
    return execFileSync('ldd', [path], { encoding: 'utf8' }).includes('not found');
  } catch {
    return true;
  }
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
