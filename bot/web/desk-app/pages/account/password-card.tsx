import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';

import { post } from '../../api/client.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { accountTexts } from '../../texts/account.ts';
import { entryTexts } from '../../texts/entry.ts';
import { useTexts } from '../../texts/language.tsx';
import { accountFailures } from '../../texts/people.ts';

const shortestPassword = 12;

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  button: { alignSelf: 'flex-start' },
});

/** Another password for one's own account. */
export function PasswordCard() {
  const styles = useStyles();
  const t = useTexts(accountTexts);
  const { missing, tooShort, passwordHint } = useTexts(entryTexts);
  const queries = useQueryClient();
  const [values, setValues] = useState({ old: '', password: '' });
  const [tried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: () => post('account/password', values),
    async onSuccess() {
      setValues({ old: '', password: '' });
      setTried(false);
      await queries.invalidateQueries({ queryKey: ['account'] });
    },
  });
  const short =
    values.password.length < shortestPassword ? tooShort(shortestPassword, values.password.length) : undefined;
  const faults = {
    old: tried && values.old === '' ? missing : undefined,
    password: tried ? (values.password === '' ? missing : short) : undefined,
  };

  function submitted(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    if (values.old !== '' && short === undefined) change.mutate();
  }

  return (
    <SectionCard title={t.password}>
      <form className={styles.form} noValidate onSubmit={submitted}>
        {(['old', 'password'] as const).map((name) => (
          <Field
            key={name}
            label={name === 'old' ? t.oldPassword : t.newPassword}
            hint={name === 'old' ? null : passwordHint}
            validationMessage={faults[name] ?? null}
            validationState={faults[name] === undefined ? 'none' : 'error'}
          >
            <Input
              name={name}
              type="password"
              maxLength={200}
              autoComplete={name === 'old' ? 'current-password' : 'new-password'}
              value={values[name]}
              onChange={(_, { value }) => setValues({ ...values, [name]: value })}
            />
          </Field>
        ))}
        <FailureNote error={change.error} sentences={accountFailures} />
        {change.isSuccess && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>{t.passwordChanged}</MessageBarBody>
          </MessageBar>
        )}
        <Button type="submit" className={styles.button} disabledFocusable={change.isPending}>
          {t.changePassword}
        </Button>
      </form>
    </SectionCard>
  );
}
