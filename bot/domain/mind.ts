import type { OpeningHours } from './hours.ts';
import type { Localized } from './language.ts';
import type { Policy } from './policy.ts';
import type { Understand } from './understanding.ts';
import type { Entry } from './knowledge.ts';
import type { Wording } from './wording.ts';

/** What a step thinks with: plain values made from one revision of the knowledge. */
export interface Mind {
  readonly understand: Understand;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly wording: Localized<Wording>;
  readonly policy: Policy;
  readonly hours: OpeningHours;
  /** Somebody at the desk is available at this moment. */
  readonly staffed: boolean;
  readonly botName: string;
  readonly shopName: string;
  readonly revision: string;
}
