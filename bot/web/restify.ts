import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import restify from 'restify';

/* The types that come for restify are of version 8 and name packages that are not installed; this is what Sportello uses of version 12. */

export interface RestifyRequest extends IncomingMessage {
  readonly params: Readonly<Record<string, string>>;
  /** Throws a TypeError when the address or the Host header is no URL. */
  getUrl(): URL;
}

export type Handler = (request: RestifyRequest, response: ServerResponse) => Promise<void>;
type Mount = (route: { readonly path: string }, handler: Handler) => void;

export interface RestifyServer extends Record<'get' | 'head' | 'post' | 'put' | 'patch' | 'del' | 'opts', Mount> {
  readonly server: Server;
  /** Runs before anything else; false ends the request there. */
  first(handler: (request: RestifyRequest, response: ServerResponse) => boolean): void;
  on(
    event: 'NotFound' | 'MethodNotAllowed',
    listener: (request: RestifyRequest, response: ServerResponse) => void,
  ): void;
  once(event: 'error', listener: (error: Error) => void): void;
  removeListener(event: 'error', listener: (error: Error) => void): void;
}

/** Makes a restify server without a name in its replies, silent, its paths with or without the last slash. */
export function createRestify(): RestifyServer {
  return library.createServer({
    name: '',
    log: library.logger({ level: 'silent' }),
    ignoreTrailingSlash: true,
    maxParamLength: 500,
  });
}

const library = restify as unknown as {
  readonly createServer: (options: object) => RestifyServer;
  readonly logger: (options: object) => object;
};
