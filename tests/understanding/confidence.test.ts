import { describe, expect, test } from 'vitest';
import { confidenceOf, fitConfidence, type Observation } from '../../bot/understanding/confidence.ts';

const prior = [-2, 3, 2, 1, 1, 0.2];

describe('the confidence', () => {
  test('without observations it is the prior', () => {
    expect(fitConfidence([], prior, 40)).toEqual(prior);
  });

  test('many observations make it their own: of those at 0.8, four in five are right', () => {
    const observations: Observation[] = [];
    for (let at = 0; at < 20000; at++) {
      const score = ((at * 7919) % 1000) / 500 - 1;
      const lead = ((at * 104729) % 1000) / 1000 - 0.7;
      const truth = 1 / (1 + Math.exp(-(0.5 + 2 * score + 1.5 * lead)));
      const right = ((at * 15485863) % 9973) / 9973 < truth;
      observations.push({ evidence: { score, lead, own: 0.5, content: 0.5, mass: 1 }, right, weight: 1 });
    }
    const confidence = confidenceOf(fitConfidence(observations, prior, 40));
    const near = observations.filter(({ evidence }) => Math.abs(confidence(evidence, 8) - 0.8) < 0.05);
    const share = near.filter(({ right }) => right).length / near.length;
    expect({ many: near.length > 500, honest: Math.abs(share - 0.8) < 0.04 }).toEqual({ many: true, honest: true });
  });

  test('it rises with the score, with the lead, and with what the entry knows of the message', () => {
    const confidence = confidenceOf(prior);
    const base = { score: 0.2, lead: 0.1, own: 0.5, content: 0.5, mass: 1 };
    const steps = [
      { ...base, score: -0.5 },
      { ...base, lead: -0.4 },
      { ...base, own: 0 },
      { ...base, content: 0 },
    ].map((each) => confidence(each, 8));
    expect(steps.every((lower) => lower < confidence(base, 8))).toBe(true);
  });
});
