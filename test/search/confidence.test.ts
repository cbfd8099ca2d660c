// How sure: the weights fit what they are fitted to, and the lines let through what they should.
import { describe, expect, it } from 'vitest';
import { fit, type Sample } from '../../src/search/calibrate.ts';
import { confidence, mayAnswer, mayName, mayOffer } from '../../src/search/confidence.ts';
import { SIGNALS, type Signals } from '../../src/search/signals.ts';

const signals = (some: Partial<Signals>): Signals => ({
  ...(Object.fromEntries(SIGNALS.map((signal) => [signal, 0.5])) as unknown as Signals),
  ...some,
});

describe('fitting', () => {
  const samples = Array.from({ length: 200 }, (_, i): Sample => {
    const score = i / 200;
    return { signals: signals({ score, like: ((i * 7) % 10) / 10 }), holds: score + (((i * 13) % 10) - 5) / 50 > 0.5 };
  });

  it('finds the signal that decides, and which way', () => {
    const weights = fit(samples);
    expect(weights?.score).toBeGreaterThan(5);
    expect(Math.abs(weights?.like ?? 9)).toBeLessThan((weights?.score ?? 0) / 5);
    expect(weights?.known).toBe(0);
  });

  it('says the other way of the opposite', () => {
    const opposite = fit(samples.map((sample) => ({ ...sample, holds: !sample.holds })));
    expect(opposite?.score).toBeLessThan(-5);
  });

  it('learns nothing from samples of one kind', () => {
    expect(fit([])).toBeUndefined();
    expect(fit(samples.map((sample) => ({ ...sample, holds: true })))).toBeUndefined();
  });
});

describe('the weights in use', () => {
  const strong = signals({
    score: 0.9,
    words: 0.9,
    like: 0.9,
    about: 0.9,
    margin: 0.5,
    known: 1,
    subject: 1,
    elsewhere: 0.2,
  });
  const weak = signals({
    score: 0.1,
    words: 0.1,
    like: 0.1,
    about: 0.1,
    margin: 0,
    known: 0.3,
    subject: 0,
    elsewhere: 2,
  });

  it('answer what all speaks for, and decline what nothing does', () => {
    expect(mayAnswer(confidence(strong))).toBe(true);
    expect(mayName(confidence(weak))).toBe(false);
  });

  it('are less sure when a subject outside is nearer', () => {
    const { inside } = confidence({ ...strong, elsewhere: 1.5 });
    expect(inside).toBeLessThan(confidence(strong).inside);
  });

  it('ask more of an answer than of an offer', () => {
    const between = { right: 0.5, inside: 0.55 };
    expect([mayAnswer(between), mayOffer(between)]).toEqual([false, true]);
  });
});
