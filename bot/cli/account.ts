import { parseArgs } from 'node:util';

import { readConfig } from '../config.ts';
import { roles as allRoles, type Role } from '../domain/role.ts';
import { createAccounts, type Accounts } from '../service/accounts.ts';
import { systemClock } from '../service/clock.ts';
import { invitationHours } from '../service/links.ts';
import { newAccount, someRoles } from '../service/new-account.ts';
import type { PeopleChange } from '../service/people.ts';
import { openStore } from '../store/open.ts';
import type { Output } from './output.ts';
import { askPassword } from './password-prompt.ts';

const help = `Usage: npx sportello account <what>

  add <login> --name "Giulia Rossi"   open an account; asks for the password
  link [--name "Giulia Rossi"]        print a one-time link with which a person opens an account of their own
  roles <login> agent,editor          say what an account may do: ${allRoles.join(', ')}
  list                                show all accounts with their roles
  password <login>                    give a new password, and sign the account out everywhere
  disable <login>                     close an account; it is signed out at once
  enable <login>                      open it again

add and link take --roles agent,editor; without it: agent. The very first account has all roles.
The password is asked for on the terminal, or taken from the variable SPORTELLO_PASSWORD.`;

/** Makes, lists and disables the accounts of the desk. */
export async function account(args: readonly string[], out: Output): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { name: { type: 'string' }, roles: { type: 'string' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [what, login, given] = positionals;
  if (values.help) {
    out.line(help);
    return 0;
  }
  const act = what === undefined ? undefined : acts[what];
  if (act === undefined || (act.needsLogin && login === undefined)) {
    out.error(help);
    return 2;
  }
  const roles = someRoles.safeParse((given ?? values.roles ?? 'agent').split(',').map((role) => role.trim()));
  if (!roles.success) return refused(roles.error.issues, out);
  if (act.needsRoles && given === undefined) {
    out.error(help);
    return 2;
  }
  const config = readConfig(process.env);
  const store = await openStore(config.DATABASE_URL);
  try {
    const accounts = createAccounts({ store, clock: systemClock });
    const origin = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
    return await act.run({ accounts, login: login ?? '', name: values.name, roles: roles.data, origin, out });
  } finally {
    await store.close();
  }
}

interface Given {
  readonly accounts: Accounts;
  readonly login: string;
  readonly name: string | undefined;
  readonly roles: readonly Role[];
  readonly origin: string;
  readonly out: Output;
}

interface Act {
  readonly needsLogin?: true;
  readonly needsRoles?: true;
  readonly run: (given: Given) => Promise<number>;
}

const acts: Readonly<Record<string, Act | undefined>> = {
  add: { needsLogin: true, run: add },
  link: { run: link },
  list: { run: list },
  roles: {
    needsLogin: true,
    needsRoles: true,
    run: async ({ accounts, login, roles, out }) =>
      changed(out, await accounts.setRoles(login, roles), login, `"${login}" is now: ${roles.join(', ')}.`),
  },
  password: { needsLogin: true, run: setPassword },
  disable: {
    needsLogin: true,
    run: async ({ accounts, login, out }) =>
      changed(out, await accounts.disable(login), login, `"${login}" is disabled and signed out.`),
  },
  enable: {
    needsLogin: true,
    run: async ({ accounts, login, out }) =>
      changed(out, await accounts.enable(login), login, `"${login}" may sign in again.`),
  },
};

async function add({ accounts, login, name, roles, out }: Given): Promise<number> {
  if (name === undefined) {
    out.error(`Say how customers shall see "${login}": npx sportello account add ${login} --name "Giulia Rossi"`);
    return 2;
  }
  const password = await askPassword(process.env['SPORTELLO_PASSWORD'], out);
  if (password === undefined) return 1;
  const wanted = newAccount.safeParse({ login, name, password });
  if (!wanted.success) return refused(wanted.error.issues, out);
  if (!(await accounts.add(wanted.data, roles))) {
    out.error(`There is an account "${wanted.data.login}" already; choose another login.`);
    return 1;
  }
  out.line(`"${wanted.data.login}" (${wanted.data.name}) may now sign in at /desk.`);
  return 0;
}

async function link({ accounts, name, roles, origin, out }: Given): Promise<number> {
  out.line(await accounts.link(origin, roles, undefined, name));
  out.line(`It opens one account, within ${invitationHours} hours. Give it to one person.`);
  return 0;
}

async function list({ accounts, out }: Given): Promise<number> {
  const all = await accounts.list();
  if (all.length === 0) out.line('There is no account yet. Make a link with: npx sportello account link');
  for (const { login, name, roles, disabled } of all) {
    out.line(`${login.padEnd(24)} ${roles.join(',').padEnd(28)} ${name}${disabled ? '  (disabled)' : ''}`);
  }
  return 0;
}

async function setPassword({ accounts, login, out }: Given): Promise<number> {
  if (!(await accounts.list()).some((each) => each.login === login.toLowerCase())) return told(out, false, login, '');
  const password = await askPassword(process.env['SPORTELLO_PASSWORD'], out);
  if (password === undefined) return 1;
  const wanted = newAccount.shape.password.safeParse(password);
  if (!wanted.success) return refused(wanted.error.issues, out);
  return told(
    out,
    await accounts.setPassword(login, wanted.data),
    login,
    `"${login}" has a new password and is signed out everywhere.`,
  );
}

function refused(issues: readonly { readonly message: string }[], out: Output): number {
  for (const { message } of issues) out.error(message);
  return 1;
}

function changed(out: Output, change: PeopleChange, login: string, done: string): number {
  if (change !== 'last-admin') return told(out, change === 'done', login, done);
  out.error(
    `"${login}" is the last admin who can sign in. Make somebody else one first: sportello account roles <login> admin`,
  );
  return 1;
}

function told(out: Output, found: boolean, login: string, done: string): number {
  if (found) out.line(done);
  else out.error(`There is no account "${login}". See: npx sportello account list`);
  return found ? 0 : 1;
}
