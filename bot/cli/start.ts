import { parseArgs } from 'node:util';

import { readConfig, type Config } from '../config.ts';
import { createLog } from '../service/log.ts';
import { beginOpening } from '../opening.ts';
import { systemClock } from '../service/clock.ts';
import type { Sportello } from '../sportello.ts';
import type { Output } from './output.ts';

const help = `Usage: npx sportello start

Serves the chat, the FAQ, the desk and Bot Framework until it is stopped (Ctrl+C). Settings come from the environment or
from a file .env; .env.example lists them. The log is on standard error, a JSON object a line.`;

/** Starts, says where to go, and resolves when a signal has ended it. */
export async function start(args: readonly string[], out: Output): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    out.line(help);
    return 0;
  }
  const config = readConfig(process.env);
  const log = createLog(out.error, Date.now);
  const opening = beginOpening(config, log);
  const { startSportello } = await import('../sportello.ts');
  const sportello = await startSportello(config, log, systemClock, opening);
  out.line(whereToGo(sportello, config));
  await stopped();
  out.line('Stopping: requests that are under way end first.');
  await sportello.close();
  return 0;
}

function whereToGo({ url, firstLink }: Sportello, config: Config): string {
  const desk =
    firstLink === undefined
      ? `  Desk      ${url}/desk   where your people sign in and answer`
      : `  Desk      ${firstLink}\n            open this link once, within 24 hours, to make the first account; after that ${url}/desk`;
  const framework =
    config.MicrosoftAppId === ''
      ? '  Teams     not connected: no MicrosoftAppId, so /api/messages serves programs on this machine only'
      : `  Teams     ${config.PUBLIC_URL ?? url}/api/messages`;
  return [
    'Sportello is ready.',
    '',
    `  Shop      ${url}/        the demo shop, with the chat bubble`,
    `  Chat      ${url}/chat    the chat on a page of its own`,
    `  FAQ       ${url}/faq     all answers, to read and check`,
    desk,
    framework,
    '',
    '  Stop it with Ctrl+C. Everything said is kept in ' + config.DATABASE_URL,
  ].join('\n');
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
