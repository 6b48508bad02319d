import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measure, type Measured } from '../../bot/cli/figures.ts';

describe('the figures of eval', () => {
  test('right is the id or one of the others that would be as right, at its place among the matches', () => {
    const figures = measure([
      measured('a', ['a', 'b'], 0.9, { kind: 'answer', id: 'a' }),
      measured('b', ['a', 'x', 'b'], 0.8, { kind: 'answer', id: 'a' }),
      measured('b', ['c', 'b'], 0.5, { kind: 'clarify', ids: ['c', 'b'] }),
      measured('b', ['c', 'd', 'e', 'b'], 0.5, { kind: 'clarify', ids: ['c', 'd'] }),
      measured('c', [], 0, { kind: 'handoff' }),
      measured('none', ['a'], 0.7, { kind: 'answer', id: 'a' }),
      measured('none', ['a'], 0.1, { kind: 'handoff' }),
    ]);
    expect(figures).toEqual({
      cases: 7,
      in_scope: {
        n: 5,
        top1: 1,
        top3: 3,
        answered: 2,
        answered_right: 1,
        clarified: 2,
        clarified_right: 1,
        handoff: 1,
      },
      out_of_scope: { n: 2, answered: 1, clarified: 0, handoff: 1 },
      auroc: 0.6,
      // Bins: 0 -> 0.1; 0.5 twice wrong -> 1; 0.7 -> 0.7; 0.8 -> 0.8; 0.9 right -> 0.1. Sum 2.7 / 7.
      ece: 0.3857,
      latency_ms: { p50: 1, p99: 1 },
    });
  });

  test('without cases out of scope there is no AUROC', () => {
    expect(measure([measured('a', ['a'], 1, { kind: 'answer', id: 'a' })])).toMatchObject({ auroc: null, ece: 0 });
  });

  test('the AUROC is the share of pairs in which the one in scope is surer, equal ones counting half', () => {
    const tenth = fc.integer({ min: 0, max: 10 }).map((each) => each / 10);
    fc.assert(
      fc.property(
        fc.array(tenth, { minLength: 1, maxLength: 20 }),
        fc.array(tenth, { minLength: 1, maxLength: 20 }),
        (inside, outside) => {
          const pairs = inside.flatMap((a) => outside.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
          const expected = pairs.reduce<number>((sum, each) => sum + each, 0) / pairs.length;
          const cases = [
            ...inside.map((each) => measured('a', ['a'], each)),
            ...outside.map((each) => measured('none', ['a'], each)),
          ];
          expect(measure(cases).auroc).toBeCloseTo(expected, 3);
        },
      ),
    );
  });
});

function measured(
  id: string,
  ids: readonly string[],
  confidence: number,
  decision: Measured['decision'] = { kind: 'handoff' },
): Measured {
  return {
    case: { text: id, id, right: [id], language: 'it' },
    matches: ids.map((each) => ({ id: each, language: 'it', title: each, confidence, example: each, words: [] })),
    decision,
    ms: 1,
  };
}
