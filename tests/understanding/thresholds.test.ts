import { describe, expect, test } from 'vitest';
import { scorerVersion } from '../../bot/domain/policy.ts';
import { buildUnderstand } from '../../bot/understanding/build.ts';
import { crossValidate, type Trial } from '../../bot/understanding/cross-validate.ts';
import { curveOf, propose } from '../../bot/understanding/thresholds.ts';
import { shop } from './shop.ts';

const trial = (confidence: number, what: 'right' | 'wrong' | 'stranger'): Trial => ({
  language: 'it',
  kind: 'test',
  inScope: what !== 'stranger',
  right: what === 'right',
  offered: what === 'right',
  confidence,
  lead: 0.5,
});
const times = (n: number, each: Trial): readonly Trial[] => Array.from({ length: n }, () => each);

describe('thresholds', () => {
  const trials = [
    ...times(90, trial(0.92, 'right')),
    ...times(60, trial(0.62, 'right')),
    ...times(30, trial(0.52, 'wrong')),
    ...times(20, trial(0.12, 'wrong')),
  ];

  test('an answer threshold gives so much coverage and precision', () => {
    const at = (threshold: number) => curveOf(trials, 0.15).find((point) => point.threshold === threshold);
    expect([at(0.05), at(0.5), at(0.6), at(0.9)]).toEqual([
      { threshold: 0.05, coverage: 1, precision: 0.75 },
      { threshold: 0.5, coverage: 0.9, precision: 150 / 180 },
      { threshold: 0.6, coverage: 0.75, precision: 1 },
      { threshold: 0.9, coverage: 0.45, precision: 1 },
    ]);
  });

  test('the lowest that gives the wanted precision is proposed, and asking back begins where it helps', () => {
    expect(propose(trials, 0.15, 0.95)).toEqual({
      answer: { threshold: 0.55, coverage: 0.75, precision: 1 },
      clarify: 0.55,
    });
    expect(propose(times(50, trial(0.9, 'wrong')), 0.15, 0.95)).toBeUndefined();
  });

  test('messages that no entry answers count as one in ten, however many there are', () => {
    const few = [...times(90, trial(0.8, 'right')), trial(0.8, 'stranger')];
    const many = [...times(90, trial(0.8, 'right')), ...times(500, trial(0.8, 'stranger'))];
    const precisionOf = (all: readonly Trial[]) => curveOf(all, 0)[0]?.precision;
    expect(precisionOf(few)).toBeCloseTo(0.9, 9);
    expect(precisionOf(many)).toBeCloseTo(0.9, 9);
  });

  test('who is not clear of the next is not answered', () => {
    expect(curveOf(times(5, { ...trial(0.9, 'right'), lead: 0.1 }), 0.15)).toEqual([]);
  });
});

test('each example is asked once without having been learned, some of them without their entry', () => {
  const trials = crossValidate(shop, 5);
  const phrasings = shop.entries.flatMap(({ texts }) => Object.values(texts));
  expect(trials.length).toBe(phrasings.reduce((sum, each) => sum + each.examples.length + each.tests.length, 0));
  expect(trials.some(({ inScope }) => !inScope)).toBe(true);
  expect(trials.filter(({ inScope, right }) => right && !inScope)).toEqual([]);
});

test('confidences are those of this scorer: who shifts them counts its version up and calibrates anew', () => {
  const understand = buildUnderstand(shop);
  const confidences = [
    'quando arriva il rimborso che aspetto',
    'vorrei annullare quello che ho comprato',
    'can I pay by card?',
    'is my parcel on its way',
    'mi consigli un ristorante?',
  ].map(
    (text) =>
      understand(text, { language: 'it', channel: 'webchat', date: '2026-11-21' }).matches[0]?.confidence.toFixed(2) ??
      '-',
  );
  expect({ scorer: scorerVersion, confidences }).toMatchInlineSnapshot(`
    {
      "confidences": [
        "0.98",
        "0.63",
        "0.99",
        "0.62",
        "0.00",
      ],
      "scorer": 8,
    }
  `);
});
