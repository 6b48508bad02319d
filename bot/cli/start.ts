import { parseArgs } from 'node:util';

import { readConfig, type Config } from '../config.ts';
import { createLog } from '../service/log.ts';
import { beginOpening } from '../opening.ts';
import { systemClock } from '../service/clock.ts';
import type { Sportello } from '../sportello.ts';
import type { Localized } from '../domain/language.ts';
import type { Output } from './output.ts';

const help: Localized<string> = {
  it: `Uso: npx sportello start

Serve la chat, le FAQ, lo sportello e Bot Framework finché non lo si ferma (Ctrl+C). Le impostazioni vengono dall'ambiente o
da un file .env; .env.example le elenca. Il log è sullo standard error, un oggetto JSON per riga.`,
  en: `Usage: npx sportello start

Serves the chat, the FAQ, the desk and Bot Framework until it is stopped (Ctrl+C). Settings come from the environment or
from a file .env; .env.example lists them. The log is on standard error, a JSON object a line.`,
};

/** Starts, says where to go, and resolves when a signal has ended it. */
export async function start(args: readonly string[], out: Output): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    out.line(help[out.language]);
    return 0;
  }
  const config = readConfig(process.env);
  const log = createLog(out.error, Date.now);
  const opening = beginOpening(config, log);
  const { startSportello } = await import('../sportello.ts');
  const sportello = await startSportello(config, log, systemClock, opening);
  out.line(whereToGo(sportello, config));
  await stopped();
  out.line(texts[out.language].stopping);
  await sportello.close();
  return 0;
}

function whereToGo({ url, firstLink }: Sportello, { CLI_LANGUAGE, ...config }: Config): string {
  const words = texts[CLI_LANGUAGE];
  const rows: readonly (readonly [name: string, address: string, what: string])[] = [
    [words.shop, `${url}/`, words.demo],
    ['Chat', `${url}/chat`, words.chat],
    ['FAQ', `${url}/faq`, words.answers],
  ];
  const desk = firstLink === undefined ? `${url}/desk   ${words.signIn}` : `${firstLink}\n${words.once(`${url}/desk`)}`;
  return [
    words.ready,
    '',
    ...rows.map(([name, address, what]) => `  ${name.padEnd(9)} ${address.padEnd(url.length + 8)} ${what}`),
    `  ${words.desk.padEnd(9)} ${desk}`,
    `  ${'Teams'.padEnd(9)} ${config.MicrosoftAppId === '' ? words.noTeams : `${config.PUBLIC_URL ?? url}/api/messages`}`,
    `  ${'Telegram'.padEnd(9)} ${telegramIn(config.TELEGRAM_BOT_TOKEN, words)}`,
    '',
    `  ${words.stop(config.DATABASE_URL)}`,
  ].join('\n');
}

/** The number of a bot is the first part of its token, and no secret. */
function telegramIn(token: string | undefined, words: (typeof texts)['it' | 'en']): string {
  return token === undefined ? words.noTelegram : words.telegram(token.split(':')[0] ?? '');
}

const texts = {
  it: {
    ready: 'Sportello è pronto.',
    shop: 'Negozio',
    demo: 'il negozio di prova, con la bolla della chat',
    chat: 'la chat su una pagina sua',
    answers: 'tutte le risposte, da leggere e controllare',
    desk: 'Sportello',
    signIn: 'dove i tuoi operatori entrano e rispondono',
    once: (desk: string) =>
      `            apri questo link una volta, entro 24 ore, per creare il primo account; poi ${desk}`,
    noTeams: 'non collegato: senza MicrosoftAppId, /api/messages serve solo i programmi di questa macchina',
    telegram: (bot: string) => `acceso, come bot ${bot}; se Telegram non lo accetta lo dicono il registro e il banco`,
    noTelegram: 'non collegato: manca TELEGRAM_BOT_TOKEN',
    stop: (database: string) => `Si ferma con Ctrl+C. Tutto ciò che si dice è conservato in ${database}`,
    stopping: 'Mi fermo: prima finiscono le richieste in corso.',
  },
  en: {
    ready: 'Sportello is ready.',
    shop: 'Shop',
    demo: 'the demo shop, with the chat bubble',
    chat: 'the chat on a page of its own',
    answers: 'all answers, to read and check',
    desk: 'Desk',
    signIn: 'where your people sign in and answer',
    once: (desk: string) =>
      `            open this link once, within 24 hours, to make the first account; after that ${desk}`,
    noTeams: 'not connected: no MicrosoftAppId, so /api/messages serves programs on this machine only',
    telegram: (bot: string) => `on, as bot ${bot}; should Telegram not take it, the log and the desk say so`,
    noTelegram: 'not connected: no TELEGRAM_BOT_TOKEN',
    stop: (database: string) => `Stop it with Ctrl+C. Everything said is kept in ${database}`,
    stopping: 'Stopping: requests that are under way end first.',
  },
} as const;

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
