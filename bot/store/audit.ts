import type { Channel } from '../domain/conversation.ts';
import type { AuditEntry, AuditFacts, AuditLine, AuditStore } from '../service/audit.ts';
import type { Database } from './database.ts';
import { storable, storableJson } from './text.ts';

/** The audit log. */
export function auditStore(database: Database): AuditStore {
  const write = auditWriter(database);
  const acts = database.prepare<{ act: string }>(actsSql);
  const linesOf = (condition: string) =>
    database.prepare<Row>(
      `SELECT a.id AS id, at, account_id AS "accountId", name, act, object, facts, address, channel, opened_at AS "openedAt"
       FROM audit a LEFT JOIN conversations ON conversations.id = object
       WHERE a.id < $before${condition} ORDER BY a.id DESC LIMIT $limit`,
    );
  // One statement for each question, so that each walks along an index and stops when the page is full.
  const lines = {
    every: linesOf(''),
    ofAccount: linesOf(' AND account_id = $account'),
    ofAct: linesOf(' AND act = $act'),
    ofBoth: linesOf(' AND account_id = $account AND act = $act'),
  };
  return {
    async record(entry) {
      write(entry);
    },
    async auditLines({ account, act, before = Number.MAX_SAFE_INTEGER, limit }) {
      const page = { before, limit };
      if (account === undefined) {
        const rows = act === undefined ? lines.every.all(page) : lines.ofAct.all({ ...page, act });
        return rows.map(lineOf);
      }
      const rows =
        act === undefined ? lines.ofAccount.all({ ...page, account }) : lines.ofBoth.all({ ...page, account, act });
      return rows.map(lineOf);
    },
    async auditActs() {
      return acts.all().map(({ act }) => act);
    },
  };
}

/** Goes from each act to the next along the index: there are a few dozen in any number of lines. */
const actsSql = `
  WITH RECURSIVE acts (act) AS (
    SELECT min(act) FROM audit
    UNION ALL
    SELECT (SELECT min(a.act) FROM audit a WHERE a.act > acts.act) FROM acts WHERE acts.act IS NOT NULL
  )
  SELECT act FROM acts WHERE act IS NOT NULL`;

export type WriteAudit = (entry: AuditEntry) => void;

/** Writes a line inside the transaction that is under way, or in one of its own. */
export function auditWriter(database: Database): WriteAudit {
  const insert = database.prepare(
    `INSERT INTO audit (at, account_id, name, act, object, facts, address)
     VALUES ($at, $accountId, $name, $act, $object, $facts, $address)`,
  );
  return ({ at, actor, act, object, facts = {} }) => {
    insert.run({
      at,
      accountId: actor.id ?? null,
      name: storable(actor.name),
      act,
      object: object === undefined ? null : storable(object),
      facts: storableJson(facts),
      address: actor.address ?? null,
    });
  };
}

interface Row {
  readonly id: number;
  readonly at: number;
  readonly accountId: string | null;
  readonly name: string;
  readonly act: string;
  readonly object: string | null;
  readonly facts: string;
  readonly address: string | null;
  readonly channel: Channel | null;
  readonly openedAt: number | null;
}

function lineOf({ id, at, accountId, name, act, object, facts, address, channel, openedAt }: Row): AuditLine {
  return {
    id,
    at,
    actor: { name, ...(accountId !== null && { id: accountId }), ...(address !== null && { address }) },
    act,
    ...(object !== null && { object }),
    facts: JSON.parse(facts) as AuditFacts,
    ...(channel !== null && openedAt !== null && { conversation: { channel, openedAt } }),
  };
}
