import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { readConfig, terminalLanguage, variables } from '../bot/config.ts';
import { languages } from '../bot/domain/language.ts';
import { mailSettings } from '../bot/mail-config.ts';

const root = join(import.meta.dirname, '..');

describe('the settings', () => {
  test('have a default each, so that an empty environment starts', () => {
    const { CLI_LANGUAGE, ...config } = readConfig({});
    expect(languages).toContain(CLI_LANGUAGE);
    expect(config).toEqual({
      PORT: 3978,
      DATABASE_URL: 'file:data/sportello.db',
      KNOWLEDGE_DIR: '.',
      TRUST_PROXY: false,
      ALLOWED_ORIGINS: [],
      CHATS_PER_MINUTE: 60,
      MESSAGES_PER_MINUTE: 60,
      MicrosoftAppId: '',
      MicrosoftAppPassword: '',
      MicrosoftAppType: 'MultiTenant',
      MicrosoftAppTenantId: '',
      OIDC_CLIENT_ID: '',
      OIDC_CLIENT_SECRET: '',
      OIDC_NAME: 'SSO',
      OIDC_SCOPES: 'openid profile email',
      OIDC_ROLES_CLAIM: 'roles',
      OIDC_ROLE_AGENT: [],
      OIDC_ROLE_EDITOR: [],
      OIDC_ROLE_MANAGER: [],
      OIDC_ROLE_ADMIN: [],
      OIDC_DEFAULT_ROLES: [],
      OIDC_DOMAINS: [],
    });
  });

  test('give the language of the command line, also where another of them is wrong', () => {
    const system = terminalLanguage({});
    expect([terminalLanguage({ CLI_LANGUAGE: 'it' }), terminalLanguage({ CLI_LANGUAGE: 'en', PORT: 'http' })]).toEqual([
      'it',
      'en',
    ]);
    expect([terminalLanguage({ CLI_LANGUAGE: '' }), terminalLanguage({ CLI_LANGUAGE: 'de' })]).toEqual([
      system,
      system,
    ]);
  });

  test('refuse a webhook without an address to bring to', () => {
    const telegram = { TELEGRAM_BOT_TOKEN: `1:${'a'.repeat(35)}`, TELEGRAM_MODE: 'webhook' };
    expect(() => readConfig(telegram)).toThrow(/TELEGRAM_MODE is webhook; set PUBLIC_URL too/);
    expect(() => readConfig({ TELEGRAM_BOT_TOKEN: 'my token' })).toThrow(/TELEGRAM_BOT_TOKEN: must be a token/);
  });

  test('that are empty count as not set', () => {
    expect(readConfig({ PORT: '', HOST: '' })).toEqual(readConfig({}));
  });

  test('are read as what they are', () => {
    const config = readConfig({
      PORT: '80',
      TRUST_PROXY: '1',
      ALLOWED_ORIGINS: 'https://a.example, https://b.example',
    });
    expect(config).toMatchObject({
      PORT: 80,
      TRUST_PROXY: true,
      ALLOWED_ORIGINS: ['https://a.example', 'https://b.example'],
    });
  });

  test('name other sites one by one, or all below a domain, but never all that there are', () => {
    const read = (ALLOWED_ORIGINS: string) => readConfig({ ALLOWED_ORIGINS }).ALLOWED_ORIGINS;
    const good = [
      'https://*.shop.example',
      'http://*.shop.local:8080',
      'https://*.a.b.example',
      'http://localhost:3000',
    ];
    expect(read(good.join(','))).toEqual(good);
    const refused = (value: string) => {
      try {
        return !read(value);
      } catch (error) {
        return String(error).includes('ALLOWED_ORIGINS');
      }
    };
    const bad = [
      '*',
      'https://*',
      'https://*.it',
      'https://*shop.example',
      'https://a.*.example',
      'https://*.*.example',
      'https://*.shop.example/',
      'https://*.1.2',
      '*.shop.example',
      'https://shop.example ; script-src *',
      "https://*.shop.example; sandbox 'x'",
      'ftp://*.shop.example',
      'null',
    ];
    expect(bad.filter((each) => !refused(each))).toEqual([]);
  });

  test('that are wrong are all named in one error', () => {
    expect(() => readConfig({ PORT: 'http', PUBLIC_URL: 'https://care.example/', TRUST_PROXY: 'perhaps' })).toThrow(
      /PORT: .*\n.*PUBLIC_URL: must be an origin.*\n.*TRUST_PROXY: /,
    );
  });

  test('of mail are read as server, sender and reply address', () => {
    const config = readConfig({
      SMTP_URL: 'smtps://care%40shop.example:p%2Fss@mail.shop.example',
      MAIL_FROM: '"Bottega, Aurora" <care@shop.example>',
      MAIL_REPLY_TO: 'desk@shop.example',
    });
    expect(mailSettings(config)).toEqual({
      server: {
        host: 'mail.shop.example',
        port: 465,
        secure: true,
        login: { user: 'care@shop.example', pass: 'p/ss' },
      },
      from: { name: 'Bottega, Aurora', address: 'care@shop.example' },
      replyTo: { name: '', address: 'desk@shop.example' },
    });
    const plain = readConfig({ SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM: 'care@shop.example' });
    expect(mailSettings(plain)?.server).toEqual({ host: '127.0.0.1', port: 2525, secure: false });
    expect(mailSettings(readConfig({}))).toBeUndefined();
  });

  test.each([
    [{ SMTP_URL: 'mail.shop.example:25', MAIL_FROM: 'care@shop.example' }, 'SMTP_URL: must be smtp://'],
    [{ SMTP_URL: 'https://u:hunter2@shop.example', MAIL_FROM: 'care@shop.example' }, 'SMTP_URL: must be smtp://'],
    [{ SMTP_URL: 'smtp://m', MAIL_FROM: 'a@b.it, c@d.it' }, 'MAIL_FROM: must be an e-mail address'],
    [{ SMTP_URL: 'smtp://m', MAIL_FROM: 'Shop\r\nBcc: <a@b.it>' }, 'MAIL_FROM: must be an e-mail address'],
    [{ SMTP_URL: 'smtp://u:hunter2@m' }, 'SMTP_URL is set and MAIL_FROM is not'],
    [{ MAIL_FROM: 'care@shop.example' }, 'MAIL_FROM is set and SMTP_URL is not'],
  ])('of mail that are wrong are told, without the password: %o', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(message);
    expect(() => readConfig(environment)).toThrow(/^(?!.*hunter2)/s);
  });

  test('of a bot are refused by halves', () => {
    expect(() => readConfig({ MicrosoftAppPassword: 'secret' })).toThrow('set both, or neither');
    expect(() => readConfig({ MicrosoftAppId: 'a', MicrosoftAppType: 'SingleTenant' })).toThrow('MicrosoftAppTenantId');
    expect(() => readConfig({ MicrosoftAppId: 'a' })).toThrow('MicrosoftAppPassword is not');
    const managed = { MicrosoftAppId: 'a', MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: 't' };
    expect(readConfig(managed).MicrosoftAppType).toBe('UserAssignedMSI');
    expect(() => readConfig({ ...managed, MicrosoftAppPassword: 'x' })).toThrow('leave MicrosoftAppPassword empty');
    expect(() => readConfig({ ...managed, MicrosoftAppId: '' })).toThrow('client id of the managed identity');
  });

  test('of a provider are set whole, and a provider for everybody needs your domains', () => {
    const whole = { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'hunter2' };
    expect(readConfig({ ...whole, OIDC_ROLE_AGENT: 'care, night care,' }).OIDC_ROLE_AGENT).toEqual([
      'care',
      'night care',
    ]);
    for (const name of Object.keys(whole)) {
      expect(() => readConfig({ ...whole, [name]: '' })).toThrow(/set all three, or none(?!.*hunter2)/s);
    }
    const google = { ...whole, OIDC_ISSUER: 'https://accounts.google.com' };
    expect(() => readConfig(google)).toThrow('set OIDC_DOMAINS to your own');
    expect(readConfig({ ...google, OIDC_DOMAINS: 'Rossi.example' }).OIDC_DOMAINS).toEqual(['rossi.example']);
    expect(() => readConfig({ ...whole, OIDC_ISSUER: 'http://login.example' })).toThrow('http only for localhost');
    expect(() => readConfig({ ...whole, OIDC_DEFAULT_ROLES: 'king' })).toThrow(
      'must be of agent, editor, manager, admin',
    );
  });

  test('never print a secret when they are wrong', () => {
    const act = () => readConfig({ PORT: 'x', MicrosoftAppId: 'a', MicrosoftAppPassword: 'hunter2' });
    expect(act).toThrow(/^(?!.*hunter2)/s);
  });

  test('are the same in .env.example', () => {
    const named = [...readFileSync(join(root, '.env.example'), 'utf8').matchAll(/^(\w+)=/gm)].map(
      (found) => found[1] ?? '',
    );
    expect(named.toSorted()).toEqual(Object.keys(variables.shape).toSorted());
  });
});
