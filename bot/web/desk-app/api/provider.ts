import { useQuery } from '@tanstack/react-query';

import { get } from './client.ts';

/** The name of the provider with which one can sign in too; undefined when there is none, and until it is known. */
export function useProvider(): string | undefined {
  const ways = useQuery({
    queryKey: ['session', 'ways'],
    queryFn: ({ signal }) => get<{ readonly provider?: string }>('sign-in-ways', signal),
  });
  return ways.data?.provider;
}
