import { z } from 'zod';

import { languageOf, languages, type Language } from './domain/language.ts';
import { roles } from './domain/role.ts';
import { isAllowedOrigin } from './service/allowed-origins.ts';
import { mailAddress, smtpServer } from './mail-config.ts';

/*
 * Every environment variable that Sportello reads, with its meaning and default. Nothing else in the project looks at the
 * environment, but for SPORTELLO_PASSWORD in cli/account.ts. .env.example and docs/operator.*.md list the same names; a test compares them.
 */

function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error });
}

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');
const origin = z.string().refine((value) => URL.canParse(value) && new URL(value).origin === value, {
  error: 'must be an origin such as https://shop.example, without a path or a slash at the end',
});
const origins = z
  .string()
  .transform((value) => value.split(',').map((each) => each.trim()))
  .pipe(
    z.array(
      z.string().refine(isAllowedOrigin, {
        error: 'must be origins such as https://shop.example, or https://*.shop.example for all below it',
      }),
    ),
  );

const list = z.string().transform((value) =>
  value
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== ''),
);
const roleList = list.pipe(z.array(z.enum(roles, { error: `must be of ${roles.join(', ')}, separated by commas` })));
const issuer = z.string().refine(isIssuer, {
  error: 'must be an address such as https://login.example/realm; http only for localhost',
});

const telegramToken = z.string().regex(/^\d+:[\w-]{30,}$/, {
  error: 'must be a token such as 123456789:AAF...; BotFather tells it',
});
const telegramSecret = z.string().regex(/^[\w-]{16,256}$/, {
  error: 'must have 16 to 256 letters, digits, _ or -',
});
const root = z.string().refine((value) => /^https?:$/.test(URL.parse(value)?.protocol ?? '') && !value.endsWith('/'), {
  error: 'must be an address such as http://127.0.0.1:8081, without a slash at the end',
});

const cliLanguage = z.enum(languages).default(() => languageOf(Intl.DateTimeFormat().resolvedOptions().locale) ?? 'en');

export const variables = z.object({
  /** TCP port of everything. 0 = a free one. */
  PORT: wholeNumber(0, 65_535).default(3978),
  /** Address to listen on; default: all. */
  HOST: z.string().optional(),
  /** Where conversations are kept. */
  DATABASE_URL: z.string().default('file:data/sportello.db'),
  /** The folder that holds faq/ and intents/. */
  KNOWLEDGE_DIR: z.string().default('.'),
  /** The language of the command line; default: the system's, where Sportello speaks it, else English. */
  CLI_LANGUAGE: cliLanguage,
  /** How customers reach Sportello, behind a proxy; default: as the request says. */
  PUBLIC_URL: origin.optional(),
  /** 1 when a proxy in front sets X-Forwarded-For and X-Forwarded-Proto. */
  TRUST_PROXY: flag.default(false),
  /** Other sites that may show the chat, separated by commas; `https://*.shop.example` for all below a domain. */
  ALLOWED_ORIGINS: origins.default([]),
  /** What shops sign their customers' identities with; without it every identity is refused. */
  WIDGET_SECRET: z.string().min(32, { error: 'must have 32 characters or more' }).optional(),
  /** Web chats that one address may begin in a minute. */
  CHATS_PER_MINUTE: wholeNumber(1, 1_000_000).default(60),
  /** Messages that one web chat may send in a minute. */
  MESSAGES_PER_MINUTE: wholeNumber(1, 1_000_000).default(60),
  /** Bearer token with which /metrics may be read from another machine. */
  METRICS_TOKEN: z.string().min(16, { error: 'must have 16 characters or more' }).optional(),
  /** The mail server by which tickets are answered; without it the desk gives the text to copy. */
  SMTP_URL: smtpServer.optional(),
  /** In whose name mail is sent; needed with SMTP_URL. */
  MAIL_FROM: mailAddress.optional(),
  /** Where customers' replies go; default: MAIL_FROM. */
  MAIL_REPLY_TO: mailAddress.optional(),
  /** The standard settings of a Bot Framework bot; without an app id, /api/messages serves this machine only. */
  MicrosoftAppId: z.string().default(''),
  MicrosoftAppPassword: z.string().default(''),
  MicrosoftAppType: z.enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI']).default('MultiTenant'),
  MicrosoftAppTenantId: z.string().default(''),
  /** The token of a bot of Telegram, from BotFather; none = no Telegram. */
  TELEGRAM_BOT_TOKEN: telegramToken.optional(),
  /** How updates come: fetched, or brought to PUBLIC_URL. Default: brought when PUBLIC_URL is https, else fetched. */
  TELEGRAM_MODE: z.enum(['polling', 'webhook']).optional(),
  /** What Telegram sends with each update that it brings; default one that is made and kept in the database. */
  TELEGRAM_WEBHOOK_SECRET: telegramSecret.optional(),
  /** Another Bot API server than Telegram's. */
  TELEGRAM_API_ROOT: root.optional(),
  /** A provider of OpenID Connect with which one can sign in at the desk too; none = passwords only. */
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().default(''),
  OIDC_CLIENT_SECRET: z.string().default(''),
  /** What the button says after "Sign in with". */
  OIDC_NAME: z.string().max(40, { error: 'must have 40 characters or fewer' }).default('SSO'),
  /** What the provider is asked for. */
  OIDC_SCOPES: z.string().default('openid profile email'),
  /** Where the provider tells the groups; dots lead into objects. */
  OIDC_ROLES_CLAIM: z.string().default('roles'),
  /** The provider's groups that give each role, separated by commas; all empty = the desk's admins give the roles. */
  OIDC_ROLE_AGENT: list.default([]),
  OIDC_ROLE_EDITOR: list.default([]),
  OIDC_ROLE_MANAGER: list.default([]),
  OIDC_ROLE_ADMIN: list.default([]),
  /** Roles of whoever has no group that gives one; none = an admin must give them one first. */
  OIDC_DEFAULT_ROLES: roleList.default([]),
  /** Domains of e-mail addresses that are let in, separated by commas; none = all that the provider knows. */
  OIDC_DOMAINS: list.transform((all) => all.map((each) => each.toLowerCase())).default([]),
});

function isIssuer(value: string): boolean {
  const url = URL.parse(value);
  if (url === null || url.search !== '' || url.hash !== '') return false;
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
  );
}

export type Config = z.infer<typeof variables>;

/** The language of the command line, also where another setting is wrong. */
export function terminalLanguage({ CLI_LANGUAGE }: Readonly<Record<string, string | undefined>>): Language {
  const named = cliLanguage.safeParse(CLI_LANGUAGE === '' ? undefined : CLI_LANGUAGE);
  return named.success ? named.data : cliLanguage.parse(undefined);
}

/** Reads the environment; an empty variable counts as not set. Throws one error that names every wrong variable. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`These settings are wrong; mend them in the environment or in .env:\n${lines.join('\n')}`);
  }
  const config = parsed.data;
  if (config.MicrosoftAppId === '' && config.MicrosoftAppPassword !== '') {
    throw new Error('MicrosoftAppPassword is set and MicrosoftAppId is not; set both, or neither.');
  }
  if (config.TELEGRAM_MODE === 'webhook' && config.PUBLIC_URL === undefined) {
    throw new Error('TELEGRAM_MODE is webhook; set PUBLIC_URL too, or let TELEGRAM_MODE be polling.');
  }
  checkIdentity(config);
  if ((config.SMTP_URL === undefined) !== (config.MAIL_FROM === undefined)) {
    const [there, missing] = config.SMTP_URL === undefined ? ['MAIL_FROM', 'SMTP_URL'] : ['SMTP_URL', 'MAIL_FROM'];
    throw new Error(`${there} is set and ${missing} is not; set both, or neither.`);
  }
  checkOidc(config);
  return config;
}

/** A provider is set whole or not at all. */
function checkOidc({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: id,
  OIDC_CLIENT_SECRET: secret,
  OIDC_DOMAINS: domains,
}: Config): void {
  const set = [issuer ?? '', id, secret].filter((value) => value !== '').length;
  if (set !== 0 && set !== 3) {
    throw new Error(
      'Of OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET some are set and some are not; set all three, or none.',
    );
  }
  if (issuer !== undefined && new URL(issuer).hostname === 'accounts.google.com' && domains.length === 0) {
    throw new Error('OIDC_ISSUER is Google, where everybody has an account; set OIDC_DOMAINS to your own.');
  }
}

/** What each type of Azure Bot needs, before its libraries say it in their own words. */
function checkIdentity(config: Config): void {
  const { MicrosoftAppType: type, MicrosoftAppId: id, MicrosoftAppPassword: password } = config;
  if (type !== 'MultiTenant' && config.MicrosoftAppTenantId === '') {
    throw new Error(`MicrosoftAppType is ${type}; set MicrosoftAppTenantId too.`);
  }
  if (type === 'UserAssignedMSI' && (id === '' || password !== '')) {
    throw new Error(
      'MicrosoftAppType is UserAssignedMSI; set MicrosoftAppId to the client id of the managed identity, and leave MicrosoftAppPassword empty.',
    );
  }
  if (type !== 'UserAssignedMSI' && id !== '' && password === '') {
    throw new Error(
      'MicrosoftAppId is set and MicrosoftAppPassword is not; set the secret of the app registration too.',
    );
  }
}
