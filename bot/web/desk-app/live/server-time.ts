/* All durations are counted by the server's clock, whatever the clock of this machine says. */

/** How far the server's clock is ahead of this one, in milliseconds. */
let ahead = 0;

/** Takes the server's time from an answer that has just come. */
export function setServerTime(now: number): void {
  ahead = now - Date.now();
}

export function serverNow(): number {
  return Date.now() + ahead;
}
