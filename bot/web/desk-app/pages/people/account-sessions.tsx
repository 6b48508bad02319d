import { useQuery } from '@tanstack/react-query';

import type { OpenSession } from '../../../../service/account-store.ts';
import type { AccountLine } from '../../../../service/people.ts';
import { get } from '../../api/client.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { SessionList } from '../../parts/session-list.tsx';
import { useTexts } from '../../texts/language.tsx';
import { accountFailures, peopleTexts } from '../../texts/people.ts';
import { pathOf, useAccountAct } from './accounts.ts';

/** The open sessions of an account; each can be ended. */
export function AccountSessions({ account }: { readonly account: AccountLine }) {
  const t = useTexts(peopleTexts);
  const act = useAccountAct();
  const path = pathOf(account, 'sessions');
  const sessions = useQuery({
    queryKey: ['sessions', account.login],
    queryFn: ({ signal }) => get<{ readonly sessions: readonly OpenSession[] }>(path, signal),
    staleTime: 0,
  });
  if (sessions.isError) return <FailureNote error={sessions.error} sentences={accountFailures} />;
  if (sessions.data === undefined) return <Loading />;
  return (
    <>
      {sessions.data.sessions.length === 0 && t.noSessions}
      <SessionList sessions={sessions.data.sessions} end={(id) => act.mutate({ path: `${path}/${id}/end` })} />
      <FailureNote error={act.error} sentences={accountFailures} />
    </>
  );
}
