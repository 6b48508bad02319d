import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { refuseUpgrade, type Upgrade } from '../service/http.ts';
import type { Log } from '../service/ports.ts';
import type { RestifyServer } from './restify.ts';

/** The WebSockets of a server and its end: node counts no upgraded socket among its own, so they are kept here. */
export interface OpenSockets {
  /** Aborts when the end begins. */
  readonly closing: AbortSignal;
  /** Resolves when all is closed, at the latest `patience` milliseconds and a moment later. */
  close(patience: number): Promise<void>;
}

/** Gives each upgrade request to the first that takes it; one that nobody takes is answered 404. */
export function openSockets({ server }: RestifyServer, upgrades: readonly Upgrade[], log: Log): OpenSockets {
  const upgraded = new Set<Duplex>();
  const closing = new AbortController();

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
    socket.on('error', () => socket.destroy());
    try {
      if (closing.signal.aborted) refuseUpgrade(socket, '503 Service Unavailable');
      else if (!upgrades.some((takes) => takes(request, socket, head))) refuseUpgrade(socket, '404 Not Found');
    } catch (error) {
      log('error', 'upgrade failed', {
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
      refuseUpgrade(socket, '400 Bad Request');
    }
  });

  return {
    closing: closing.signal,
    close(patience) {
      closing.abort();
      return new Promise((resolve) => {
        const cut = setTimeout(() => {
          server.closeAllConnections();
          for (const socket of upgraded) socket.destroy();
        }, patience);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
        for (const socket of upgraded) goAway(socket);
      });
    },
  };
}

/** A WebSocket close frame with 1001, "going away": the client connects again, and to a newer server. */
function goAway(socket: Duplex): void {
  // One that was refused has had its last word.
  if (!socket.writable) socket.destroy();
  else socket.end(Buffer.from([0x88, 0x02, 0x03, 0xe9]), () => setTimeout(() => socket.destroy(), 500).unref());
}
