/*
 * Which other sites may show the chat. An entry is an origin, or `https://*.example.it` for all below a domain, of one label or more,
 * and not for the domain itself: just what the same words mean in a frame-ancestors policy. There is none for every site.
 */

/** Tells whether an entry of the settings is one: written as browsers write origins, and with a domain of two labels or more behind `*.`. */
export function isAllowedOrigin(entry: string): boolean {
  const named = entry.replace('://*.', '://any.');
  const url = URL.parse(named);
  if (url === null || url.origin !== named || !/^https?:$/.test(url.protocol)) return false;
  return !entry.includes('*') || /^any(?:\.[a-z\d-]+)+\.[a-z][a-z\d-]*$/.test(url.hostname);
}

/** Tells whether a page of `origin` may show the chat. */
export function allows(allowed: readonly string[], origin: string): boolean {
  const url = URL.parse(origin);
  if (url === null || url.origin !== origin) return false;
  return allowed.some((entry) => {
    if (entry === origin) return true;
    const [scheme, domain] = entry.split('//*');
    return domain !== undefined && url.protocol === scheme && url.host.endsWith(domain);
  });
}
