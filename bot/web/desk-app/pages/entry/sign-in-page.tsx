import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';

import { entryTexts } from '../../texts/entry.ts';
import { useTexts } from '../../texts/language.tsx';
import { EntryCard } from './entry-card.tsx';
import { EntryForm } from './entry-form.tsx';
import { ProviderButton, ProviderProblem } from './provider.tsx';

const useStyles = makeStyles({ lost: { margin: 0, color: tokens.colorNeutralForeground2 } });

/** The way in; `ended` when a session was at this page a moment ago. */
export function SignInPage({ ended }: { readonly ended: boolean }) {
  const styles = useStyles();
  const t = useTexts(entryTexts);
  return (
    <EntryCard title={t.signIn}>
      {ended && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t.ended}</MessageBarBody>
        </MessageBar>
      )}
      <ProviderProblem />
      <EntryForm
        path="sign-in"
        submit={t.submit}
        fields={[
          { name: 'login', label: t.login, autoComplete: 'username' },
          { name: 'password', label: t.password, type: 'password', autoComplete: 'current-password' },
        ]}
      />
      <ProviderButton />
      <p className={styles.lost}>{t.lost}</p>
    </EntryCard>
  );
}
