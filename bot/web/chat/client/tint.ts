import { hexOf, mixed, onColour, readable } from '../../colour.ts';

/** Dresses the page in the shop's own colour, made darker or lighter until its text can be read: by day and by night. */
export function tint(colour: string, retint: () => void): void {
  const wanted = hexOf(colour);
  if (wanted === undefined) return;
  const root = document.documentElement;
  const dress = () => {
    for (const name of names) root.style.removeProperty(`--${name}`);
    const backgrounds = ['tint', 'paper', 'card'].map((name) =>
      hexOf(getComputedStyle(root).getPropertyValue(`--${name}`)),
    );
    const accent = readable(
      wanted,
      backgrounds.filter((each) => each !== undefined),
    );
    const on = onColour(accent);
    // Away from the text that stands on it, so that this one can be read as well as the other.
    const strong = mixed(accent, on === '#ffffff' ? '#000000' : '#ffffff', 0.2);
    [accent, strong, on].forEach((value, index) => root.style.setProperty(`--${names[index]}`, value));
    retint();
  };
  dress();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', dress);
}

const names = ['accent', 'accent-strong', 'on-accent'] as const;
