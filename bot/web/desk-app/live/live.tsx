import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';

import { endSession } from '../api/queries.ts';
import { news, toldOnlyWhenChanged } from './news.ts';
import { listen } from './stream.ts';

const Connected = createContext(true);

/** Keeps what pages have read up to date while somebody is signed in: no page asks twice by itself. */
export function Live({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    let before = false;
    return listen(Object.keys(news), {
      news: (name, data) => news[name]?.(queries, data),
      connected() {
        setConnected(true);
        // Whatever happened while the line was broken was told to nobody; the roles may be others too. A page that is new hears
        // by the line how its queue is; the rest of what is kept up to date may be older than the line.
        if (before) void queries.invalidateQueries();
        else for (const queryKey of toldOnlyWhenChanged) void queries.invalidateQueries({ queryKey });
        before = true;
      },
      lost: () => setConnected(false),
      answered: () => answered(queries),
      signedOut: () => endSession(queries, 'ended'),
    });
  }, [queries]);
  return <Connected value={connected}>{children}</Connected>;
}

function answered(queries: QueryClient): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (queries.isMutating() > 0) return;
      end();
      resolve();
    };
    const end = queries.getMutationCache().subscribe(look);
    look();
  });
}

/** False while the stream is lost. */
export function useConnected(): boolean {
  return useContext(Connected);
}
