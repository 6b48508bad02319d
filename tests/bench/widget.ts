/* What a shop's page fetches for the bubble, and what it fetches more when the chat is opened. */

export interface WidgetSize {
  /** Bytes after compression. */
  readonly before: number;
  readonly after: number;
}

/** Asks a running Sportello as a browser does, by gzip, which every browser and proxy takes. */
export async function widgetSize(url: string, encoding: 'gzip' | 'br' = 'gzip'): Promise<WidgetSize> {
  const { bytes: before } = await take(new URL('/widget.js', url), encoding);
  const page = await take(new URL('/chat?embed=1&wait=1', url), encoding);
  const waiting = addressesIn(page.text);
  const taken = new Set<string>();
  let after = page.bytes;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (taken.has(next)) continue;
    taken.add(next);
    const file = await take(new URL(next, url), encoding);
    after += file.bytes;
    waiting.push(...addressesIn(file.text));
  }
  return { before, after };
}

export async function tellWidgetSize(url: string): Promise<void> {
  const { before, after } = await widgetSize(url);
  const { after: brotli } = await widgetSize(url, 'br');
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0);
  console.log(
    `${'the widget'.padEnd(16)} ${kilobytes(before)} kB gzip before it is opened (aim: under 10), ${kilobytes(after)} kB gzip more (${kilobytes(brotli)} kB brotli) when it is opened`,
  );
}

async function take(address: URL, encoding: string): Promise<{ bytes: number; text: string }> {
  const response = await fetch(address, { headers: { 'accept-encoding': encoding } });
  const text = await response.text();
  if (!response.ok) throw new Error(`${address.href} answered ${response.status}: there is nothing to be measured.`);
  return { bytes: Number(response.headers.get('content-length')), text };
}

/** Files that a page links to, or that a module imports; in what is as large as a library nothing is looked for. */
function addressesIn(text: string): string[] {
  if (text.length > 200_000) return [];
  return [...text.matchAll(/(?:src="|href="|from\s*')(\/assets\/[^"']+)/g)].map((found) => found[1] ?? '');
}
