import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import type { ClosedPage } from '../../../service/desk.ts';
import type { ShownConversation, ShownSuggestions } from '../../desk-conversations.ts';
import { closedKey, conversationKey } from '../live/news.ts';
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
  readonly name: 'claim' | 'take-over' | 'release' | 'resolve' | 'say' | 'note' | 'transfer';
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

/** Answers of the knowledge and saved replies for what is being written, or else for what the customer asked. */
export function useSuggestions(id: string, text: string, lastSeq: number) {
  return useQuery({
    queryKey: ['suggestions', id, text, lastSeq],
    queryFn: ({ signal }) =>
      get<ShownSuggestions>(`${pathOf(id)}/suggestions?text=${encodeURIComponent(text)}`, signal),
    // The ones before stay until the new ones are there.
    placeholderData: (before) => before,
    gcTime: 60_000,
  });
}

/** Tells the customer that somebody writes. */
export function tellTyping(id: string): void {
  // It is a courtesy: whatever hinders it is not worth a word.
  post(`${pathOf(id)}/typing`).catch(() => {});
}

/** Closed conversations that have all the words, the last closed first, page by page. */
export function useClosed(words: string) {
  return useInfiniteQuery({
    queryKey: [...closedKey, words],
    queryFn: ({ pageParam, signal }) => {
      const before = pageParam === undefined ? '' : `&before=${pageParam}`;
      return get<ClosedPage>(`conversations/closed?q=${encodeURIComponent(words)}${before}`, signal);
    },
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
}

function pathOf(id: string): string {
  return `conversations/${encodeURIComponent(id)}`;
}
