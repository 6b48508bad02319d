/** What the page shows, kept in its address so that back, reload and a bookmark work. */
export type Place =
  | { readonly kind: 'queue' }
  | { readonly kind: 'conversation'; readonly id: string }
  | { readonly kind: 'tickets' }
  | { readonly kind: 'ticket'; readonly number: string };

export function placeOf(hash: string): Place {
  const [, kind, name] = /^#\/([ct]|tickets)(?:\/(.+))?$/.exec(hash) ?? [];
  if (kind === 'tickets') return { kind: 'tickets' };
  if (kind === undefined || name === undefined) return { kind: 'queue' };
  const decoded = decode(name);
  return kind === 'c' ? { kind: 'conversation', id: decoded } : { kind: 'ticket', number: decoded };
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
