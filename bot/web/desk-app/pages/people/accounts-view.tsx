import { Avatar, Badge, Card, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';

import type { AccountLine } from '../../../../service/people.ts';
import { useMe } from '../../api/session.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { peopleTexts } from '../../texts/people.ts';
import { ago } from '../../texts/time-words.ts';
import { AccountMenu, type AccountAct } from './account-menu.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { useAccounts } from './accounts.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '8px', margin: '16px 0 0', padding: 0, listStyleType: 'none' },
  card: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 2fr) minmax(0, 2fr) minmax(0, 1.4fr) auto',
    alignItems: 'center',
    gap: '4px 16px',
    padding: '12px 16px',
    '@media (max-width: 719px)': { gridTemplateColumns: 'auto minmax(0, 1fr) auto' },
  },
  who: { minWidth: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  badges: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  below: { '@media (max-width: 719px)': { gridColumn: '2 / -1' } },
  menu: { '@media (max-width: 719px)': { gridColumn: '3', gridRow: '1' } },
});

/** All accounts: who they are, what they may do, when they were seen. */
export function AccountsView() {
  const styles = useStyles();
  const accounts = useAccounts();
  const [act, setAct] = useState<AccountAct>();
  if (accounts.isError) return <FailureNote error={accounts.error} again={() => accounts.refetch()} />;
  if (accounts.data === undefined) return <Loading />;
  return (
    <>
      <ul className={styles.list}>
        {accounts.data.accounts.map((account) => (
          <li key={account.id}>
            <AccountCard account={account} choose={(kind) => setAct({ kind, account })} />
          </li>
        ))}
      </ul>
      {act !== undefined && <AccountDialog act={act} close={() => setAct(undefined)} />}
    </>
  );
}

interface AccountCardProps {
  readonly account: AccountLine;
  readonly choose: (kind: AccountAct['kind']) => void;
}

function AccountCard({ account, choose }: AccountCardProps) {
  const styles = useStyles();
  const t = useTexts(peopleTexts);
  const me = useMe().agent.id === account.id;
  return (
    <Card className={styles.card}>
      <Avatar name={account.name} color="colorful" aria-hidden="true" />
      <div className={styles.who}>
        <div className={styles.name}>{account.name}</div>
        <div className={styles.quiet}>
          {account.login}
          {me && ` (${t.you})`}
        </div>
      </div>
      <div className={mergeClasses(styles.badges, styles.below)}>
        {account.roles.map((role) => (
          <Badge key={role} appearance="tint" color="brand">
            {t.roleNames[role]}
          </Badge>
        ))}
        <AccountState account={account} />
      </div>
      <div className={mergeClasses(styles.quiet, styles.below)}>
        <LastSeen account={account} />
      </div>
      <div className={styles.menu}>
        <AccountMenu account={account} choose={choose} />
      </div>
    </Card>
  );
}

function AccountState({ account: { disabled, roles, signsInWith } }: { readonly account: AccountLine }) {
  const t = useTexts(peopleTexts);
  return (
    <>
      {disabled && (
        <Badge appearance="tint" color="danger">
          {t.disabled}
        </Badge>
      )}
      {roles.length === 0 && (
        <Badge appearance="tint" color="warning">
          {t.noRole}
        </Badge>
      )}
      {signsInWith.length === 0 && !disabled && (
        <Badge appearance="tint" color="warning">
          {t.notYet}
        </Badge>
      )}
      {signsInWith.includes('provider') && (
        <Badge appearance="outline" color="informative">
          {t.provider}
        </Badge>
      )}
    </>
  );
}

function LastSeen({ account: { sessions, seenAt } }: { readonly account: AccountLine }) {
  const t = useTexts(peopleTexts);
  const { language } = useLanguage();
  if (seenAt === undefined) return <>{t.notSignedIn}</>;
  return (
    <>
      <div>{t.seen(ago(seenAt, language))}</div>
      <div>{t.sessions(sessions)}</div>
    </>
  );
}
