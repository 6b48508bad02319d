import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { errorReply, type Reply } from '../service/http.ts';

/* An error says what happened and what to do next; never a stack, a path of ours, or words of a library. */

/** An error as a small page, when it is a browser that asks for a page. */
export function errorFor(headers: IncomingHttpHeaders, status: number, code: string, message: string): Reply {
  if (!(headers.accept ?? '').includes('text/html')) return errorReply(status, code, message);
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; frame-ancestors 'self'`,
    },
    body: errorPage(status),
  };
}

const style = `
:root{color-scheme:light dark}
body{display:grid;min-height:90vh;margin:0 1.5rem;place-content:center;background:#faf5ee;color:#2c2420;font:1.0625rem/1.6 -apple-system,'Segoe UI',Roboto,'Open Sans',system-ui,sans-serif}
main{max-width:32rem}
h1{font-size:2rem;line-height:1.2;letter-spacing:-.02em}
a{color:#9c3f27}
@media (prefers-color-scheme:dark){body{background:#1c1715;color:#f3eae1}a{color:#f09a7d}}
`;
const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`;

/** It stands alone: what is wrong may be the server's own files. */
function errorPage(status: number): string {
  const [it, en] =
    status === 404
      ? ['Questa pagina non c’è.', 'This page does not exist.']
      : ['Qualcosa non ha funzionato.', 'Something went wrong.'];
  return `<!doctype html>
<html lang="it">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${it}</title><style>${style}</style></head>
<body>
<main>
<h1>${it}</h1>
<p>Torna alla <a href="/">pagina iniziale</a> oppure <a href="/chat">scrivici in chat</a>.</p>
<p lang="en">${en} Go to the <a href="/?lang=en">home page</a> or <a href="/chat?lang=en">write to us in the chat</a>.</p>
</main>
</body>
</html>
`;
}
