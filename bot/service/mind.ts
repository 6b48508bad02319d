import { setImmediate } from 'node:timers/promises';

import type { Knowledge } from '../domain/knowledge.ts';
import type { Mind } from '../domain/mind.ts';
import type { Understand } from '../domain/understanding.ts';
import { makingUnderstand } from '../understanding/build.ts';
import type { Model } from '../understanding/model.ts';
import { remembered } from './remembered.ts';

/**
 * Makes what a step thinks with from one revision of the knowledge and what was learned of it, a bit at a time: customers are answered
 * in between. It takes the desk for staffed; who knows better says so with each turn.
 */
export async function mindInSteps(knowledge: Knowledge, model: Model): Promise<Mind> {
  const making = makingUnderstand(knowledge, model);
  for (;;) {
    // Also before the first step: reading what another thread sent was one.
    await setImmediate();
    const { done, value } = making.next();
    if (done) return mindWith(knowledge, value);
  }
}

function mindWith(knowledge: Knowledge, understand: Understand): Mind {
  return {
    understand: remembered(understand),
    entries: new Map(knowledge.entries.map((entry) => [entry.id, entry])),
    wording: knowledge.wording,
    policy: knowledge.policy,
    hours: knowledge.hours,
    staffed: true,
    botName: knowledge.botName,
    shopName: knowledge.shopName,
    revision: knowledge.revision,
  };
}
