import { useQuery, type QueryClient } from '@tanstack/react-query';

import { useServerSecond } from './ticking.ts';
import { serverNow } from './server-time.ts';

/** How long a customer counts as writing after the last sign of it, in milliseconds. */
const fades = 5000;

const typingKey = (id: string) => ['typing', id] as const;

/** Notes that the customers of these conversations write at this moment; where something has come, they have written. */
export function noteTyping(queries: QueryClient, ids: readonly string[], changed: readonly string[]): void {
  for (const id of changed)
    if (queries.getQueryData(typingKey(id)) !== undefined) queries.setQueryData(typingKey(id), 0);
  for (const id of ids) queries.setQueryData(typingKey(id), serverNow());
}

/** Whether the customer of a conversation writes at this moment. */
export function useIsTyping(id: string): boolean {
  const { data = 0 } = useQuery<number>({ queryKey: typingKey(id), queryFn: () => 0 });
  const now = useServerSecond();
  return data > 0 && now - data < fades;
}
