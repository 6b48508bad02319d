import type { ChannelState } from '../service/channel-state.ts';
import type { DeliveryStore } from '../service/ports.ts';
import { createGate, type Gate } from './gate.ts';
import { createHealth, type Health, type HealthParts } from './health.ts';
import type { Outlet } from './outlet.ts';

/** An outlet at work: how many deliveries may run at a time, and how they go. */
export interface Post {
  readonly outlet: Outlet;
  readonly gate: Gate;
  readonly health: Health;
}

export function openPosts(outlets: readonly Outlet[], atOnce: number, parts: HealthParts): readonly Post[] {
  return outlets.map((outlet) => ({ outlet, gate: createGate(atOnce), health: createHealth(parts) }));
}

/** How a channel is doing; trouble with sending is told before trouble with receiving. */
export async function stateOf({ outlet, health }: Post, store: Pick<DeliveryStore, 'backlog'>): Promise<ChannelState> {
  const trouble = health.trouble() ?? outlet.trouble?.();
  const { sent, failures, lastError } = health;
  return {
    name: outlet.name,
    ...(trouble !== undefined && { trouble }),
    sent,
    failures,
    ...(lastError !== undefined && { lastError }),
    ...(await store.backlog(outlet.prefix)),
  };
}
