import { skipToken, useQuery } from '@tanstack/react-query';

import type { DeskQueue } from '../../../service/desk.ts';
import { queueKey } from './news.ts';

/** The open conversations, the number of open tickets and who is there: the stream begins with all of it, and keeps it so. */
export function useQueue() {
  return useQuery<DeskQueue>({ queryKey: queueKey, queryFn: skipToken });
}

/** How many customers wait for a person; 0 as long as it is not known. */
export function useWaitingWork(): number {
  return useQueue().data?.lines.filter(({ status }) => status === 'waiting').length ?? 0;
}
