import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';

import { get } from '../../api/client.ts';

/** What is asked for stands in the address, so that a view can be kept and sent to a colleague. */
export interface Asked {
  readonly period: string;
  readonly channel: string;
  readonly language: string;
  readonly handledBy: string;
}

export type AskedKey = keyof Asked;

const standard: Asked = { period: '28d', channel: '', language: '', handledBy: '' };

export function useAsked(): readonly [Asked, (key: AskedKey, value: string) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = Object.fromEntries(
    Object.entries(standard).map(([key, value]) => [key, search.get(key) ?? value]),
  ) as unknown as Asked;
  const set = (key: AskedKey, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === standard[key]) next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  return [asked, set];
}

/** Reads figures; those shown before stay until the new ones are there. */
export function useFigures<T>(path: string, asked: Asked): UseQueryResult<T> {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
  return useQuery({
    queryKey: [path, query.toString()],
    queryFn: ({ signal }) => get<T>(`${path}?${query}`, signal),
    // Figures change with every conversation: whoever comes to the page reads them anew.
    staleTime: 0,
    refetchOnMount: 'always',
    placeholderData: keepPreviousData,
  });
}
