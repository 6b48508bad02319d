import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Another shop's site: to a browser another site than Sportello, with a policy as strict as one can be. */
export interface ShopSite {
  /** `http://127.0.0.1:PORT`; Sportello answers as localhost. */
  readonly url: string;
  /** The same pages, as a site that nobody has allowed. */
  readonly strangerUrl: string;
  /** What its pages hold from now on, and whose scripts and frames they take. */
  serve(body: string, home: string): void;
  close(): void;
}

export async function openShopSite(): Promise<ShopSite> {
  let [body, home] = ['', ''];
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const policy = `default-src 'none'; script-src ${home}; style-src 'none'; frame-src ${home}; require-trusted-types-for 'script'`;
    response.setHeader('content-security-policy', policy);
    response.end(
      `<!doctype html><html lang="it"><meta name="viewport" content="width=device-width"><title>Negozio</title>
       <main><h1>Un altro negozio</h1><button>Compra</button></main>${body}</html>`,
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    strangerUrl: `http://stranger.localhost:${port}`,
    serve: (nextBody, nextHome) => void ([body, home] = [nextBody, nextHome]),
    close: () => server.close(),
  };
}
