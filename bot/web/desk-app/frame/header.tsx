import {
  Avatar,
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemLink,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { SignOutRegular } from '@fluentui/react-icons/svg/sign-out';
import { Link, useLocation } from 'wouter';

import { useMe, useSignOut } from '../api/session.ts';
import { useUnseen } from '../parts/unseen.ts';
import { choosePresence, useOwnPresence } from '../live/own-presence.ts';
import { workTexts } from '../texts/desk-work.ts';
import { useTexts } from '../texts/language.tsx';
import { shellTexts } from '../texts/shell.ts';
import { Mark } from './mark.tsx';

const useStyles = makeStyles({
  header: {
    gridArea: 'header',
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '48px',
    padding: '0 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  brand: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    marginRight: 'auto',
    color: 'inherit',
    textDecorationLine: 'none',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase400,
  },
  me: { gap: '8px', fontWeight: tokens.fontWeightRegular, minWidth: 0, paddingLeft: '6px', paddingRight: '6px' },
  name: {
    maxWidth: '20ch',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '@media (max-width: 719px)': { display: 'none' },
  },
});

/** The product, and whose desk this is. */
export function Header() {
  const styles = useStyles();
  const { product } = useTexts(shellTexts);
  return (
    <header className={styles.header}>
      <Link href="/" className={styles.brand}>
        <Mark />
        {product}
      </Link>
      <AccountMenu />
    </header>
  );
}

function AccountMenu() {
  const styles = useStyles();
  const t = useTexts(shellTexts);
  const { unseen } = useUnseen();
  const { agent } = useMe();
  const presence = useOwnPresence();
  const { presence: words } = useTexts(workTexts);
  const signOut = useSignOut();
  const [, go] = useLocation();
  return (
    <Menu
      positioning="below-end"
      checkedValues={{ presence: presence === undefined ? [] : [presence.state] }}
      onCheckedValueChange={(_, { checkedItems }) => choosePresence(checkedItems[0] === 'away' ? 'away' : 'available')}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" className={styles.me}>
          <span
            className={unseen}
          >{`${t.account}: ${agent.name}${presence === undefined ? '' : `, ${words[presence.state]}`}`}</span>
          <Avatar
            name={agent.name}
            size={28}
            color="brand"
            aria-hidden="true"
            badge={presence === undefined ? null : { status: presence.state }}
          />
          <span className={styles.name} aria-hidden="true">
            {agent.name}
          </span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {presence !== undefined && (
            <>
              <MenuGroup>
                <MenuGroupHeader>{words.label}</MenuGroupHeader>
                <MenuItemRadio name="presence" value="available">
                  {words.available}
                </MenuItemRadio>
                <MenuItemRadio name="presence" value="away">
                  {presence.state === 'away' && presence.because === 'idleness' ? words.idle : words.away}
                </MenuItemRadio>
              </MenuGroup>
              <MenuDivider />
            </>
          )}
          <MenuItemLink
            href="/desk/account"
            icon={<PersonRegular />}
            onClick={(event) => {
              event.preventDefault();
              go('/account');
            }}
          >
            {t.account}
          </MenuItemLink>
          <MenuDivider />
          <MenuItem icon={<SignOutRegular />} onClick={() => signOut.mutate()}>
            {t.signOut}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
