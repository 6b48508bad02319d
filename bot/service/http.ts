import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/*
 * What a channel or a page hands to the web server, and the refusals that all of them share: floor 3 folders never import each
 * other, main.ts joins them.
 */

/** A request, parsed at the edge. */
export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Parsed JSON; undefined when there was none. Bad JSON and bodies over the limit never get here. */
  readonly body: unknown;
  /** Of the peer, or what a trusted proxy says of it. */
  readonly address: string;
  /** `https://care.example`, from the settings or else from the request's Host. */
  readonly origin: string;
}

export interface Reply {
  /** HTTP status. */
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Set-Cookie values, when there are several; then there is none in `headers`. */
  readonly cookies?: readonly string[];
  /** An object is sent as JSON, text and bytes as they are with the content-type in `headers`. */
  readonly body?: object | string | Uint8Array;
  /**
   * Instead of `body`: writes text as it comes, such as server-sent events, unbuffered. `write` is false when the other
   * end is gone or reads too slowly; `closed` aborts when it is gone. The answer ends when the promise settles; `cut` breaks the
   * connection off, so that the reader knows that it is not whole.
   */
  readonly stream?: (write: (chunk: string) => boolean, closed: AbortSignal) => Promise<'cut' | undefined | void>;
}

export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete' | 'options';
  /** With `:name` for parameters. */
  readonly path: string;
  /** Whether the body is read as JSON before the call; `none` leaves it unread. Default `json` for post, put and patch. */
  readonly reads?: 'json' | 'none';
  handle(call: Call): Promise<Reply>;
}

/** Takes over a WebSocket request; false when the path is not its own. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;

/**
 * Makes an error in the one shape that every route has, Direct Line's: `{ error: { code, message } }`. `message` says what happened
 * and what to do next, and is read by people; `facts` stand beside it, for programs.
 */
export function errorReply(status: number, code: string, message: string, more: ErrorDetails = {}): Reply {
  const headers = { 'cache-control': 'no-store', ...more.headers };
  return { status, headers, body: { error: { code, message, ...more.facts } } };
}

export interface ErrorDetails {
  readonly facts?: Readonly<Record<string, string>> | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Milliseconds in which the other end has to take the answer that refuses it. */
const refusalTime = 1000;

/**
 * Answers a WebSocket request with an HTTP status, such as `404 Not Found`, and lets go of its socket: it is nobody's from here
 * on, and a peer that does not hang up would keep it for ever. Gives the true of an Upgrade that took the request.
 */
export function refuseUpgrade(socket: Duplex, status: string): true {
  // What the peer sends meanwhile is thrown away: unread, it would cost it the answer.
  socket.resume();
  const cut = setTimeout(() => socket.destroy(), refusalTime);
  socket.once('close', () => clearTimeout(cut));
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
  return true;
}
