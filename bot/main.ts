import { existsSync } from 'node:fs';

import type { Output } from './cli/output.ts';

/*
 * The command line: each command is one file in cli/, loaded only when it is called, so that `ask` does not wait for the
 * web server's libraries.
 */

type Command = (args: readonly string[], out: Output) => Promise<number>;

const commands: Record<string, { readonly does: string; readonly load: () => Promise<Command> }> = {
  start: { does: 'serve customers and agents', load: async () => (await import('./cli/start.ts')).start },
  check: { does: 'find mistakes in faq/ and intents/', load: async () => (await import('./cli/check.ts')).check },
  ask: { does: 'ask a question and see the answer and why', load: async () => (await import('./cli/ask.ts')).ask },
  test: { does: 'run the tests written in faq/ and intents/', load: async () => (await import('./cli/test.ts')).test },
  eval: { does: 'measure the matching on a file of cases', load: async () => (await import('./cli/eval.ts')).evaluate },
  calibrate: {
    does: 'propose the thresholds for a wanted precision',
    load: async () => (await import('./cli/calibrate.ts')).calibrate,
  },
  hours: {
    does: 'explain the opening hours at a time',
    load: async () => (await import('./cli/hours.ts')).hours,
  },
  export: {
    does: 'write ratings or conversations as CSV or JSON',
    load: async () => (await import('./cli/export.ts')).exportFigures,
  },
  report: { does: 'print the satisfaction figures', load: async () => (await import('./cli/report.ts')).report },
  account: {
    does: 'make, list and disable the accounts of the desk',
    load: async () => (await import('./cli/account.ts')).account,
  },
  schema: {
    does: 'write the JSON Schemas that editors complete by',
    load: async () => (await import('./cli/schema.ts')).schema,
  },
  'teams-package': {
    does: 'make the app package for Microsoft Teams',
    load: async () => (await import('./cli/teams-package.ts')).teamsPackage,
  },
};

const terminal: Output = {
  line: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
};

loadDotEnv();
process.exitCode = await run(process.argv.slice(2));

/** Variables that are set already win over those of the file. */
function loadDotEnv(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

async function run([name, ...args]: readonly string[]): Promise<number> {
  const command = name === undefined || name.startsWith('-') ? undefined : commands[name];
  if (command === undefined) {
    const asked = name === undefined || name === '--help' || name === '-h';
    if (!asked) terminal.error(`sportello has no command "${name}".`);
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
  const lines = Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(13)} ${does}`);
  return ['Usage: npx sportello <command>', '', ...lines, '', 'Each command says more with --help.'].join('\n');
}
