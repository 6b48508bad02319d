import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import type { ShownConversation } from '../../desk-conversations.ts';
import { conversationKey } from '../live/news.ts';
import { setServerTime } from '../live/server-time.ts';
import { get, post } from './client.ts';

/** One conversation with its transcript; the stream says when it changed. */
export function useConversation(id: string) {
  return useQuery({
    queryKey: conversationKey(id),
    async queryFn({ signal }) {
      const conversation = await get<ShownConversation>(pathOf(id), signal);
      setServerTime(conversation.now);
      return conversation;
    },
  });
}

/** What an agent does with a conversation, and what the server wants to know for it. */
export interface Act {
  readonly name: 'claim' | 'take-over' | 'release' | 'resolve' | 'say';
  readonly body?: object;
}

/** Does something with a conversation; it is settled when what came of it can be seen. */
export function useAct(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ name, body }: Act) => post(`${pathOf(id)}/${name}`, body),
    onSettled: () => queries.invalidateQueries({ queryKey: conversationKey(id) }),
  });
}

function pathOf(id: string): string {
  return `conversations/${encodeURIComponent(id)}`;
}
