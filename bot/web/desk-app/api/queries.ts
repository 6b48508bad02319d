import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

import { Refused } from './client.ts';
import { sessionKey, type SessionState } from './session.ts';

/*
 * What was read stays as it is until the live stream says that it changed: nothing is read again for its age. A session that has
 * ended takes all that was read with it, so that the next one at this machine finds nothing of it.
 */

/** Makes the store of all that pages have read. */
export function createDeskQueries(): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof Refused && error.failure.code === 'not-signed-in') endSession(queries, 'ended');
  };
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // A refusal stays one; a server that does not answer is asked again when the stream is back.
        retry: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
  return queries;
}

/** Forgets everything but that nobody is signed in, and why. */
export function endSession(queries: QueryClient, why: 'ended' | 'left'): void {
  const before = queries.getQueryData<SessionState>(sessionKey);
  if (why === 'ended' && before?.kind !== 'in') return;
  const out: SessionState = { kind: 'out', why };
  queries.setQueryData(sessionKey, out);
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
}
