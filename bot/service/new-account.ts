import { z } from 'zod';

import { shortestPassword } from './accounts.ts';

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
