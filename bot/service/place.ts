/** Where a call comes from. */
export interface Place {
  /** As the connection, or a trusted proxy, tells it. */
  readonly address: string;
  /** In words: `Firefox, Windows`; empty when it says nothing of itself. */
  readonly browser: string;
}

/** One customer of an IPv6 provider has a whole /64, and must count as one. */
export function network(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  return groups(address, 4);
}

/** Enough to know one's own place again, and not enough to find a person: `203.0.113.x`, `2001:db8:1:x`. */
export function coarse(address: string): string {
  const plain = address.replace(/^::ffff:/i, '');
  if (plain.includes('.')) return plain.replace(/\.\d+$/, '.x');
  return plain.includes(':') && plain !== '::1' ? `${groups(plain, 3)}:x` : plain;
}

function groups(address: string, count: number): string {
  const [head = ''] = address.split('::');
  return head.split(':').slice(0, count).join(':');
}

/** Most browsers claim to be others too: the first that fits is it. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\w*\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:\w*Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/\bWindows\b/, 'Windows'],
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b|\biPad\b/, 'iOS'],
  [/\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** The browser and its system in words, from a User-Agent header; empty when neither is known. */
export function browserOf(userAgent: string): string {
  const names = [browsers, systems].map((known) => known.find(([sign]) => sign.test(userAgent))?.[1]);
  return names.filter((name) => name !== undefined).join(', ');
}
