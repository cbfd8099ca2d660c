// What the index is put together from: lists of numbers, the thesaurus, and the vocabulary.
import { describe, expect, it } from 'vitest';
import { distinct, inverted, lengthOf, listsOf, summed } from '../../src/search/lists.ts';
import { phrasesIn, thesaurusOf } from '../../src/search/thesaurus.ts';
import { alike, buildVocabulary, partsOf, runsIn, translated } from '../../src/search/vocabulary.ts';
import { stem } from '../../src/question/swedish.ts';
import { WORDS } from './small.ts';

describe('lists', () => {
  const lists = { ...listsOf([[2, 0], [], [2, 2, 1]]), weights: Float32Array.of(1, 2, 3, 4, 5) };

  it('stand one after the other', () => {
    expect([...lists.starts]).toEqual([0, 2, 2, 5]);
    expect([0, 1, 2].map((list) => lengthOf(lists, list))).toEqual([2, 0, 3]);
  });

  it('can be seen from the other side, with their weights', () => {
    const { starts, items, weights } = inverted(lists, 4);
    expect([[...starts], [...items], [...weights]]).toEqual([
      [0, 1, 2, 5, 5],
      [0, 2, 0, 2, 2],
      [2, 5, 1, 3, 4],
    ]);
  });

  it('keep each item once, and only those wanted', () => {
    const { starts, items } = distinct(lists, 4, (item, list) => item !== 0 && list !== 3);
    expect([[...starts], [...items]]).toEqual([
      [0, 1, 1, 3],
      [2, 2, 1],
    ]);
  });

  it('are summed item by item, each list from nothing', () => {
    const made = summed(
      2,
      3,
      (list, add) => {
        [2, 0, 2].forEach((item) => {
          add(item, list + 1);
        });
      },
      (sum) => sum * 10,
    );
    expect([[...made.starts], [...made.items], [...made.weights]]).toEqual([
      [0, 2, 4],
      [2, 0, 2, 0],
      [20, 10, 40, 20],
    ]);
  });
});

describe('the thesaurus', () => {
  const thesaurus = thesaurusOf(WORDS);

  it('goes by stems, and has no word among its own others', () => {
    expect(thesaurus.others.get('polis')).toEqual(['snut']);
    expect(thesaurus.others.get('sekretess')).toEqual([stem('tystnadsplikt'), 'hall tyst']);
  });

  it('finds its phrases where all their words stand in a row', () => {
    const found = (text: string) => phrasesIn(text.split(' ').map(stem), thesaurus);
    expect(found('jag vill hålla tyst')).toEqual(['hall tyst']);
    expect(found('hålla sig tyst')).toEqual([]);
  });

  it('knows English words in a row by their English stems', () => {
    expect(thesaurus.english.get('social servic')).toEqual(['socialtjanst']);
  });

  it('is the same for the same words', () => {
    expect(thesaurusOf({ ...WORDS })).toBe(thesaurus);
  });
});

describe('the vocabulary', () => {
  const words = ['polis', 'polisen', 'sekretess', 'orosanmalan', 'tystnadsplikt', 'skola', 'kurator', 'hall tyst'];
  const { vocabulary } = buildVocabulary(words, thesaurusOf(WORDS));
  const firstLike = (said: string) => words[alike(vocabulary, said)[0]?.word ?? -1];
  const like = (said: string) => alike(vocabulary, said).map(({ word, why }) => `${words[word] ?? ''}: ${why}`);

  it('knows a word by itself, inflected, and by others for it', () => {
    expect(firstLike('polisen')).toBe('polisen');
    expect(like('polisen')).toContain('polis: inflected');
    expect(like('snuten')).toContain('polis: equivalent');
  });

  it.each(['sekrtess', 'sekretesss', 'sekertess', 'seketress'])('reads %s', (said) => {
    expect(like(said)[0]).toBe('sekretess: misspelt');
  });

  it('does not take a word that is there for another, nor a short one', () => {
    expect(firstLike('skola')).toBe('skola');
    expect(like('skol').some((each) => each.endsWith('misspelt'))).toBe(false);
  });

  it('finds a phrase as a whole, and never by its letters', () => {
    expect(like('hall tyst')).toEqual(['hall tyst: same', 'sekretess: equivalent', 'tystnadsplikt: equivalent']);
    expect(like('tyst').some((each) => each.startsWith('hall tyst'))).toBe(false);
  });

  it('takes an unknown compound apart, and leaves a known word whole', () => {
    expect(partsOf(vocabulary, 'skolkurator')).toEqual(['skol', stem('kurator')]);
    expect(partsOf(vocabulary, 'sekretess')).toEqual([]);
  });

  it('has the Swedish for English', () => {
    expect(translated(vocabulary, 'polic').map(({ word }) => words[word])).toEqual(['polis', 'polisen']);
  });

  it('reads letters with the edges of the word', () => {
    expect(runsIn('ja', 2, 4)).toEqual(['_j', 'ja', 'a_', '_ja', 'ja_', '_ja_']);
  });
});
