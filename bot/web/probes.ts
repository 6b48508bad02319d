import { createHash, timingSafeEqual } from 'node:crypto';

import { errorReply, type Call, type Route } from '../service/http.ts';
import { isLocal } from '../service/local.ts';

export interface Probes {
  /** What is not ready yet, in words; empty = ready. */
  readonly ready: () => Promise<readonly string[]>;
  /** The figures in Prometheus' text format. */
  readonly metrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
  /** With it as bearer token /metrics may be read from elsewhere; undefined = from this machine only. */
  readonly metricsToken?: string;
}

/** What a supervisor asks: `/healthz` (the process answers), `/readyz` (it can serve customers), `/metrics`. */
export function probes({ ready, metrics, metricsToken }: Probes): Route[] {
  return [
    {
      method: 'get',
      path: '/healthz',
      handle: async () => ({ status: 200, body: { status: 'alive' } }),
    },
    {
      method: 'get',
      path: '/readyz',
      async handle() {
        const missing = await ready().catch(() => ['the readiness check itself failed']);
        return missing.length === 0
          ? { status: 200, body: { status: 'ready' } }
          : { status: 503, headers: { 'retry-after': '2' }, body: { status: 'not ready', missing } };
      },
    },
    {
      method: 'get',
      path: '/metrics',
      async handle(call) {
        if (!isLocal(call) && !holds(call, metricsToken)) return errorReply(403, 'local-only', localOnly);
        const { contentType, text } = await metrics();
        return { status: 200, headers: { 'content-type': contentType, 'cache-control': 'no-store' }, body: text };
      },
    },
  ];
}

const localOnly =
  '/metrics is for programs on this machine. To read it from elsewhere set METRICS_TOKEN, and send it as a bearer token.';

/** Compares hashes, so that the time taken tells nothing of the token. */
function holds({ headers }: Call, token: string | undefined): boolean {
  if (token === undefined) return false;
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(headers.authorization ?? ''), hash(`Bearer ${token}`));
}
