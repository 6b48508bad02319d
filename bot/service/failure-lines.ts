import { createHash } from 'node:crypto';

import type { AccountStore, SignInCount } from './account-store.ts';
import type { AuditEntry, AuditStore } from './audit.ts';
import { network } from './place.ts';

/*
 * Failures of people who are not known stand in the audit log too. Anybody can fail as often as they like, from as many
 * addresses as they have, and must not fill the disk with it: of each network, and of all together, an hour has so many
 * lines, and after them only the hundredth, the thousandth and so on, with the number.
 */

export const failureLines = { ofNetwork: 20, inAll: 500, hour: 3_600_000 } as const;

export type WriteFailure = (entry: AuditEntry) => Promise<void>;

/** Makes what writes such failures down. */
export function failureWriter(store: Pick<AccountStore, 'changeCounts'> & Pick<AuditStore, 'record'>): WriteFailure {
  return async (entry) => {
    const names = [hashed('failures', network(entry.actor.address ?? '')), hashed('failures')];
    const [ofNetwork = 0, inAll = 0] = await store.changeCounts(names, entry.at, (known) => {
      const counts = names.map((name) => counted(known.get(name), entry.at));
      return {
        counts: new Map(names.map((name, index) => [name, counts[index]])),
        result: counts.map(({ attempts }) => attempts),
      };
    });
    const failures = inAll > failureLines.inAll ? inAll : ofNetwork;
    const free = inAll > failureLines.inAll ? 0 : failureLines.ofNetwork;
    if (failures <= free) return store.record(entry);
    if (isRound(failures)) await store.record({ ...entry, facts: { ...entry.facts, failures } });
  };
}

/** An hour begins with its first failure. */
function counted(before: SignInCount | undefined, at: number): SignInCount {
  const { attempts, forgetAt } = before ?? { attempts: 0, forgetAt: at + failureLines.hour };
  return { attempts: attempts + 1, lockedUntil: 0, lastAt: at, forgetAt };
}

function isRound(number: number): boolean {
  return number >= 100 && /^10*$/.test(String(number));
}

function hashed(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}
