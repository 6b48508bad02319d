/*
 * Where a browser lays its keyboard over the page instead of making the page smaller (Safari on a phone), the page is made as high as what
 * is seen of it, so that the box to write in and the head both stay. Inside the bubble its own window does this.
 */

/** Pixels from which it is a keyboard, and no bar of the browser. */
const leastKeyboard = 60;

export function followKeyboard({ style }: HTMLElement): void {
  const seen = window.visualViewport;
  if (seen === null) return;
  const follow = () => {
    // Who has zoomed in sees a part of the page too, and wants it as it is.
    const covered = seen.scale <= 1 && innerHeight - seen.height > leastKeyboard;
    style.setProperty('--height', covered ? `${seen.height}px` : null);
    style.setProperty('--top', covered ? `${seen.offsetTop}px` : null);
  };
  seen.addEventListener('resize', follow);
  seen.addEventListener('scroll', follow);
}
