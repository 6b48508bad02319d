import { Button, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';

import type { Role } from '../../../../domain/role.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { SmallDialog } from '../../parts/small-dialog.tsx';
import { invitationTexts } from '../../texts/invitations.ts';
import { useTexts } from '../../texts/language.tsx';
import { accountFailures, peopleTexts } from '../../texts/people.ts';
import { useAccountAct } from './accounts.ts';
import { LinkField } from './link-field.tsx';
import { RoleChoice } from './role-choice.tsx';

/** The button that invites, and what it opens: the roles, perhaps a name, and then the link. */
export function InviteDialog() {
  const t = useTexts(peopleTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button appearance="primary" onClick={() => setOpen(true)}>
        {t.invite}
      </Button>
      {open && <Invitation close={() => setOpen(false)} />}
    </>
  );
}

function Invitation({ close }: { readonly close: () => void }) {
  const t = useTexts(peopleTexts);
  const act = useAccountAct<{ readonly link: string }>();
  const [how, setHow] = useState<'free' | 'fixed'>('free');
  const [roles, setRoles] = useState<readonly Role[]>(['agent']);
  const invitation = useTexts(invitationTexts);
  const [guest, setGuest] = useState('');
  const [person, setPerson] = useState({ login: '', name: '' });
  const [tried, setTried] = useState(false);
  const faultOf = (text: string) =>
    tried && text.trim() === '' ? ({ validationMessage: t.missing, validationState: 'error' } as const) : {};

  function make(): void {
    setTried(true);
    if (roles.length === 0) return;
    if (how === 'free') act.mutate({ path: 'account-links', body: { roles, guest } });
    else if (person.login.trim() !== '' && person.name.trim() !== '') {
      act.mutate({ path: 'accounts', body: { ...person, roles } });
    }
  }

  if (act.data !== undefined) {
    const done = (
      <Button appearance="primary" onClick={close}>
        {t.done}
      </Button>
    );
    return (
      <SmallDialog title={t.linkTitle} close={close} actions={done}>
        <LinkField link={act.data.link} />
      </SmallDialog>
    );
  }
  const actions = (
    <>
      <Button onClick={close}>{t.cancel}</Button>
      <Button appearance="primary" disabledFocusable={act.isPending} onClick={make}>
        {t.make}
      </Button>
    </>
  );
  return (
    <SmallDialog title={t.inviteTitle} close={close} actions={actions}>
      <RoleChoice chosen={roles} choose={setRoles} />
      <Field label={t.inviteHow}>
        <RadioGroup value={how} onChange={(_, { value }) => setHow(value === 'fixed' ? 'fixed' : 'free')}>
          <Radio value="free" label={t.inviteFree} />
          <Radio value="fixed" label={t.inviteFixed} />
        </RadioGroup>
      </Field>
      {how === 'free' && (
        <Field label={invitation.guest} hint={invitation.guestHint}>
          <Input value={guest} maxLength={80} autoComplete="off" onChange={(_, { value }) => setGuest(value)} />
        </Field>
      )}
      {how === 'fixed' && (
        <>
          <Field label={t.name} hint={t.nameHint} {...faultOf(person.name)}>
            <Input
              value={person.name}
              maxLength={60}
              autoComplete="off"
              onChange={(_, { value }) => setPerson({ ...person, name: value })}
            />
          </Field>
          <Field label={t.login} hint={t.loginHint} {...faultOf(person.login)}>
            <Input
              value={person.login}
              maxLength={64}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              onChange={(_, { value }) => setPerson({ ...person, login: value })}
            />
          </Field>
        </>
      )}
      <FailureNote error={act.error} sentences={accountFailures} />
    </SmallDialog>
  );
}
