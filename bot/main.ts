import { existsSync } from 'node:fs';

import type { Output } from './cli/output.ts';
import { terminalLanguage } from './config.ts';
import type { Localized } from './domain/language.ts';

/*
 * The command line: each command is one file in cli/, loaded only when it is called, so that `ask` does not wait for the
 * web server's libraries.
 */

type Command = (args: readonly string[], out: Output) => Promise<number>;

const commands: Record<string, { readonly does: Localized<string>; readonly load: () => Promise<Command> }> = {
  start: {
    does: { it: 'serve clienti e operatori', en: 'serve customers and agents' },
    load: async () => (await import('./cli/start.ts')).start,
  },
  check: {
    does: { it: 'trova gli errori in faq/ e intents/', en: 'find mistakes in faq/ and intents/' },
    load: async () => (await import('./cli/check.ts')).check,
  },
  ask: {
    does: { it: 'fa una domanda e mostra la risposta e il perché', en: 'ask a question and see the answer and why' },
    load: async () => (await import('./cli/ask.ts')).ask,
  },
  test: {
    does: { it: 'esegue i test scritti in faq/ e intents/', en: 'run the tests written in faq/ and intents/' },
    load: async () => (await import('./cli/test.ts')).test,
  },
  eval: {
    does: { it: 'misura il riconoscimento su un file di casi', en: 'measure the matching on a file of cases' },
    load: async () => (await import('./cli/eval.ts')).evaluate,
  },
  calibrate: {
    does: { it: 'propone le soglie per una precisione voluta', en: 'propose the thresholds for a wanted precision' },
    load: async () => (await import('./cli/calibrate.ts')).calibrate,
  },
  hours: {
    does: { it: 'spiega gli orari di apertura a una certa ora', en: 'explain the opening hours at a time' },
    load: async () => (await import('./cli/hours.ts')).hours,
  },
  export: {
    does: { it: 'esporta giudizi o conversazioni in CSV o JSON', en: 'write ratings or conversations as CSV or JSON' },
    load: async () => (await import('./cli/export.ts')).exportFigures,
  },
  report: {
    does: { it: 'stampa i dati sulla soddisfazione', en: 'print the satisfaction figures' },
    load: async () => (await import('./cli/report.ts')).report,
  },
  account: {
    does: {
      it: 'crea, elenca e disattiva gli account dello sportello',
      en: 'make, list and disable the accounts of the desk',
    },
    load: async () => (await import('./cli/account.ts')).account,
  },
  schema: {
    does: {
      it: 'scrive gli schemi JSON con cui gli editor completano',
      en: 'write the JSON Schemas that editors complete by',
    },
    load: async () => (await import('./cli/schema.ts')).schema,
  },
  'teams-package': {
    does: { it: 'crea il pacchetto dell’app per Microsoft Teams', en: 'make the app package for Microsoft Teams' },
    load: async () => (await import('./cli/teams-package.ts')).teamsPackage,
  },
};

const texts = {
  it: {
    usage: 'Uso: npx sportello <comando>',
    more: 'Ogni comando dice di più con --help.',
    unknown: (name: string) => `sportello non ha un comando "${name}".`,
  },
  en: {
    usage: 'Usage: npx sportello <command>',
    more: 'Each command says more with --help.',
    unknown: (name: string) => `sportello has no command "${name}".`,
  },
} as const;

loadDotEnv();
const terminal: Output = {
  language: terminalLanguage(process.env),
  line: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
};

// Who reads no more (`| head`) is no fault of the command, and stops no server.
for (const stream of [process.stdout, process.stderr]) stream.on('error', unlessClosed);
process.exitCode = await run(process.argv.slice(2));

/** Variables that are set already win over those of the file. */
function loadDotEnv(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

function unlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

async function run([name, ...args]: readonly string[]): Promise<number> {
  const command = name === undefined || name.startsWith('-') ? undefined : commands[name];
  if (command === undefined) {
    const asked = name === undefined || name === '--help' || name === '-h';
    if (!asked) terminal.error(texts[terminal.language].unknown(name));
    terminal[asked ? 'line' : 'error'](usage());
    return asked ? 0 : 2;
  }
  try {
    const execute = await command.load();
    return await execute(args, terminal);
  } catch (error) {
    terminal.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

function usage(): string {
  const words = texts[terminal.language];
  const lines = Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(13)} ${does[terminal.language]}`);
  return [words.usage, '', ...lines, '', words.more].join('\n');
}
