import { setTimeout as sleep } from 'node:timers/promises';

import { z } from 'zod';

import { csvLine } from '../domain/csv.ts';
import type { Accounts } from '../service/accounts.ts';
import type { Audit, AuditLine, AuditQuery } from '../service/audit.ts';
import type { Call, Reply } from '../service/http.ts';
import { badInput, ok, type DeskCalls, type DeskRoute } from './desk-calls.ts';

/** Before a slow reader is written to again, in milliseconds. */
const pause = 50;

/** Lines of a page, and of what is read at once for a file. */
const pageSize = 50;
const fileStep = 500;

const number = z
  .string()
  .regex(/^\d{1,15}$/, { error: 'before: the id of a line' })
  .transform(Number);
const query = z.object({
  before: number.optional(),
  account: z.string().max(100, { error: 'account: the id of an account' }).optional(),
  act: z.string().max(100, { error: 'act: the name of an act' }).optional(),
});

export interface DeskAuditParts {
  readonly audit: Audit;
  readonly accounts: Pick<Accounts, 'whoIs'>;
}

/** The audit log, for admins: page by page, the newest first, and whole as a file. */
export function deskAudit({ audit, accounts }: DeskAuditParts, { looks }: DeskCalls): DeskRoute[] {
  return [
    looks(['admin'], '/desk/api/audit', (call) =>
      asked(call, async (wanted) => {
        const [lines, acts] = await Promise.all([audit.lines({ ...wanted, limit: pageSize + 1 }), audit.acts()]);
        const shown = lines.slice(0, pageSize);
        const next = lines.length > pageSize ? shown.at(-1)?.id : undefined;
        return ok({ lines: shown, acts, ...(next !== undefined && { next }) });
      }),
    ),
    looks(['admin'], '/desk/api/audit.csv', (call, { token }) =>
      asked(call, async (wanted) => ({
        status: 200,
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="audit.csv"',
          'cache-control': 'no-store',
        },
        stream: (write, closed) => writeAll({ audit, wanted, isAdmin: () => isAdmin(token) }, write, closed),
      })),
    ),
  ];

  async function isAdmin(token: string): Promise<boolean> {
    return (await accounts.whoIs(token))?.roles.includes('admin') === true;
  }
}

type Asked = Omit<AuditQuery, 'limit'>;

function asked({ query: given }: Call, reply: (query: Asked) => Promise<Reply>): Promise<Reply> {
  const present = Object.fromEntries([...given].filter(([, value]) => value !== ''));
  const read = query.safeParse(present);
  if (!read.success) return Promise.resolve(badInput(read.error));
  const { before, account, act } = read.data;
  return reply({
    ...(before !== undefined && { before }),
    ...(account !== undefined && { account }),
    ...(act !== undefined && { act }),
  });
}

const columns = ['id', 'at', 'account', 'name', 'act', 'object', 'facts', 'address'];

interface Download {
  readonly audit: Audit;
  readonly wanted: Asked;
  /** Whether whoever began it still may. */
  readonly isAdmin: () => Promise<boolean>;
}

/** In steps, so that a log of years is never in memory whole; and cut short when the reader is no admin any more. */
async function writeAll(
  { audit, wanted, isAdmin }: Download,
  write: (chunk: string) => boolean,
  closed: AbortSignal,
): Promise<'cut' | undefined> {
  let text = csvLine(columns);
  for (let before = wanted.before; !closed.aborted;) {
    if (!(await isAdmin())) return 'cut';
    const lines = await audit.lines({ ...wanted, ...(before !== undefined && { before }), limit: fileStep });
    text += lines.map(rowOf).join('');
    while (!closed.aborted && !write(text)) await sleep(pause);
    text = '';
    before = lines.at(-1)?.id;
    if (lines.length < fileStep) break;
  }
  return undefined;
}

function rowOf({ id, at, actor, act, object, facts }: AuditLine): string {
  const time = new Date(at).toISOString();
  return csvLine([String(id), time, actor.id, actor.name, act, object, JSON.stringify(facts), actor.address]);
}
