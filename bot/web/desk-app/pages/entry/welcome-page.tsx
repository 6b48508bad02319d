import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';

import type { Offer } from '../../../../service/links.ts';
import { failureOf, post } from '../../api/client.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { entryTexts } from '../../texts/entry.ts';
import { useTexts } from '../../texts/language.tsx';
import { EntryCard } from './entry-card.tsx';
import { EntryForm, type EntryField } from './entry-form.tsx';

const useStyles = makeStyles({
  text: { margin: 0 },
  command: {
    margin: 0,
    padding: '10px 12px',
    overflowX: 'auto',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground4,
    fontFamily: tokens.fontFamilyMonospace,
  },
});

export interface WelcomePageProps {
  readonly secret: string;
  readonly leave: () => void;
}

/** The page behind a one-time link: opens an account, or says that the link is spent. */
export function WelcomePage({ secret, leave }: WelcomePageProps) {
  const styles = useStyles();
  const t = useTexts(entryTexts);
  const invitation = useQuery({
    queryKey: ['invitation', secret],
    queryFn: () => post<Offer>('invitation', { secret }),
  });
  const password: EntryField = {
    name: 'password',
    label: t.password,
    hint: t.passwordHint,
    type: 'password',
    autoComplete: 'new-password',
    least: 12,
  };
  if (invitation.isPending) return <Loading />;
  if (invitation.isError) {
    const spent = ['link-expired', 'bad-input'].includes(failureOf(invitation.error).code);
    if (spent) return <SpentLink leave={leave} />;
    return (
      <EntryCard title={t.welcome}>
        <FailureNote error={invitation.error} again={() => invitation.refetch()} />
      </EntryCard>
    );
  }
  if (invitation.data.kind === 'password') {
    return (
      <EntryCard title={t.newPassword}>
        <p className={styles.text}>{t.newPasswordIntro(invitation.data.name, invitation.data.login)}</p>
        <EntryForm path="new-password" submit={t.setPassword} also={{ secret }} done={leave} fields={[password]} />
      </EntryCard>
    );
  }
  return (
    <EntryCard title={t.welcome}>
      <p className={styles.text}>{t.intro}</p>
      <EntryForm
        path="welcome"
        submit={t.create}
        also={{ secret }}
        done={leave}
        fields={[
          { name: 'name', label: t.name, hint: t.nameHint, autoComplete: 'name' },
          { name: 'login', label: t.login, hint: t.loginHint, autoComplete: 'username' },
          password,
        ]}
      />
    </EntryCard>
  );
}

function SpentLink({ leave }: { readonly leave: () => void }) {
  const styles = useStyles();
  const t = useTexts(entryTexts);
  return (
    <EntryCard title={t.spent}>
      <p className={styles.text}>{t.spentHint}</p>
      <pre className={styles.command} tabIndex={0}>
        npx sportello account link
      </pre>
      <Button onClick={leave}>{t.toSignIn}</Button>
    </EntryCard>
  );
}
