import type { Knowledge } from '../domain/knowledge.ts';
import type { Mind } from '../domain/mind.ts';
import { buildUnderstand } from '../understanding/build.ts';

/** Makes what a step thinks with from one revision of the knowledge. */
export function mindOf(knowledge: Knowledge): Mind {
  return {
    understand: buildUnderstand(knowledge),
    entries: new Map(knowledge.entries.map((entry) => [entry.id, entry])),
    wording: knowledge.wording,
    policy: knowledge.policy,
    hours: knowledge.hours,
    botName: knowledge.botName,
    shopName: knowledge.shopName,
    revision: knowledge.revision,
  };
}
