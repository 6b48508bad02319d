import { allows } from '../../service/allowed-origins.ts';
import { errorReply, type Call, type Reply, type Route } from '../../service/http.ts';

/** Lets pages of other sites use routes; without any, only pages of the same origin can. Adds the answers to preflights. */
export function withCors(routes: readonly Route[], origins: readonly string[]): readonly Route[] {
  if (origins.length === 0) return routes;
  const shared = routes.map((route) => ({
    ...route,
    handle: async (call: Call) => {
      const reply = await route.handle(call);
      return { ...reply, headers: { ...reply.headers, ...corsHeaders(call, origins) } };
    },
  }));
  const paths = [...new Set(routes.map(({ path }) => path))];
  return [...shared, ...paths.map((path) => preflight(path, origins))];
}

function preflight(path: string, origins: readonly string[]): Route {
  return {
    method: 'options',
    path,
    handle: (call): Promise<Reply> => {
      const headers = corsHeaders(call, origins);
      if (headers['access-control-allow-origin'] === undefined) {
        const message = 'This site may not use the chat. Add its origin to ALLOWED_ORIGINS.';
        return Promise.resolve(errorReply(403, 'Forbidden', message, { headers }));
      }
      const allowed = {
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
        'access-control-max-age': '7200',
      };
      return Promise.resolve({ status: 204, headers: { ...headers, ...allowed } });
    },
  };
}

function corsHeaders({ headers }: Call, origins: readonly string[]): Readonly<Record<string, string>> {
  const { origin } = headers;
  if (origin === undefined || !allows(origins, origin)) return { vary: 'origin' };
  return { 'access-control-allow-origin': origin, 'access-control-expose-headers': 'retry-after', vary: 'origin' };
}
