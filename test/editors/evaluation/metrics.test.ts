// The measures on examples worked out by hand, and that no order of equals changes them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fnv1a, half } from '../../../src/editors/evaluation/half.ts';
import {
  areaUnder,
  auroc,
  calibrationError,
  quantile,
  riskCoverage,
  type Rated,
} from '../../../src/editors/evaluation/metrics.ts';

const rated = (...pairs: readonly (readonly [number, boolean])[]): Rated[] =>
  pairs.map(([confidence, right]) => ({ confidence, right }));

/** Of the surest none is wrong, of the two surest one, of three one, of four two. */
const FOUR = rated([0.7, true], [0.9, true], [0.6, false], [0.8, false]);

describe('the risk–coverage curve', () => {
  it('has the error among the surest, for each share of them', () => {
    expect(riskCoverage(FOUR)).toEqual([
      { coverage: 0.25, error: 0 },
      { coverage: 0.5, error: 1 / 2 },
      { coverage: 0.75, error: 1 / 3 },
      { coverage: 1, error: 1 / 2 },
    ]);
    expect(areaUnder(riskCoverage(FOUR))).toBeCloseTo((0 + 1 / 2 + 1 / 3 + 1 / 2) / 4, 12);
  });

  it('takes those that are equally sure to be as right as they are on average', () => {
    const errors = riskCoverage(rated([0.9, true], [0.5, false], [0.5, true], [0.5, false])).map(({ error }) => error);
    [0, 1 / 3, 4 / 9, 1 / 2].forEach((due, i) => {
      expect(errors[i]).toBeCloseTo(due, 12);
    });
  });

  it('is nothing of nothing', () => {
    expect(riskCoverage([])).toEqual([]);
    expect(areaUnder([])).toBeUndefined();
  });
});

describe('how well right is told from wrong', () => {
  it.each<[string, Rated[], number | undefined]>([
    ['three pairs of four', FOUR, 0.75],
    ['every pair', rated([0.9, true], [0.8, true], [0.1, false]), 1],
    ['no pair', rated([0.1, true], [0.9, false]), 0],
    ['a tie for half', rated([0.5, true], [0.5, false]), 0.5],
    ['a tie among others', rated([0.9, true], [0.5, true], [0.5, false], [0.2, false]), 3.5 / 4],
    ['none where all are right', rated([0.5, true]), undefined],
    ['none where all are wrong', rated([0.5, false]), undefined],
    ['none of nothing', [], undefined],
  ])('%s', (_, given, due) => {
    if (due === undefined) expect(auroc(given)).toBeUndefined();
    else expect(auroc(given)).toBeCloseTo(due, 12);
  });
});

describe('how far what is said of the sureness lies from how often it is right', () => {
  it('weighs the bins by their size', () => {
    // Of .9 and .8 half are right, of .7 and .6 too: |.85 - .5| / 2 + |.65 - .5| / 2.
    expect(calibrationError(FOUR, 2)).toBeCloseTo(0.25, 12);
    // One bin: |.75 - .5|.
    expect(calibrationError(FOUR, 1)).toBeCloseTo(0.25, 12);
    // A bin for each: .1, .8, .3, .6.
    expect(calibrationError(FOUR, 4)).toBeCloseTo(1.8 / 4, 12);
  });

  it('is 0 where sure means right, holds with more bins than answers, and is nothing of nothing', () => {
    expect(calibrationError(rated([1, true], [0, false]))).toBe(0);
    expect(calibrationError(rated([1, false], [0, true]))).toBe(1);
    expect(calibrationError([])).toBeUndefined();
  });
});

describe('all measures', () => {
  const any = fc.array(fc.record({ confidence: fc.constantFrom(0, 0.25, 0.5, 0.5, 1), right: fc.boolean() }));

  it('are the same in any order', () => {
    fc.assert(
      fc.property(any, (given) => {
        for (const measure of [auroc, calibrationError, (each: Rated[]) => areaUnder(riskCoverage(each))]) {
          const [one, other] = [measure(given), measure(given.toReversed())];
          if (one === undefined) expect(other).toBeUndefined();
          else expect(other).toBeCloseTo(one, 9);
        }
      }),
    );
  });
});

it('takes quantiles by the nearest rank', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect([quantile(hundred, 0.5), quantile(hundred, 0.99), quantile([7], 0.5), quantile([], 0.5)]).toEqual([
    50,
    99,
    7,
    undefined,
  ]);
});

describe('the halves', () => {
  it('come from FNV-1a', () => {
    // The published test vectors.
    expect(['', 'a', 'foobar'].map(fnv1a)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
    expect(half('a')).toBe('titta');
    expect(half('')).toBe('mät');
  });

  it('are the same for the same question, however it is typed', () => {
    const question = 'Får SOC prata om mitt ärende?';
    expect(half(question.normalize('NFD'))).toBe(half(question));
    expect(half(question.toUpperCase())).toBe(half(question));
  });

  it('are about as large', () => {
    const measured = Array.from({ length: 2_000 }, (_, i) => half(`fråga ${i}`)).filter((each) => each === 'mät');
    expect(Math.abs(measured.length - 1_000)).toBeLessThan(100);
  });
});
