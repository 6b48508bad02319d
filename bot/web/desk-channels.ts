import { roles } from '../domain/role.ts';
import type { ChannelState } from '../service/channel-state.ts';
import type { Route } from '../service/http.ts';
import { ok, type DeskCalls } from './desk-calls.ts';

/** `GET /desk/api/channels`: how the channels are doing, so that whoever works at the desk knows when nothing gets out. */
export function deskChannels(channels: () => Promise<readonly ChannelState[]>, { looks }: DeskCalls): Route[] {
  return [looks(roles, '/desk/api/channels', async () => ok({ channels: (await channels()).map(shown) }))];
}

/** A channel as the page gets it. */
export interface ShownChannel {
  readonly name: ChannelState['name'];
  readonly state: 'ok' | 'failing';
  /** With `failing`: since when, and the code of the last error. */
  readonly since?: number;
  readonly error?: string;
  /** Messages that are not delivered yet, and since when the oldest of them waits. */
  readonly waiting: number;
  readonly oldestAt?: number;
}

function shown({ name, trouble, waiting, oldestAt }: ChannelState): ShownChannel {
  const kept = { waiting, ...(oldestAt !== undefined && { oldestAt }) };
  return trouble === undefined ? { name, state: 'ok', ...kept } : { name, state: 'failing', ...trouble, ...kept };
}
