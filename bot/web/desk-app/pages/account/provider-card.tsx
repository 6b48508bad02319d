import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useSearchParams } from 'wouter';

import type { AccountLine } from '../../../../service/people.ts';
import { post } from '../../api/client.ts';
import { useProvider } from '../../api/provider.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { entryTexts, sentenceFor } from '../../texts/entry.ts';
import { useTexts } from '../../texts/language.tsx';
import { accountFailures } from '../../texts/people.ts';
import { linkProblems, providerLinkTexts } from '../../texts/provider-link.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  text: { margin: 0 },
  button: { alignSelf: 'flex-start' },
});

type Ways = AccountLine['signsInWith'];

/** Whether the provider opens one's own account too; nothing where there is no provider. */
export function ProviderCard({ ways }: { readonly ways: Ways }) {
  const t = useTexts(providerLinkTexts);
  const provider = useProvider();
  const isLinked = ways.includes('provider');
  if (provider === undefined && !isLinked) return null;
  return (
    <SectionCard title={t.title(provider ?? t.anyProvider)}>
      <LinkProblem isLinked={isLinked} />
      {isLinked && <Linked provider={provider ?? t.anyProvider} ways={ways} />}
      {!isLinked && provider !== undefined && <LinkForm provider={provider} />}
    </SectionCard>
  );
}

/** The address says it when one comes back from the provider. */
function LinkProblem({ isLinked }: { readonly isLinked: boolean }) {
  const problems = useTexts(linkProblems);
  const [search] = useSearchParams();
  const end = search.get('link');
  const sentence = isLinked && end !== 'already' ? undefined : sentenceFor(end, problems);
  if (sentence === undefined) return null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{sentence}</MessageBarBody>
    </MessageBar>
  );
}

function Linked({ provider, ways }: { readonly provider: string; readonly ways: Ways }) {
  const styles = useStyles();
  const t = useTexts(providerLinkTexts);
  const queries = useQueryClient();
  const unlink = useMutation({
    mutationFn: () => post('account/unlink'),
    onSettled: () => queries.invalidateQueries({ queryKey: ['account'] }),
  });
  if (!ways.includes('password')) return <p className={styles.text}>{t.only(provider)}</p>;
  return (
    <>
      <p className={styles.text}>{t.linked(provider)}</p>
      <p className={styles.text}>{t.unlinkHint}</p>
      <FailureNote error={unlink.error} sentences={accountFailures} />
      <Button className={styles.button} disabledFocusable={unlink.isPending} onClick={() => unlink.mutate()}>
        {t.unlink(provider)}
      </Button>
    </>
  );
}

function LinkForm({ provider }: { readonly provider: string }) {
  const styles = useStyles();
  const t = useTexts(providerLinkTexts);
  const { missing } = useTexts(entryTexts);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const link = useMutation({
    mutationFn: () => post<{ readonly address: string }>('account/link', { password }),
    onSuccess: ({ address }) => window.location.assign(address),
  });

  function submitted(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    if (password !== '') link.mutate();
  }

  const fault = tried && password === '' ? missing : undefined;
  return (
    <form className={styles.form} noValidate onSubmit={submitted}>
      <p className={styles.text}>{t.offer(provider)}</p>
      <Field
        label={t.password}
        validationMessage={fault ?? null}
        validationState={fault === undefined ? 'none' : 'error'}
      >
        <Input
          type="password"
          maxLength={200}
          autoComplete="current-password"
          value={password}
          onChange={(_, { value }) => setPassword(value)}
        />
      </Field>
      <FailureNote error={link.error} sentences={accountFailures} />
      <Button type="submit" className={styles.button} disabledFocusable={link.isPending}>
        {t.link(provider)}
      </Button>
    </form>
  );
}
