import { afterEach, describe } from 'vitest';
import type { Store } from '../../bot/service/ports.ts';
import { accountsContract } from './contract/accounts.ts';
import { auditContract } from './contract/audit.ts';
import { casesContract } from './contract/cases.ts';
import { deliveryContract } from './contract/delivery.ts';
import { namesContract } from './contract/names.ts';
import { deskContract } from './contract/desk.ts';
import { modelContract } from './contract/model.ts';
import { reportsContract } from './contract/reports.ts';
import { textContract } from './contract/text.ts';
import { ticketsContract } from './contract/tickets.ts';
import { turnsContract } from './contract/turns.ts';

/** What every store must keep; `open` makes a fresh, empty one. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`the store (${name})`, () => {
    const stores: Store[] = [];
    const fresh = async () => {
      const store = await open();
      stores.push(store);
      return store;
    };
    afterEach(async () => {
      for (const store of stores.splice(0)) await store.close();
    });

    turnsContract(fresh);
    textContract(fresh);
    modelContract(fresh);
    deliveryContract(fresh);
    namesContract(fresh);
    deskContract(fresh);
    ticketsContract(fresh);
    casesContract(fresh);
    accountsContract(fresh);
    auditContract(fresh);
    reportsContract(fresh);
  });
}
