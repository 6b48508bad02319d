import { describe, expect, test } from 'vitest';
import type { Store } from '../../../bot/service/ports.ts';
import { anAccount } from '../given.ts';

const bruno = anAccount({ id: 'a2', login: 'bruno', name: 'Bruno' });

export function accountsContract(open: () => Promise<Store>): void {
  describe('accounts', () => {
    test('are found by login and by id, and a login is taken once', async () => {
      const store = await open();
      expect(await store.accounts()).toEqual([]);
      expect(await store.add(bruno)).toBe(true);
      expect(await store.add(anAccount())).toBe(true);
      expect(await store.add(anAccount({ id: 'a3', name: 'Another Anna' }))).toBe(false);
      expect(await store.accounts()).toEqual([anAccount(), bruno]);
      expect(await store.byLogin('bruno')).toEqual(bruno);
      expect(await store.byLogin('anna')).toEqual(anAccount());
      expect(await store.byLogin('carla')).toBeUndefined();
    });

    test('a session lasts until its time, or until it is ended', async () => {
      const store = await open();
      await store.add(anAccount());
      await store.addSession('one', 'a1', 1_000);
      await store.addSession('two', 'a1', 2_000);
      await store.addSession('three', 'a1', 2_000);
      expect(await store.session('one', 999)).toEqual(anAccount());
      expect(await store.session('one', 1_000)).toBeUndefined();
      expect(await store.session('two', 1_000)).toEqual(anAccount());
      await store.endSession('two');
      expect(await store.session('two', 1_000)).toBeUndefined();
      expect(await store.session('three', 1_000)).toEqual(anAccount());
      expect(await store.session('unknown', 0)).toBeUndefined();
    });

    test('who is disabled is signed out, and stays so when enabled again', async () => {
      const store = await open();
      await store.add(anAccount());
      await store.add(bruno);
      await store.addSession('anna', 'a1', 1_000);
      await store.addSession('bruno', 'a2', 1_000);
      await store.setDisabled('a1', true);
      expect(await store.session('anna', 1)).toBeUndefined();
      expect(await store.byLogin('anna')).toEqual(anAccount({ disabled: true }));
      await store.setDisabled('a1', false);
      expect(await store.session('anna', 1)).toBeUndefined();
      expect(await store.session('bruno', 1)).toEqual(bruno);
    });

    test('a session opened for a disabled account shows nobody', async () => {
      const store = await open();
      await store.add(anAccount({ disabled: true }));
      await store.addSession('late', 'a1', 1_000);
      expect(await store.session('late', 1)).toBeUndefined();
    });

    test('a new password ends the sessions that the old one opened', async () => {
      const store = await open();
      await store.add(anAccount());
      await store.addSession('one', 'a1', 1_000);
      await store.setPassword('a1', 'new hash');
      expect(await store.session('one', 1)).toBeUndefined();
      expect((await store.byLogin('anna'))?.passwordHash).toBe('new hash');
    });

    test('an account has the roles that it was given last', async () => {
      const store = await open();
      await store.add(anAccount({ roles: ['agent', 'editor'] }));
      await store.addSession('one', 'a1', 1_000);
      await store.setRoles('a1', ['manager']);
      expect((await store.session('one', 1))?.roles).toEqual(['manager']);
    });

    test('an invitation makes one account, and outlives a login that is taken', async () => {
      const store = await open();
      await store.add(bruno);
      await store.addInvitation('link', 1_000);
      expect(await store.invitationValid('link', 999)).toBe(true);
      expect(await store.redeemInvitation('link', 1, anAccount({ login: 'bruno' }))).toBe('login-taken');
      expect(await store.redeemInvitation('link', 2, anAccount())).toBe('made');
      expect(await store.redeemInvitation('link', 3, anAccount({ id: 'a3', login: 'carla' }))).toBe('expired');
      expect(await store.invitationValid('link', 3)).toBe(false);
      expect(await store.accounts()).toEqual([anAccount(), bruno]);
    });

    test('an invitation ends at its time', async () => {
      const store = await open();
      await store.addInvitation('link', 1_000);
      expect(await store.invitationValid('link', 1_000)).toBe(false);
      expect(await store.redeemInvitation('link', 1_000, anAccount())).toBe('expired');
      expect(await store.redeemInvitation('unknown', 1, anAccount())).toBe('expired');
      expect(await store.accounts()).toEqual([]);
    });

    test('a first invitation is good while there is no account, and replaces the one before', async () => {
      const store = await open();
      await store.addFirstInvitation('older', 1_000);
      await store.addInvitation('ordinary', 1_000);
      await store.addFirstInvitation('first', 1_000);
      const valid = () => Promise.all(['older', 'ordinary', 'first'].map((link) => store.invitationValid(link, 1)));
      expect(await valid()).toEqual([false, true, true]);
      expect(await store.redeemInvitation('older', 1, bruno)).toBe('expired');
      expect(await store.add(bruno)).toBe(true);
      expect(await valid()).toEqual([false, true, false]);
      expect(await store.redeemInvitation('first', 1, anAccount())).toBe('expired');
      expect(await store.redeemInvitation('ordinary', 1, anAccount())).toBe('made');
    });

    test('a first invitation makes the first account, once, and ends at its time', async () => {
      const store = await open();
      await store.addFirstInvitation('first', 1_000);
      expect(await store.invitationValid('first', 1_000)).toBe(false);
      expect(await store.redeemInvitation('first', 1_000, bruno)).toBe('expired');
      const results = await Promise.all([
        store.redeemInvitation('first', 1, anAccount()),
        store.redeemInvitation('first', 1, bruno),
      ]);
      expect(results).toEqual(['made', 'expired']);
      expect(await store.accounts()).toEqual([anAccount()]);
    });

    test('of two who use an invitation at the same time one gets in', async () => {
      const store = await open();
      await store.addInvitation('link', 1_000);
      const results = await Promise.all([
        store.redeemInvitation('link', 1, anAccount()),
        store.redeemInvitation('link', 1, bruno),
      ]);
      expect(results).toEqual(['made', 'expired']);
    });
  });
}
