import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';

/*
 * Passwords are kept as `$scrypt$ln=17,r=8,p=1$<salt>$<hash>`: the string says how it was made, so that the cost can be
 * raised later and old passwords are hashed anew at their next use. One hash takes 128 MiB and a third of a second, so
 * hashes are made one after another and only a few may queue: a flood of sign-ins cannot take the machine's memory.
 */

export interface Cost {
  /** Logarithm of N; memory is 128 * r * 2^ln bytes. */
  readonly ln: number;
  readonly r: number;
  readonly p: number;
}

/** OWASP's first choice for scrypt. */
export const defaultCost: Cost = { ln: 17, r: 8, p: 1 };

const mostWaiting = 16;

export class TooManyHashes extends Error {
  constructor() {
    super('Too many sign-ins at the same time; try again in a moment.');
    this.name = 'TooManyHashes';
  }
}

/** Hashes a password with a fresh salt. Rejects with TooManyHashes when too many are waiting. */
export async function hashPassword(password: string, cost: Cost = defaultCost): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${salt.toString('base64')}$${hash.toString('base64')}`;
}

/** Tells whether the password is the one that was hashed. Rejects as hashPassword does. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const parsed = parse(stored);
  if (parsed === undefined) return false;
  const hash = await derive(password, parsed.salt, parsed.cost);
  return hash.length === parsed.hash.length && timingSafeEqual(hash, parsed.hash);
}

/** Tells whether a stored hash was made with other cost than today's. */
export function isOutdated(stored: string, cost: Cost = defaultCost): boolean {
  const made = parse(stored)?.cost;
  return made?.ln !== cost.ln || made.r !== cost.r || made.p !== cost.p;
}

function parse(stored: string): { cost: Cost; salt: Buffer; hash: Buffer } | undefined {
  const found = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w+/=]+)\$([\w+/=]+)$/.exec(stored);
  if (found === null) return undefined;
  const [, ln, r, p, salt = '', hash = ''] = found;
  return {
    cost: { ln: Number(ln), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

const scryptAsync = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

function derive(password: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  if (waiting >= mostWaiting) return Promise.reject(new TooManyHashes());
  waiting += 1;
  const mine = last.then(() => scryptOf(password, salt, cost));
  last = mine.then(leave, leave);
  return mine;
}

function leave(): void {
  waiting -= 1;
}

function scryptOf(password: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> {
  const options = { N: 2 ** ln, r, p, maxmem: 256 * r * 2 ** ln };
  // One password may be typed in several ways in Unicode; è must be è from every keyboard.
  return scryptAsync(password.normalize('NFKC'), salt, 32, options);
}
