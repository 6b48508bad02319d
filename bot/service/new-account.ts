import { z } from 'zod';

import { roles } from '../domain/role.ts';

export const shortestPassword = 12;

/** What a new account must look like; the same on the welcome page and on the command line. */
export const newAccount = z.object({
  login: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._@+-]{1,63}$/, {
      error: 'login: 2 to 64 letters a-z, digits, or . _ @ + -, beginning with a letter or digit',
    }),
  name: z
    .string()
    .trim()
    .regex(/^[^\p{C}<>]{1,60}$/u, { error: 'name: 1 to 60 characters, as customers and colleagues shall see it' }),
  password: z
    .string()
    .min(shortestPassword, { error: `password: at least ${shortestPassword} characters` })
    .max(200, { error: 'password: at most 200 characters' }),
});

/** For whom an invitation is, in the words of whoever makes it: a name, or an e-mail address. Empty: not said. */
export const invitedGuest = z
  .string({ error: 'guest: a text' })
  .trim()
  .regex(/^[^\p{C}<>]{0,80}$/u, { error: 'guest: at most 80 characters, without < and >' })
  .transform((text) => (text === '' ? undefined : text));

/** The roles that an account is given. */
export const someRoles = z
  .array(z.enum(roles, { error: `roles: each is one of ${roles.join(', ')}` }), { error: 'roles: a list' })
  .min(1, { error: 'roles: one at least; to keep somebody out, disable the account' });
