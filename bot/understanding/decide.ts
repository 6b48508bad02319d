import type { Entry } from '../domain/knowledge.ts';
import { thresholdsFor, type Policy } from '../domain/policy.ts';
import type { Decision, Ground, Match } from '../domain/understanding.ts';

export interface Decided {
  readonly decision: Decision;
  readonly ground: Ground;
}

/**
 * The decision of the policy on the matches, best first. An answer needs the answer threshold (or the entry's own, where
 * that is higher) and the margin over the next entry that would answer something else; asking back needs the clarify threshold.
 * The thresholds are those of the language in which the best entry matched.
 */
export function decide(
  matches: readonly Match[],
  entries: ReadonlyMap<string, Entry>,
  policy: Pick<Policy, 'thresholds' | 'thresholdsIn'>,
): Decided {
  const best = matches[0];
  if (best === undefined) return { decision: { kind: 'handoff' }, ground: { kind: 'nothing' } };
  const { answer, clarify, margin } = thresholdsFor(policy, best.language);
  const needed = Math.max(answer, entries.get(best.id)?.minConfidence ?? 0);
  const next = matches.slice(1).find((match) => answersDiffer(entries, best, match));
  const clear = next === undefined || best.confidence - next.confidence >= margin;
  if (best.confidence >= needed && clear)
    return { decision: { kind: 'answer', id: best.id }, ground: { kind: 'sure', needed, next } };
  if (best.confidence < clarify) return { decision: { kind: 'handoff' }, ground: { kind: 'low' } };
  const ids = [best, ...matches.slice(1).filter((match) => answersDiffer(entries, best, match))]
    .filter((match, place) => place === 0 || match.confidence >= Math.max(plausible, best.confidence * plausibleShare))
    .slice(0, 3)
    .map(({ id }) => id);
  const ground: Ground =
    best.confidence >= needed && next !== undefined ? { kind: 'close', next } : { kind: 'unsure', needed };
  return { decision: { kind: 'clarify', ids }, ground };
}

/** Confidence (0..1) from which a further entry is offered when asking back, and its least share of the best one's. */
const plausible = 0.05;
const plausibleShare = 0.15;

function answersDiffer(entries: ReadonlyMap<string, Entry>, a: Match, b: Match): boolean {
  const textOf = (match: Match): string => entries.get(match.id)?.texts[match.language]?.answers.join('\n') ?? match.id;
  return textOf(a) !== textOf(b);
}
