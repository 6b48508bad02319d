import type { Route } from '../service/http.ts';

export interface Probes {
  /** What is not ready yet, in words; empty = ready. */
  readonly ready: () => Promise<readonly string[]>;
  /** The figures in Prometheus' text format. */
  readonly metrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
}

/** What a supervisor asks: `/healthz` (the process answers), `/readyz` (it can serve customers), `/metrics`. */
export function probes({ ready, metrics }: Probes): Route[] {
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
      async handle() {
        const { contentType, text } = await metrics();
        return { status: 200, headers: { 'content-type': contentType, 'cache-control': 'no-store' }, body: text };
      },
    },
  ];
}
