import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { useLocation } from 'wouter';

import type { AccountLine } from '../../../../service/people.ts';
import { useTexts } from '../../texts/language.tsx';
import { peopleTexts } from '../../texts/people.ts';
import { pathOf, useAccountAct } from './accounts.ts';

/** What an admin is about to do with an account. */
export interface AccountAct {
  readonly kind: 'roles' | 'sessions' | 'password-link' | 'disable';
  readonly account: AccountLine;
}

export interface AccountMenuProps {
  readonly account: AccountLine;
  readonly choose: (kind: AccountAct['kind']) => void;
}

/** What can be done with an account. */
export function AccountMenu({ account, choose }: AccountMenuProps) {
  const { id, name, disabled } = account;
  const act = useAccountAct();
  const t = useTexts(peopleTexts);
  const [, go] = useLocation();
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={t.actions(name)} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => choose('roles')}>{t.changeRoles}</MenuItem>
          <MenuItem onClick={() => choose('sessions')}>{t.showSessions}</MenuItem>
          <MenuItem onClick={() => go(`/people/audit?account=${id}`)}>{t.itsAudit}</MenuItem>
          {!disabled && <MenuItem onClick={() => choose('password-link')}>{t.passwordLink}</MenuItem>}
          {disabled ? (
            <MenuItem onClick={() => act.mutate({ path: pathOf(account, 'enable') })}>{t.enable}</MenuItem>
          ) : (
            <MenuItem onClick={() => choose('disable')}>{t.disable}</MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
