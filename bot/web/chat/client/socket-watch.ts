/*
 * Direct Line's client says that it is online for as long as it tries to connect again, and Web Chat believes it. So the page
 * looks at the WebSocket itself, at what the browser says of the network, and at the clock, which tells of a sleep: a socket from
 * before it may look open for a long time, and bring nothing.
 */

/** Milliseconds; browsers let timers of pages in the background run each minute. */
const [lookEvery, sleep] = [10_000, 150_000];

/** From now on tells when this page is connected, and when it no longer is. */
export function watchSockets(connected: () => void, lost: () => void): void {
  const open = new Set<WebSocket>();
  window.WebSocket = class extends window.WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('open', () => {
        open.add(this);
        connected();
      });
      this.addEventListener('close', () => {
        if (open.delete(this) && open.size === 0) lost();
      });
    }
  };
  addEventListener('offline', lost);
  addEventListener('online', () => {
    if (open.size > 0) connected();
  });
  let looked = Date.now();
  setInterval(() => {
    const now = Date.now();
    if (now - looked > sleep) for (const socket of open) socket.close();
    looked = now;
  }, lookEvery);
}
