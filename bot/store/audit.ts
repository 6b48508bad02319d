import type { AuditEntry, AuditFacts, AuditLine, AuditStore } from '../service/audit.ts';
import type { Database } from './database.ts';
import { storable, storableJson } from './text.ts';

/** The audit log. */
export function auditStore(database: Database): AuditStore {
  const write = auditWriter(database);
  const lines = database.prepare<Row>(
    `SELECT id, at, account_id AS "accountId", name, act, object, facts, address FROM audit
     WHERE id < $before AND ($account IS NULL OR account_id = $account) AND ($act IS NULL OR act = $act)
     ORDER BY id DESC LIMIT $limit`,
  );
  const acts = database.prepare<{ act: string }>('SELECT DISTINCT act FROM audit ORDER BY act');
  return {
    async record(entry) {
      write(entry);
    },
    async auditLines({ account, act, before, limit }) {
      const rows = lines.all({
        before: before ?? Number.MAX_SAFE_INTEGER,
        account: account ?? null,
        act: act ?? null,
        limit,
      });
      return rows.map(lineOf);
    },
    async auditActs() {
      return acts.all().map(({ act }) => act);
    },
  };
}

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
}

function lineOf({ id, at, accountId, name, act, object, facts, address }: Row): AuditLine {
  return {
    id,
    at,
    actor: { name, ...(accountId !== null && { id: accountId }), ...(address !== null && { address }) },
    act,
    ...(object !== null && { object }),
    facts: JSON.parse(facts) as AuditFacts,
  };
}
