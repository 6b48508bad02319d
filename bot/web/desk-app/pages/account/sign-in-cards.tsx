import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import type { OpenSession } from '../../../../service/account-store.ts';
import type { AccountLine } from '../../../../service/people.ts';
import { get, post } from '../../api/client.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { SessionList } from '../../parts/session-list.tsx';
import { accountTexts } from '../../texts/account.ts';
import { useTexts } from '../../texts/language.tsx';
import { accountFailures } from '../../texts/people.ts';
import { PasswordCard } from './password-card.tsx';
import { ProviderCard } from './provider-card.tsx';

interface OwnAccount {
  readonly account: AccountLine;
  readonly sessions: readonly (OpenSession & { readonly current: boolean })[];
}

/** How one's own account signs in, and where it is signed in now. */
export function SignInCards() {
  const t = useTexts(accountTexts);
  const queries = useQueryClient();
  const own = useQuery({
    queryKey: ['account'],
    queryFn: ({ signal }) => get<OwnAccount>('account', signal),
    staleTime: 0,
  });
  const end = useMutation({
    mutationFn: (id: string) => post(`account/sessions/${id}/end`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['account'] }),
  });
  if (own.isError) return <FailureNote error={own.error} again={() => own.refetch()} />;
  if (own.data === undefined) return null;
  return (
    <>
      {own.data.account.signsInWith.includes('password') && <PasswordCard />}
      <ProviderCard ways={own.data.account.signsInWith} />
      <SectionCard title={t.sessions}>
        <SessionList sessions={own.data.sessions} end={(id) => end.mutate(id)} />
        <FailureNote error={end.error} sentences={accountFailures} />
      </SectionCard>
    </>
  );
}
