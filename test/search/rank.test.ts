// The ranker: what comes first, by words, misspellings, parts of compounds, the thesaurus and English.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank } from '../../src/search/rank.ts';
import { smallIndex } from './small.ts';

const index = smallIndex();
const first = (text: string) => rank(index, text).fits[0]?.document;

describe('rank', () => {
  it.each([
    ['får läraren prata med polisen', 0],
    ['vad betyder sekretess', 1],
    ['anmäla oro', 2],
    ['hur länge sparas journalen', 3],
  ])('puts first what is asked for: %s', (text, document) => {
    expect(first(text)).toBe(document);
  });

  it('reads a word that is misspelt, and says so', () => {
    const { fits, repaired } = rank(index, 'vad betyder sekrtess');
    expect(fits[0]?.document).toBe(1);
    expect(repaired).toEqual([{ said: 'sekrtess', read: 'sekretess' }]);
  });

  it('says nothing of a word that is there', () => {
    expect(rank(index, 'sekretess').repaired).toEqual([]);
  });

  it('finds a compound that was written as two words', () => {
    const [hit] = rank(index, 'oros anmälan').fits;
    expect(hit?.document).toBe(2);
    expect(hit?.words).toBeGreaterThan(rank(index, 'oros').fits[0]?.words ?? 1);
  });

  it('finds by another word for it, and by a phrase', () => {
    expect(first('snuten')).toBe(0);
    expect(first('tystnadsplikten')).toBe(1);
    expect(rank(index, 'måste jag hålla tyst').fits[0]?.document).toBe(1);
  });

  it('hears English, a word and words in a row, but not in a Swedish question', () => {
    expect(first('can the police know')).toBe(0);
    expect(first('should I tell the social services')).toBe(2);
    const swedish = rank(index, 'jag vill services social').fits.find(({ document }) => document === 2);
    expect(swedish?.words ?? 0).toBeLessThan(rank(index, 'the social services').fits[0]?.words ?? 0);
  });

  it.each(['', ' ', '?!', '。'])('finds nothing in «%s»', (text) => {
    expect(rank(index, text)).toEqual({ fits: [], repaired: [] });
  });

  it('finds nothing for words that are like none', () => {
    expect(rank(index, 'qqqqq wwxxzz').fits).toEqual([]);
  });

  it('puts the earlier of two alike first', () => {
    const twins = smallIndex([
      { wordings: ['Hur länge sparas en journal?'], body: '' },
      { wordings: ['Vad är jäv?'], body: '' },
      { wordings: ['Vad är jäv?'], body: '' },
    ]);
    const [one, other] = rank(twins, 'vad är jäv').fits;
    expect([one?.document, other?.document]).toEqual([1, 2]);
    expect(one?.score).toBe(other?.score);
  });

  it('gives the same the second time, whatever was asked between', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('sekretess', 'polisen', 'sekrtess', 'the', 'police', 'oros', 'anmälan', 'x')),
        (all) => {
          const text = all.join(' ');
          expect(rank(index, text)).toEqual(rank(smallIndex(), text));
        },
      ),
      { numRuns: 40 },
    );
  });
});
