import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { appPackage } from '../channels/teams/app-package.ts';
import type { AppFacts } from '../channels/teams/manifest.ts';
import { readConfig } from '../config.ts';
import { parseKnowledge } from '../content/parse.ts';
import { printProblem } from '../content/problem.ts';
import { knownIntents, type Knowledge } from '../domain/knowledge.ts';
import type { Localized } from '../domain/language.ts';
import { knowledgeFolder } from '../store/knowledge-folder.ts';
import { writeAskedFile } from './asked-file.ts';
import type { Output } from './output.ts';

const help = `Usage: npx sportello teams-package --url https://care.example [--out sportello-teams.zip] [--name Aurora]
         [--app-id GUID] [--version 1.0.0] [--privacy URL] [--terms URL] [--knowledge DIR]

Makes the app package that is uploaded to Microsoft Teams: docs/teams.md tells where. --url is how customers reach Sportello
(default: PUBLIC_URL), --app-id the app id of the Azure Bot (default: MicrosoftAppId), --name the bot's name (default: as in
intents/bot.yaml), --version that of the package, to be raised with each upload (default: Sportello's own), --privacy and --terms
the addresses of your privacy notice and terms of use (default: the page of --url).`;

const options = {
  url: { type: 'string' },
  out: { type: 'string', default: 'sportello-teams.zip' },
  name: { type: 'string' },
  'app-id': { type: 'string' },
  version: { type: 'string' },
  privacy: { type: 'string' },
  terms: { type: 'string' },
  knowledge: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Writes the app package for Microsoft Teams. */
export async function teamsPackage(args: readonly string[], out: Output): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  if (values.help) {
    out.line(help);
    return 0;
  }
  const config = readConfig(process.env);
  const knowledge = await readKnowledge(values.knowledge ?? config.KNOWLEDGE_DIR, out);
  if (knowledge === undefined) return 1;
  const url = originOf(values.url ?? config.PUBLIC_URL);
  const facts: AppFacts = {
    appId: guid(values['app-id'] ?? config.MicrosoftAppId),
    version: versionOf(values.version ?? ownVersion()),
    url,
    privacyUrl: pageOf('--privacy', values.privacy ?? url),
    termsUrl: pageOf('--terms', values.terms ?? url),
    name: nameOf(values.name ?? knowledge.botName),
    shop: knowledge.shopName,
    commands: commandsOf(knowledge),
  };
  const path = resolve(values.out);
  await writeAskedFile(path, appPackage(facts));
  out.line(`${path}: ${facts.name} ${facts.version}, messages to ${url}/api/messages.`);
  if (values.privacy === undefined || values.terms === undefined) {
    out.line(
      'Privacy notice and terms of use point to the page of --url; name your own with --privacy and --terms before you publish it.',
    );
  }
  return 0;
}

async function readKnowledge(folder: string, out: Output): Promise<Knowledge | undefined> {
  const { files, problems } = await knowledgeFolder(folder).read();
  const parsed = parseKnowledge(files, problems);
  if (parsed.ok) return parsed.value;
  for (const problem of parsed.problems) out.error(`${printProblem(problem, out.language)}\n`);
  out.error(`The knowledge in ${folder} has problems; mend them and try again.`);
  return undefined;
}

/** What the bot does at any time, in the editors' own words, which it understands for sure. */
function commandsOf({ entries }: Knowledge): readonly Localized<string>[] {
  const wanted: readonly string[] = [knownIntents.person, knownIntents.restart, knownIntents.complaint];
  return wanted.flatMap((id) => {
    const { it, en } = entries.find((entry) => entry.id === id)?.texts ?? {};
    return it === undefined || en === undefined ? [] : [{ it: it.question, en: en.question }];
  });
}

function originOf(value: string | undefined): string {
  if (value === undefined) throw new Error('Say how customers reach Sportello: --url https://care.example.');
  const url = URL.parse(value);
  if (url?.protocol !== 'https:' || url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new Error(
      `--url is "${value}"; Teams reaches https addresses only, such as https://care.example, without a path.`,
    );
  }
  return url.origin;
}

function pageOf(option: string, value: string): string {
  if (URL.parse(value)?.protocol !== 'https:') {
    throw new Error(`${option} is "${value}"; it must be an https address.`);
  }
  return value;
}

function guid(value: string): string {
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)) return value.toLowerCase();
  throw new Error(
    value === ''
      ? 'Teams needs the app id of your Azure Bot: set MicrosoftAppId, or give --app-id. docs/teams.md tells where it is shown.'
      : `The app id "${value}" is no GUID such as 00000000-0000-0000-0000-000000000000; copy it from the Azure Bot's configuration.`,
  );
}

function versionOf(value: string): string {
  if (/^(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){2}$/.test(value)) return value;
  throw new Error(`--version is "${value}"; it must be three numbers such as 1.0.0.`);
}

function nameOf(value: string): string {
  const name = value.trim();
  if (name !== '' && name.length <= 30) return name;
  throw new Error(`The name "${value}" has ${name.length} characters; Teams shows 1 to 30. Give another with --name.`);
}

function ownVersion(): string {
  const manifest = readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
