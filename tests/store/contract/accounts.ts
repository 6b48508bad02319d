import { describe, expect, test } from 'vitest';
import type { Store } from '../../../bot/service/ports.ts';
import { aLink, anAccount, anEntry, aSession } from '../given.ts';

const bruno = anAccount({ id: 'a2', login: 'bruno', name: 'Bruno' });
const opens = { kind: 'account', roles: ['agent'] };

export function accountsContract(open: () => Promise<Store>): void {
  const acts = async (store: Store) => (await store.auditLines({ limit: 99 })).map(({ act }) => act).toReversed();

  describe('accounts', () => {
    test('are found by login, by id and by identity, and a login is taken once', async () => {
      const store = await open();
      const identity = { issuer: 'https://login.example', subject: 's1' };
      expect(await store.accounts()).toEqual([]);
      expect(await store.add(bruno, anEntry('one'), identity)).toBe(true);
      expect(await store.add(anAccount(), anEntry('two'))).toBe(true);
      expect(await store.add(anAccount({ id: 'a3', name: 'Another Anna' }), anEntry('three'))).toBe(false);
      expect(await store.add(anAccount({ id: 'a4', login: 'dora' }), anEntry('four'), identity)).toBe(false);
      expect(await store.accounts()).toEqual([anAccount(), bruno]);
      expect([await store.byLogin('bruno'), await store.byId('a2'), await store.byIdentity(identity)]).toEqual(
        Array(3).fill(bruno),
      );
      expect(await store.byIdentity({ ...identity, issuer: 'https://other.example' })).toBeUndefined();
      expect(await store.byLogin('carla')).toBeUndefined();
      expect(await acts(store)).toEqual(['one', 'two']);
    });

    test('have the roles and the password that they were given last', async () => {
      const store = await open();
      await store.add(anAccount({ roles: ['agent', 'editor'] }), anEntry());
      await store.addSession(aSession('one', 1_000), anEntry());
      expect(await store.setRoles('a1', ['manager'], anEntry('roles'))).toBe('done');
      expect(await store.rehash('a1', { before: 'other', after: 'late' })).toBe(false);
      expect(await store.rehash('a1', { before: 'hash', after: 'dearer' })).toBe(true);
      expect(await store.session('one', 1)).toEqual(anAccount({ roles: ['manager'], passwordHash: 'dearer' }));
      await store.setPassword('a1', 'new', anEntry('password'));
      expect(await store.session('one', 1)).toBeUndefined();
      expect((await store.byLogin('anna'))?.passwordHash).toBe('new');
      await store.addSession(aSession('two', 1_000), anEntry());
      const change = { before: 'dearer', after: 'late' };
      expect(await store.changePassword('a1', change, anEntry('late'))).toBe(false);
      expect(await store.session('two', 1)).toBeDefined();
      expect(await store.changePassword('a1', { before: 'new', after: 'newer' }, anEntry('own'))).toBe(true);
      expect([await store.session('two', 1), (await store.byLogin('anna'))?.passwordHash]).toEqual([
        undefined,
        'newer',
      ]);
      expect(await acts(store)).toEqual(['act', 'act', 'roles', 'password', 'act', 'own']);
    });

    test('are linked to an identity that opens no other, one at a time, and unlinked while a password remains', async () => {
      const store = await open();
      const [first, second] = ['s1', 's2'].map((subject) => ({ issuer: 'https://login.example', subject }));
      if (first === undefined || second === undefined) throw new Error('two');
      await store.add(bruno, anEntry(), first);
      await store.add(anAccount(), anEntry());
      expect(await store.link('a1', first, anEntry('no'))).toBe('taken');
      expect(await store.link('a1', second, anEntry('linked'))).toBe('linked');
      expect(await store.link('a1', { ...second, subject: 's3' }, anEntry('no'))).toBe('already');
      expect(await store.byIdentity(second)).toEqual(anAccount());
      await store.addSession(aSession('here', 1_000), anEntry());
      await store.addSession(aSession('elsewhere', 1_000), anEntry());
      expect(await store.unlink('a1', 'here', anEntry('unlinked'))).toBe(true);
      expect(await store.unlink('a1', 'here', anEntry('no'))).toBe(false);
      expect([await store.byIdentity(second), await store.session('elsewhere', 1)]).toEqual([undefined, undefined]);
      expect(await store.session('here', 1)).toEqual(anAccount());
      await store.setDisabled('a1', true, anEntry());
      expect(await store.link('a1', second, anEntry('no'))).toBe('gone');
      await store.add(anAccount({ id: 'a3', login: 'carla', passwordHash: '' }), anEntry(), second);
      expect(await store.unlink('a3', 'here', anEntry('no'))).toBe(false);
      expect((await acts(store)).filter((act) => act !== 'act')).toEqual(['linked', 'unlinked']);
    });

    test('of two admins one may go, and the last one who can sign in may not', async () => {
      const store = await open();
      await store.add(anAccount({ roles: ['admin'] }), anEntry());
      await store.add({ ...bruno, roles: ['agent', 'admin'] }, anEntry());
      await store.add(anAccount({ id: 'a3', login: 'carla', passwordHash: '', roles: ['admin'] }), anEntry());
      expect(await store.setRoles('a1', ['agent'], anEntry('one'))).toBe('done');
      expect(await store.setRoles('a2', ['agent'], anEntry('two'))).toBe('last-admin');
      expect(await store.setDisabled('a2', true, anEntry('three'))).toBe('last-admin');
      expect(await store.setDisabled('a3', true, anEntry('four'))).toBe('done');
      expect((await store.accounts()).map(({ roles, disabled }) => [roles, disabled])).toEqual([
        [['agent'], false],
        [['agent', 'admin'], false],
        [['admin'], true],
      ]);
      expect((await acts(store)).slice(3)).toEqual(['one', 'four']);
    });
  });

  describe('sessions', () => {
    test('last until their time, or until they are ended', async () => {
      const store = await open();
      await store.add(anAccount(), anEntry());
      await store.addSession(aSession('one', 1_000), anEntry());
      await store.addSession(aSession('two', 2_000), anEntry());
      await store.addSession(aSession('three', 2_000), anEntry());
      expect(await store.session('one', 999)).toEqual(anAccount());
      expect(await store.session('one', 1_000)).toBeUndefined();
      expect(await store.session('two', 1_000)).toEqual(anAccount());
      await store.endSession('two', anEntry('out'));
      await store.endSession('two', anEntry('out again'));
      expect(await store.session('two', 1_000)).toBeUndefined();
      expect(await store.session('three', 1_000)).toEqual(anAccount());
      expect(await store.session('unknown', 0)).toBeUndefined();
      expect((await acts(store)).slice(4)).toEqual(['out']);
    });

    test('are shown with where they are and when they were used, to the minute, and each can be ended', async () => {
      const store = await open();
      const day = 86_400_000;
      const [phone, desktop] = ['f'.repeat(64), 'd'.repeat(64)];
      await store.add(anAccount(), anEntry());
      await store.add(bruno, anEntry());
      await store.addSession(aSession(phone, day, { openedAt: 5, browser: 'Safari, iOS' }), anEntry());
      await store.addSession(aSession(desktop, day, { openedAt: 7 }), anEntry());
      await store.session(phone, 60_004);
      await store.session(desktop, 90_000);
      const place = { expiresAt: day, address: '10.0.0.x' };
      const shown = [
        { id: 'd'.repeat(16), openedAt: 7, seenAt: 90_000, browser: 'Firefox', ...place },
        { id: 'f'.repeat(16), openedAt: 5, seenAt: 5, browser: 'Safari, iOS', ...place },
      ];
      expect(await store.sessions('a1', 90_000)).toEqual(shown);
      expect(await store.uses(90_000)).toEqual([
        { accountId: 'a1', sessions: 2, seenAt: 90_000, linked: false },
        { accountId: 'a2', sessions: 0, linked: false },
      ]);
      expect(await store.endSessionOf('a2', 'f'.repeat(16), anEntry('not mine'))).toBe(false);
      expect(await store.endSessionOf('a1', 'f'.repeat(16), anEntry('mine'))).toBe(true);
      expect(await store.sessions('a1', 90_000)).toEqual(shown.slice(0, 1));
      expect(await store.sessions('a1', day)).toEqual([]);
      expect((await acts(store)).slice(4)).toEqual(['mine']);
    });

    test('end with the account, and do not come back when it is enabled again', async () => {
      const store = await open();
      await store.add(anAccount(), anEntry());
      await store.add(bruno, anEntry());
      await store.addSession(aSession('anna', 1_000), anEntry());
      await store.addSession(aSession('bruno', 1_000, { accountId: 'a2' }), anEntry());
      await store.setDisabled('a1', true, anEntry());
      expect(await store.session('anna', 1)).toBeUndefined();
      expect(await store.byLogin('anna')).toEqual(anAccount({ disabled: true }));
      await store.setDisabled('a1', false, anEntry());
      expect(await store.session('anna', 1)).toBeUndefined();
      expect(await store.session('bruno', 1)).toEqual(bruno);
    });

    test('are not opened for an account that was disabled, or given another password, a moment before', async () => {
      const store = await open();
      await store.add(anAccount(), anEntry());
      const withPassword = (token: string, passwordHash: string) =>
        store.addSession(aSession(token, 1_000, { passwordHash }), anEntry(token));
      expect([await withPassword('right', 'hash'), await withPassword('late', 'before')]).toEqual([true, false]);
      await store.setDisabled('a1', true, anEntry());
      expect(await store.addSession(aSession('disabled', 1_000), anEntry('disabled'))).toBe(false);
      await store.setDisabled('a1', false, anEntry());
      expect([await store.session('late', 1), await store.session('disabled', 1)]).toEqual([undefined, undefined]);
      expect(await acts(store)).toEqual(['act', 'right', 'act', 'act']);
    });
  });

  describe('one-time links', () => {
    test('make one account, and outlive a login that is taken', async () => {
      const store = await open();
      await store.add(bruno, anEntry());
      await store.addInvitation(aLink('link', { opens: { kind: 'account', roles: ['editor'] } }), anEntry('link'));
      expect(await store.invitation('link', 999)).toEqual({ kind: 'account', roles: ['editor'] });
      expect(await store.redeemInvitation('link', 1, anAccount({ login: 'bruno' }), anEntry('no'))).toBe('login-taken');
      expect(await store.redeemInvitation('link', 2, anAccount(), anEntry('made'))).toBe('made');
      const carla = anAccount({ id: 'a3', login: 'carla' });
      expect(await store.redeemInvitation('link', 3, carla, anEntry('no'))).toBe('expired');
      expect(await store.invitation('link', 3)).toBeUndefined();
      expect(await store.accounts()).toEqual([anAccount(), bruno]);
      expect(await acts(store)).toEqual(['act', 'link', 'made']);
    });

    test('end at their time', async () => {
      const store = await open();
      await store.addInvitation(aLink('link'), anEntry());
      expect(await store.invitation('link', 1_000)).toBeUndefined();
      expect(await store.redeemInvitation('link', 1_000, anAccount(), anEntry())).toBe('expired');
      expect(await store.redeemInvitation('unknown', 1, anAccount(), anEntry())).toBe('expired');
      expect(await store.accounts()).toEqual([]);
    });

    test('are listed while they are good, and withdrawn or replaced by the name that is shown', async () => {
      const store = await open();
      await store.add(anAccount(), anEntry());
      await store.addFirstInvitation('f'.repeat(64), 1_000);
      const [one, two, three, four] = ['1', '2', '3', '4'].map((digit) => digit.repeat(64)) as [
        string,
        string,
        string,
        string,
      ];
      await store.addInvitation(aLink(one, { madeBy: 'a1', guest: 'Rita' }), anEntry());
      await store.addInvitation(aLink(two, { expiresAt: 2_000 }), anEntry());
      await store.addInvitation(aLink(three, { opens: { kind: 'password', accountId: 'a1' } }), anEntry());
      const id = (hash: string) => hash.slice(0, 16);
      const lines = [
        { id: id(two), expiresAt: 2_000, opens },
        { id: id(one), expiresAt: 1_000, madeBy: 'a1', guest: 'Rita', opens },
        { id: id(three), expiresAt: 1_000, opens: { kind: 'password', accountId: 'a1' } },
      ];
      expect([await store.invitations(999), await store.invitations(1_000)]).toEqual([lines, lines.slice(0, 1)]);

      const renewed = { tokenHash: four, expiresAt: 3_000, madeBy: 'a1' };
      expect(await store.renewInvitation(id(one), 1_000, renewed, anEntry('late'))).toBe(false);
      expect(await store.renewInvitation(id(one), 999, renewed, anEntry('renewed'))).toBe(true);
      expect([await store.invitation(one, 1), await store.invitation(four, 2_999)]).toEqual([undefined, opens]);
      expect((await store.invitations(2_500)).map(({ guest }) => guest)).toEqual(['Rita']);

      expect(await store.endInvitation(id(two), 2_000, anEntry('late'))).toBe(false);
      expect(await store.endInvitation(id(two), 1_999, anEntry('ended'))).toBe(true);
      expect(await store.endInvitation(id(two), 1_999, anEntry('again'))).toBe(false);
      expect(await store.endInvitation('f'.repeat(16), 1, anEntry('first'))).toBe(false);
      expect(await store.invitation(two, 1)).toBeUndefined();
      expect((await acts(store)).slice(4)).toEqual(['renewed', 'ended']);
    });

    test('end with the account that made them', async () => {
      const store = await open();
      await store.add(anAccount(), anEntry());
      await store.addInvitation(aLink('hers', { madeBy: 'a1' }), anEntry());
      await store.addInvitation(aLink('theirs'), anEntry());
      await store.setDisabled('a1', true, anEntry());
      expect([await store.invitation('hers', 1), await store.invitation('theirs', 1)]).toEqual([undefined, opens]);
    });

    test('end with the rights of the admin who made them', async () => {
      const store = await open();
      const admin = anAccount({ roles: ['agent', 'admin'] });
      await store.add(admin, anEntry());
      await store.add({ ...bruno, passwordHash: 'hash', roles: ['admin'] }, anEntry());
      await store.addInvitation(aLink('hers', { madeBy: 'a1' }), anEntry());
      await store.setRoles('a1', ['manager', 'admin'], anEntry());
      expect(await store.invitation('hers', 1)).toEqual(opens);
      await store.setRoles('a1', ['manager'], anEntry());
      expect(await store.invitation('hers', 1)).toBeUndefined();
    });

    test('of two who use one at the same time one gets in', async () => {
      const store = await open();
      await store.addInvitation(aLink('link'), anEntry());
      const results = await Promise.all([
        store.redeemInvitation('link', 1, anAccount(), anEntry()),
        store.redeemInvitation('link', 1, bruno, anEntry()),
      ]);
      expect(results).toEqual(['made', 'expired']);
    });

    test('to a new password change it once, end the sessions, and replace each other', async () => {
      const store = await open();
      const use = { kind: 'password', accountId: 'a1' } as const;
      await store.add(anAccount(), anEntry());
      await store.addSession(aSession('one', 1_000), anEntry());
      await store.addInvitation(aLink('older', { opens: use }), anEntry());
      await store.addInvitation(aLink('newer', { opens: use }), anEntry());
      expect([await store.invitation('older', 1), await store.invitation('newer', 1)]).toEqual([undefined, use]);
      expect(await store.redeemInvitation('newer', 1, bruno, anEntry('no'))).toBe('expired');
      expect(await store.redeemPasswordLink('newer', 1, 'chosen', anEntry('chosen'))).toBe(true);
      expect(await store.redeemPasswordLink('newer', 1, 'again', anEntry('no'))).toBe(false);
      expect((await store.byId('a1'))?.passwordHash).toBe('chosen');
      expect(await store.session('one', 1)).toBeUndefined();
      expect((await acts(store)).slice(4)).toEqual(['chosen']);
    });

    test('to a new password end when the account is disabled', async () => {
      const store = await open();
      await store.add(anAccount(), anEntry());
      await store.addInvitation(aLink('link', { opens: { kind: 'password', accountId: 'a1' } }), anEntry());
      await store.setDisabled('a1', true, anEntry());
      await store.setDisabled('a1', false, anEntry());
      expect(await store.redeemPasswordLink('link', 1, 'chosen', anEntry())).toBe(false);
    });

    test('of a first start are good while there is no account, and replace the one before', async () => {
      const store = await open();
      await store.addFirstInvitation('older', 1_000);
      await store.addInvitation(aLink('ordinary'), anEntry());
      await store.addFirstInvitation('first', 1_000);
      const found = () => Promise.all(['older', 'ordinary', 'first'].map((link) => store.invitation(link, 1)));
      expect(await found()).toEqual([undefined, opens, opens]);
      expect(await store.redeemInvitation('older', 1, bruno, anEntry())).toBe('expired');
      expect(await store.add(bruno, anEntry())).toBe(true);
      expect(await found()).toEqual([undefined, opens, undefined]);
      expect(await store.redeemInvitation('first', 1, anAccount(), anEntry())).toBe('expired');
      expect(await store.redeemInvitation('ordinary', 1, anAccount(), anEntry())).toBe('made');
    });

    test('of a first start make the first account, once, and end at their time', async () => {
      const store = await open();
      await store.addFirstInvitation('first', 1_000);
      expect(await store.invitation('first', 1_000)).toBeUndefined();
      expect(await store.redeemInvitation('first', 1_000, bruno, anEntry())).toBe('expired');
      const results = await Promise.all([
        store.redeemInvitation('first', 1, anAccount(), anEntry()),
        store.redeemInvitation('first', 1, bruno, anEntry()),
      ]);
      expect(results).toEqual(['made', 'expired']);
      expect(await store.accounts()).toEqual([anAccount()]);
    });
  });

  describe('counts of attempts to sign in', () => {
    test('are changed together, kept until they say nothing any more, and forgotten when told to', async () => {
      const store = await open();
      const count = { attempts: 3, lockedUntil: 50, lastAt: 10, forgetAt: 100 };
      const known = (at: number) =>
        store.changeCounts(['one', 'two'], at, (counts) => ({ counts: new Map(), result: [...counts] }));
      const kept = await store.changeCounts(['one'], 10, (counts) => ({
        counts: new Map([
          ['one', count],
          ['two', { ...count, forgetAt: 20 }],
        ]),
        result: counts.size,
      }));
      expect(kept).toBe(0);
      expect(await known(19)).toEqual([
        ['one', count],
        ['two', { ...count, forgetAt: 20 }],
      ]);
      expect(await known(20)).toEqual([['one', count]]);
      await store.changeCounts([], 30, () => ({ counts: new Map([['one', undefined]]), result: undefined }));
      expect(await known(30)).toEqual([]);
    });
  });
}
