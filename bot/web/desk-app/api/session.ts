import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import type { SignedIn } from '../../../service/accounts.ts';
import { forgetDrafts } from '../parts/drafts.ts';
import { get, post, Refused } from './client.ts';
import { endSession } from './queries.ts';

export const sessionKey = ['session'] as const;

/** Who sits at this page; `out` says whether somebody did before. */
export type SessionState =
  ({ readonly kind: 'in' } & SignedIn) | { readonly kind: 'out'; readonly why: 'never' | 'left' | 'ended' };

/** Asks once who is signed in. */
export function useSession() {
  return useQuery({ queryKey: sessionKey, queryFn: readSession });
}

/** Who is signed in; for what is shown to them only. */
export function useMe(): SignedIn {
  const { data } = useSession();
  if (data?.kind !== 'in') throw new Error('This part of the desk is for those who are signed in.');
  return data;
}

/** Signs in, or uses a one-time link, and then shows the desk. */
export function useSignIn(path: 'sign-in' | 'welcome' | 'new-password') {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (values: Readonly<Record<string, string>>): Promise<SessionState> => ({
      kind: 'in',
      ...(await post<SignedIn>(path, values)),
    }),
    onSuccess: (session) => queries.setQueryData<SessionState>(sessionKey, session),
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => post('sign-out'),
    onSuccess() {
      forgetDrafts();
      endSession(queries, 'left');
    },
  });
}

async function readSession(): Promise<SessionState> {
  try {
    return { kind: 'in', ...(await get<SignedIn>('session')) };
  } catch (error) {
    if (error instanceof Refused && error.status === 401) return { kind: 'out', why: 'never' };
    throw error;
  }
}
