import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';

import type { Role } from '../../../../domain/role.ts';
import type { AccountLine } from '../../../../service/people.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { SmallDialog } from '../../parts/small-dialog.tsx';
import { useTexts } from '../../texts/language.tsx';
import { accountFailures, peopleTexts } from '../../texts/people.ts';
import type { AccountAct } from './account-menu.tsx';
import { AccountSessions } from './account-sessions.tsx';
import { pathOf, useAccountAct } from './accounts.ts';
import { LinkField } from './link-field.tsx';
import { RoleChoice } from './role-choice.tsx';

const useStyles = makeStyles({ text: { margin: 0 } });

interface Props {
  readonly account: AccountLine;
  readonly close: () => void;
}

/** The dialog for what is about to be done with an account. */
export function AccountDialog({
  act: { kind, account },
  close,
}: {
  readonly act: AccountAct;
  readonly close: () => void;
}) {
  const t = useTexts(peopleTexts);
  switch (kind) {
    case 'roles':
      return <RolesDialog account={account} close={close} />;
    case 'disable':
      return <DisableDialog account={account} close={close} />;
    case 'password-link':
      return <PasswordLinkDialog account={account} close={close} />;
    case 'sessions':
      return (
        <SmallDialog
          title={t.sessionsOf(account.name)}
          close={close}
          actions={<Button onClick={close}>{t.close}</Button>}
        >
          <AccountSessions account={account} />
        </SmallDialog>
      );
  }
}

function RolesDialog({ account, close }: Props) {
  const styles = useStyles();
  const t = useTexts(peopleTexts);
  const act = useAccountAct();
  const [roles, setRoles] = useState<readonly Role[]>(account.roles);
  const save = () => {
    if (roles.length > 0) act.mutate({ path: pathOf(account, 'roles'), body: { roles } }, { onSuccess: close });
  };
  const actions = (
    <>
      <Button onClick={close}>{t.cancel}</Button>
      <Button appearance="primary" disabledFocusable={act.isPending} onClick={save}>
        {t.save}
      </Button>
    </>
  );
  return (
    <SmallDialog title={t.rolesOf(account.name)} close={close} actions={actions}>
      <RoleChoice chosen={roles} choose={setRoles} />
      {account.signsInWith.includes('provider') && <p className={styles.text}>{t.byProvider}</p>}
      <FailureNote error={act.error} sentences={accountFailures} />
    </SmallDialog>
  );
}

function DisableDialog({ account, close }: Props) {
  const styles = useStyles();
  const t = useTexts(peopleTexts);
  const act = useAccountAct();
  const actions = (
    <>
      <Button onClick={close}>{t.cancel}</Button>
      <Button
        appearance="primary"
        disabledFocusable={act.isPending}
        onClick={() => act.mutate({ path: pathOf(account, 'disable') }, { onSuccess: close })}
      >
        {t.disable}
      </Button>
    </>
  );
  return (
    <SmallDialog title={t.disableTitle(account.name)} close={close} actions={actions}>
      <p className={styles.text}>{t.disableText}</p>
      <FailureNote error={act.error} sentences={accountFailures} />
    </SmallDialog>
  );
}

/** Makes the link as soon as it is opened: there is nothing to choose. */
function PasswordLinkDialog({ account, close }: Props) {
  const t = useTexts(peopleTexts);
  const { mutate, data, error } = useAccountAct<{ readonly link: string }>();
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    mutate({ path: pathOf(account, 'password-link') });
  }, [account, mutate]);
  return (
    <SmallDialog
      title={t.passwordLink}
      close={close}
      actions={
        <Button appearance="primary" onClick={close}>
          {t.done}
        </Button>
      }
    >
      {data !== undefined && <LinkField link={data.link} />}
      <FailureNote error={error} sentences={accountFailures} />
    </SmallDialog>
  );
}
