// What can be wrong in the benchmark itself.
import { describe, expect, it } from 'vitest';
import { distort, DISTORTIONS, lexiconOf } from './distort.ts';
import { difference, figures, rankOf } from './metrics.ts';
import { padding } from './padding.ts';
import { grid } from './peer.ts';
import { sample } from './random.ts';

const lexicon = lexiconOf([
  'skolan skola elev eleven elever tystnad plikt plikt tystnad arbete givare givare arbets kurator kuratorn kuratorer',
]);
const QUESTION = 'Har kuratorn på förskolan tystnadsplikt?';

describe('a distortion', () => {
  it.each(DISTORTIONS)('changes what is said, the same way every time: %s', (how) => {
    const once = distort(QUESTION, how, lexicon);
    expect(once).not.toBe(QUESTION);
    expect(distort(QUESTION, how, lexicon)).toBe(once);
  });

  it('does what it is called', () => {
    expect(distort('åäö på förskolan', 'no diacritics', lexicon)).toBe('aao pa forskolan');
    expect(distort('Har han tystnadsplikt?', 'split compounds', lexicon)).toBe('Har han tystnads plikt?');
    expect(distort('kuratorn', 'other inflections', lexicon)).toMatch(/^kurator(?:er)?$/u);
  });

  it('mistypes about 1.3 words of a question', () => {
    const words = 'elever kuratorn skolan tystnad arbete'.split(' ');
    const wrong = Array.from({ length: 1000 }, (_, at) => {
      const typed = distort([...words, String(at)].join(' '), 'typos', lexicon).split(' ');
      return words.filter((word, place) => typed[place] !== word).length;
    });
    const average = wrong.reduce((sum, count) => sum + count, 0) / wrong.length;
    expect(average).toBeGreaterThan(1.2);
    expect(average).toBeLessThan(1.4);
  });

  it('leaves what it has nothing to do with', () => {
    expect(distort('hur då', 'split compounds', lexicon)).toBe('hur då');
    expect(distort('hur', 'no diacritics', lexicon)).toBe('hur');
  });
});

describe('the figures', () => {
  it('are those worked out by hand', () => {
    expect(rankOf(['a', 'b', 'c'], ['c', 'x'])).toBe(3);
    expect(rankOf(['a', 'b'], ['x'])).toBe(0);
    const { count, r1, r3, mrr } = figures([1, 2, 4, 0]);
    expect([count, r1, r3]).toEqual([4, 0.25, 0.5]);
    expect(mrr).toBeCloseTo((1 + 1 / 2 + 1 / 4) / 4, 12);
  });
});

describe('a difference', () => {
  it('is none between equals, and sure where one is always better', () => {
    expect(difference([1, 0, 1], [1, 0, 1], 'x')).toEqual({ mean: 0, low: 0, high: 0 });
    expect(difference([1, 1, 1], [0, 0, 0], 'x')).toEqual({ mean: 1, low: 1, high: 1 });
  });

  it('has the interval that the normal curve gives, and the same every time', () => {
    const ours = Array.from({ length: 400 }, (_, at) => (at % 10 < 6 ? 1 : 0));
    const theirs = ours.map(() => 0);
    const given = difference(ours, theirs, 'x');
    const half = 1.96 * Math.sqrt((0.6 * 0.4) / 400);
    expect(given.mean).toBeCloseTo(0.6, 12);
    expect(given.low).toBeCloseTo(0.6 - half, 2);
    expect(given.high).toBeCloseTo(0.6 + half, 2);
    expect(difference(ours, theirs, 'x')).toEqual(given);
  });
});

describe('the padding', () => {
  const originals = [
    { id: 'a', wordings: ['Får skolan tala med soc?'], body: 'Ja, om den unge samtycker. Annars hindrar sekretess.' },
    { id: 'b', wordings: ['Vad är sekretess?'], body: 'Ett förbud att röja uppgifter, muntligen eller med handling.' },
  ];
  const made = padding(originals, 500);

  it('has no text twice, and none of the originals', () => {
    const texts = [...originals, ...made].flatMap(({ wordings, body }) => [...wordings, body]);
    expect(made).toHaveLength(500);
    expect(new Set(texts).size).toBe(texts.length);
    expect(new Set(made.map(({ id }) => id)).size).toBe(500);
  });

  it('is the same every time, of varied lengths', () => {
    expect(padding(originals, 500)).toEqual(made);
    expect(new Set(made.map(({ body }) => body.split(' ').length)).size).toBeGreaterThan(40);
  });
});

it('draws the same sample every time, in order', () => {
  const all = Array.from({ length: 100 }, (_, at) => at);
  const drawn = sample(all, 10, 'x');
  expect(drawn).toHaveLength(10);
  expect([...drawn].sort((a, b) => a - b)).toEqual(drawn);
  expect(sample(all, 10, 'x')).toEqual(drawn);
  expect(sample(all, 10, 'y')).not.toEqual(drawn);
});

it('makes every combination of a grid', () => {
  expect(grid({ a: [1, 2], b: ['x', 'y'] })).toEqual([
    { a: 1, b: 'x' },
    { a: 1, b: 'y' },
    { a: 2, b: 'x' },
    { a: 2, b: 'y' },
  ]);
});
