import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import type { AccountLine } from '../../../../service/people.ts';
import { get, post } from '../../api/client.ts';
import { accountsKey, ofAccounts } from '../../live/news.ts';

/** All accounts, by login. */
export function useAccounts() {
  return useQuery({
    queryKey: accountsKey,
    queryFn: ({ signal }) => get<{ readonly accounts: readonly AccountLine[] }>('accounts', signal),
    // The stream tells what others do, but not what is done on the command line.
    staleTime: 0,
  });
}

/** Does something with accounts, and looks at all that may have changed by it. */
export function useAccountAct<T = unknown>() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: { readonly path: string; readonly body?: object }) => post<T>(path, body),
    onSettled: () => Promise.all(ofAccounts.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

/** The path of an act on one account. */
export function pathOf({ login }: Pick<AccountLine, 'login'>, act: string): string {
  return `accounts/${encodeURIComponent(login)}/${act}`;
}
