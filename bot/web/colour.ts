/* Arithmetic of colours as WCAG 2 defines it, for the server's tests and for browsers alike; colours are `#rrggbb`. */

/** `#rgb` or `#rrggbb` as `#rrggbb`; undefined when it is neither. */
export function hexOf(text: string): string | undefined {
  const short = /^#?([\da-f])([\da-f])([\da-f])$/i.exec(text.trim());
  if (short !== null)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`.toLowerCase();
  const long = /^#?([\da-f]{6})$/i.exec(text.trim());
  return long === null ? undefined : `#${long[1]}`.toLowerCase();
}

/** Black or white, whichever can be read on the colour better: at least 4.5 to 1 on any. */
export function onColour(background: string): string {
  return contrast('#ffffff', background) >= contrast('#000000', background) ? '#ffffff' : '#000000';
}

/** The colour itself, or as near to it as can be read (4.5 to 1) on all the backgrounds, which are all light or all dark. */
export function readable(colour: string, backgrounds: readonly string[]): string {
  const towards = onColour(backgrounds[0] ?? '#ffffff');
  for (let share = 0; share < 1; share += 0.04) {
    const tried = mixed(colour, towards, share);
    if (backgrounds.every((background) => contrast(tried, background) >= 4.5)) return tried;
  }
  return towards;
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** `share` of the second colour, from 0 to 1. */
export function mixed(one: string, other: string, share: number): string {
  const others = channels(other);
  const mix = channels(one).map((value, index) => Math.round(value + ((others[index] ?? 0) - value) * share));
  return `#${mix.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
