import { useQuery } from '@tanstack/react-query';

import type { DeskQueue } from '../../../service/desk.ts';
import { get } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { queueKey } from './news.ts';
import { setServerTime } from './server-time.ts';

/** The open conversations and the number of open tickets, kept up to date by the stream. */
export function useQueue() {
  const { data: session } = useSession();
  return useQuery({
    queryKey: queueKey,
    // The queue is for those who answer customers.
    enabled: session?.kind === 'in' && session.roles.includes('agent'),
    async queryFn() {
      const queue = await get<DeskQueue>('queue');
      setServerTime(queue.now);
      return queue;
    },
  });
}

/** How many customers wait for a person; 0 as long as it is not known. */
export function useWaitingWork(): number {
  return useQueue().data?.lines.filter(({ status }) => status === 'waiting').length ?? 0;
}
