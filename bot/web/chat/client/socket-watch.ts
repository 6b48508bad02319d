/*
 * Direct Line's client says that it is online for as long as it tries to connect again, and Web Chat believes it. So the page
 * looks at the WebSocket itself.
 */

/** From now on tells when a WebSocket of this page opens, and when the last one that was open closes. */
export function watchSockets(opened: () => void, lost: () => void): void {
  const open = new Set<WebSocket>();
  window.WebSocket = class extends window.WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('open', () => {
        open.add(this);
        opened();
      });
      this.addEventListener('close', () => {
        if (open.delete(this) && open.size === 0) lost();
      });
    }
  };
}
