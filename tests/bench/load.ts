import { Agent, request } from 'node:http';

export interface Shot {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failures: number;
}

/** Posts JSON over keep-alive connections for some seconds; each worker waits for an answer before its next shot. */
export async function load(
  url: string,
  options: { readonly workers: number; readonly seconds: number },
  shot: (worker: number, count: number) => Shot,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.workers });
  const times: number[] = [];
  let failures = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + options.seconds * 1000;
  const work = async (worker: number): Promise<void> => {
    for (let count = 0; performance.now() < endsAt; count += 1) {
      const from = performance.now();
      const status = await post(url, agent, shot(worker, count));
      times.push(performance.now() - from);
      if (status >= 300) failures += 1;
    }
  };
  await Promise.all(Array.from({ length: options.workers }, (_, worker) => work(worker)));
  const elapsed = (performance.now() - startedAt) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return { perSecond: times.length / elapsed, p50: quantile(times, 0.5), p99: quantile(times, 0.99), failures };
}

/** The value below which a share of the sorted values lies (nearest rank). */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Posts once and resolves to the status and the parsed answer. */
export function post(url: string, agent: Agent, { path, headers, body }: Shot): Promise<number> {
  const payload = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(path, url),
      {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload), ...headers },
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    sent.on('error', reject);
    sent.end(payload);
  });
}
