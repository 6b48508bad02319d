import { describe, expect, test } from 'vitest';
import type { Entry } from '../../bot/domain/knowledge.ts';
import type { Match } from '../../bot/domain/understanding.ts';
import { decide } from '../../bot/understanding/decide.ts';
import { entry } from './shop.ts';

const policy = { thresholds: { answer: 0.6, clarify: 0.25, margin: 0.15 } };
const twin = entry('twin', { it: ['Gemella?'] });
const entries = new Map<string, Entry>(
  [
    entry('first', { it: ['Prima?'] }),
    entry('second', { it: ['Seconda?'] }),
    entry('third', { it: ['Terza?'] }),
    { ...entry('delicate', { it: ['Delicata?'] }), minConfidence: 0.9 },
    { ...twin, texts: { it: { ...twin.texts.it!, answers: ['Answer of first.'] } } },
  ].map((each) => [each.id, each]),
);

describe('the decision', () => {
  test('sure and clear of the next: answer', () => {
    expect(decide([match('first', 0.8), match('second', 0.3)], entries, policy)).toEqual({
      decision: { kind: 'answer', id: 'first' },
      ground: { kind: 'sure', needed: 0.6, next: match('second', 0.3) },
    });
  });

  test('sure but another answer is close: ask which', () => {
    expect(decide([match('first', 0.8), match('second', 0.7)], entries, policy)).toEqual({
      decision: { kind: 'clarify', ids: ['first', 'second'] },
      ground: { kind: 'close', next: match('second', 0.7) },
    });
  });

  test('an entry with the same answer is no rival and no choice', () => {
    const both = [match('first', 0.8), match('twin', 0.79)];
    expect(decide(both, entries, policy).decision).toEqual({ kind: 'answer', id: 'first' });
    const doubtful = [match('first', 0.5), match('twin', 0.49), match('second', 0.3)];
    expect(decide(doubtful, entries, policy).decision).toEqual({ kind: 'clarify', ids: ['first', 'second'] });
  });

  test('in doubt at most three are offered, and none that is hardly likely', () => {
    const many = [match('first', 0.5), match('second', 0.4), match('third', 0.3), match('delicate', 0.29)];
    expect(decide(many, entries, policy).decision).toEqual({ kind: 'clarify', ids: ['first', 'second', 'third'] });
    expect(decide([match('first', 0.5), match('second', 0.01)], entries, policy).decision).toEqual({
      kind: 'clarify',
      ids: ['first'],
    });
  });

  test('the thresholds are those of the language in which the best entry matched', () => {
    const own = { ...policy, thresholdsIn: { en: { answer: 0.9, clarify: 0.7, margin: 0.15 } } };
    const decided = (language: 'it' | 'en', confidence: number) =>
      decide([{ ...match('first', confidence), language }], entries, own).decision.kind;
    expect([decided('it', 0.8), decided('en', 0.8), decided('en', 0.95)]).toEqual(['answer', 'clarify', 'answer']);
    expect([decided('it', 0.5), decided('en', 0.5)]).toEqual(['clarify', 'handoff']);
  });

  test('a delicate entry wants more', () => {
    expect(decide([match('delicate', 0.8)], entries, policy)).toEqual({
      decision: { kind: 'clarify', ids: ['delicate'] },
      ground: { kind: 'unsure', needed: 0.9 },
    });
  });

  test('too little even to ask, or nothing at all: a person', () => {
    expect(decide([match('first', 0.2)], entries, policy)).toEqual({
      decision: { kind: 'handoff' },
      ground: { kind: 'low' },
    });
    expect(decide([], entries, policy)).toEqual({ decision: { kind: 'handoff' }, ground: { kind: 'nothing' } });
  });
});

function match(id: string, confidence: number): Match {
  return { id, language: 'it', title: id, confidence };
}
